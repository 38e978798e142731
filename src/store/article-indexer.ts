/**
 * In: what a transaction changed of the articles. Out, in the same transaction: their publications, words, dictionary and
 * search rows, so that these never differ from the articles.
 */
import { type Selectable, sql, type Transaction } from 'kysely';
import { inBatches } from '../domain/in-batches.ts';
import { ANALYSER_VERSION, type AnalysedWords, Analyser } from '../search/analyse-article.ts';
import { packWords, unpackWords } from '../search/packed-words.ts';
import { dayOf } from '../search/search-query.ts';
import { SearchTextWriter } from '../search/search-text.ts';
import { withinTime } from '../text/within-time.ts';
import type { ArticleTables } from './article-tables.ts';
import { decodeBody, encodeBody, type StoredBody } from './body-codec.ts';
import { DictionaryTally } from './dictionary-tally.ts';
import {
  type ChangeKey,
  type DictionaryChange,
  internTerms,
  isThere,
  sizeOf,
  writeChange,
} from './sql-dictionary.ts';
import { numberList } from './sql-of.ts';

type Tables = Transaction<ArticleTables>;

/** An article as indexing sees it. */
interface Row {
  readonly seq: number;
  readonly title: string;
  readonly source: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly duplicate_of: number | null;
  readonly private_key: string | null;
  readonly fingerprint: string;
  /** Its own number, or null if the article is gone. */
  readonly text: number | null;
}

type WordsRow = Selectable<ArticleTables['article_words']>;

/** An article that gets words, or new ones. */
interface Analysed {
  readonly row: Row;
  readonly words: AnalysedWords;
}

/** The analyser starts anew when it knows this many terms: some 20 MB. Those in use are soon known again. */
const TERMS_LIMIT = 100_000;
/** Articles whose texts are in memory at once. */
const STEP = 20;

const ROW = [
  'article.seq',
  'title',
  'source',
  'published',
  'language',
  'duplicate_of',
  'private_key',
  'fingerprint',
  'article_body.seq as text',
] as const;

const rowsOf = (tx: Tables) =>
  tx
    .selectFrom('article')
    .leftJoin('article_body', (join) =>
      join.onRef('article_body.seq', '=', 'article.seq').on('removed_at_ms', 'is', null),
    )
    .select(ROW);

/** Articles of these numbers that are there, except the rows at hand. */
const copiedRows = async (tx: Tables, rows: readonly Row[], copied: ReadonlySet<number>): Promise<Row[]> => {
  const known = new Set(rows.map(({ seq }) => seq));
  const others = [...copied].filter((seq) => !known.has(seq));
  if (others.length === 0) return [];
  return rowsOf(tx).where('article.seq', 'in', numberList(tx, others)).execute();
};

/**
 * By article, the titles of its copies, in the order of adding: a server's own title finds no article of everyone's. By their
 * publications, since articles are not indexed by what they are copies of.
 */
const titlesOfCopies = async (
  tx: Tables,
  seqs: ReturnType<typeof numberList>,
): Promise<Map<number, string[]>> => {
  const copies = await tx
    .selectFrom('publication as copy')
    .innerJoin('article', 'article.seq', 'copy.seq')
    .innerJoin('publication as original', (join) =>
      join.onRef('original.of', '=', 'copy.of').onRef('original.seq', '=', 'copy.of'),
    )
    .select(['copy.of', 'article.title'])
    .where('copy.of', 'in', seqs)
    .whereRef('copy.of', '<>', 'copy.seq')
    .where((eb) => eb.or([eb('copy.private', '=', 0), eb('original.private', '=', 1)]))
    .orderBy('copy.seq')
    .execute();
  const titles = new Map<number, string[]>();
  for (const { of, title } of copies) {
    titles.getOrInsertComputed(of, () => []).push(title);
  }
  return titles;
};

/** By fingerprint, bodies that are at hand. */
type KnownBodies = ReadonlyMap<string, string>;

const NONE: KnownBodies = new Map();

/** The bodies of these articles, by number: as they are stored, or as plain text if they are known. */
const bodiesOf = async (
  tx: Tables,
  rows: readonly Row[],
  known: KnownBodies = NONE,
): Promise<Map<number, StoredBody>> => {
  const bodies = new Map<number, StoredBody>();
  const unknown: number[] = [];
  for (const { seq, fingerprint } of rows) {
    const body = known.get(fingerprint);
    if (body === undefined) unknown.push(seq);
    else bodies.set(seq, body);
  }
  if (unknown.length === 0) return bodies;
  const stored = await tx
    .selectFrom('article_body')
    .selectAll()
    .where('seq', 'in', numberList(tx, unknown))
    .execute();
  for (const { seq, body } of stored) bodies.set(seq, body);
  return bodies;
};

/** Words of an article by number, the numbers being those of a lexicon. */
interface NumberedWords extends AnalysedWords {
  readonly seq: number;
}

/** What of a search engine is written in the transaction that changes the articles. */
export interface SearchRows {
  /** The words of these articles go; those of some come anew. */
  remove(tx: Tables, seqs: readonly number[]): Promise<void>;
  /** `text` writes each of these as an engine takes it. Called last in a transaction, once. */
  add(tx: Tables, added: readonly NumberedWords[], text: SearchTextWriter): Promise<void>;
}

/** `onUnreadable` is called with an article whose words could not be read: it is kept, and not found. */
export class ArticleIndexer {
  readonly #searchRows: SearchRows;
  readonly #onUnreadable: (seq: number, error: unknown) => void;
  #analyser = new Analyser();
  #text = new SearchTextWriter(this.#analyser.lexicon);
  /** Ids of the dictionary by number of the analyser's lexicon, whose latest terms may have none yet, and the change that last added some. */
  #ids: number[] = [];
  #last: ChangeKey | null = null;
  #tally = new DictionaryTally();
  readonly #sources = new Map<string, number>();

  constructor(searchRows: SearchRows, onUnreadable: (seq: number, error: unknown) => void) {
    this.#searchRows = searchRows;
    this.#onUnreadable = onUnreadable;
  }

  /** Follows everything that was changed after that revision. `known`: what need not be read again and unpacked. */
  async follow(tx: Tables, revision: number, known: KnownBodies): Promise<void> {
    await this.#index(tx, await rowsOf(tx).where('revision', '>', revision).execute(), known);
  }

  /** Reads these articles again, compressing bodies that are plain; takes them out of the queue. */
  async reread(tx: Tables, seqs: readonly number[]): Promise<void> {
    const rows = await rowsOf(tx).where('article.seq', 'in', numberList(tx, seqs)).execute();
    for (const [seq, body] of await bodiesOf(tx, rows))
      if (typeof body === 'string')
        await tx
          .updateTable('article_body')
          .set({ body: encodeBody(body) })
          .where('seq', '=', seq)
          .execute();
    await this.#index(tx, rows, NONE);
  }

  /** Forgets ids that a transaction gave and took back. To be called if one failed. */
  forget(): void {
    this.#analyser = new Analyser();
    this.#text = new SearchTextWriter(this.#analyser.lexicon);
    this.#ids = [];
    this.#last = null;
    this.#tally = new DictionaryTally();
    this.#sources.clear();
  }

  async #index(tx: Tables, rows: readonly Row[], known: KnownBodies): Promise<void> {
    if (rows.length === 0) return;
    const isKnown = this.#last === null || (await isThere(tx, this.#last));
    if (!isKnown || this.#analyser.lexicon.size > TERMS_LIMIT) this.forget();
    const seqs = numberList(
      tx,
      rows.map(({ seq }) => seq),
    );
    await tx.deleteFrom('index_queue').where('seq', 'in', seqs).execute();
    const copied = await this.#moveTellings(tx, rows);
    const texts = [...rows, ...(await copiedRows(tx, rows, copied))];
    const replaced: number[] = [];
    const added: Analysed[] = [];
    for (const step of inBatches(texts, STEP)) {
      const numbers = numberList(
        tx,
        step.map(({ seq }) => seq),
      );
      const old = await tx.selectFrom('article_words').selectAll().where('seq', 'in', numbers).execute();
      for (const { seq } of old) replaced.push(seq);
      await this.#removeWords(tx, old);
      const told = step.filter(({ text, duplicate_of }) => text !== null && duplicate_of === null);
      const titles = await titlesOfCopies(tx, numbers);
      added.push(...this.#analyse(told, await bodiesOf(tx, told, known), titles));
    }
    const size = await this.#addWords(tx, added);
    // All at once: FTS5 writes a segment whenever statements that change many rows come in between.
    await this.#searchRows.add(
      tx,
      added.map(({ row: { seq }, words }) => ({ ...words, seq })),
      this.#text,
    );
    this.#last = await writeChange(tx, { size, replaced, ...this.#tally.take() } satisfies DictionaryChange);
  }

  /** Puts the publications of these articles in the place of their old ones. Returns the articles that gain or lose a copy. */
  async #moveTellings(tx: Tables, rows: readonly Row[]): Promise<Set<number>> {
    const seqs = numberList(
      tx,
      rows.map(({ seq }) => seq),
    );
    const old = await tx
      .deleteFrom('publication')
      .where('seq', 'in', seqs)
      .returning(['of', 'seq'])
      .execute();
    const there = rows.filter(({ text }) => text !== null);
    const copied = new Set(there.flatMap(({ duplicate_of }) => duplicate_of ?? []));
    for (const { of, seq } of old) if (of !== seq) copied.add(of);
    if (there.length === 0) return copied;
    const values = [];
    for (const { seq, source, published, duplicate_of, private_key } of there)
      values.push({
        of: duplicate_of ?? seq,
        seq,
        source: await this.#sourceId(tx, source.toLowerCase()),
        day: dayOf(published),
        private: Number(private_key !== null),
      });
    await tx.insertInto('publication').values(values).execute();
    return copied;
  }

  async #sourceId(tx: Tables, name: string): Promise<number> {
    const known = this.#sources.get(name);
    if (known !== undefined) return known;
    const found = await tx.selectFrom('source').select('id').where('name', '=', name).executeTakeFirst();
    const { id } =
      found ?? (await tx.insertInto('source').values({ name }).returning('id').executeTakeFirstOrThrow());
    this.#sources.set(name, id);
    return id;
  }

  async #removeWords(tx: Tables, known: readonly WordsRow[]): Promise<void> {
    if (known.length === 0) return;
    for (const { seq, language, words } of known) {
      const { tokens } = unpackWords(seq, words);
      this.#tally.add(tokens, (id) => id, language, -1);
    }
    const seqs = known.map(({ seq }) => seq);
    await this.#searchRows.remove(tx, seqs);
    await tx.deleteFrom('article_words').where('seq', 'in', numberList(tx, seqs)).execute();
  }

  /** Copies have no words of their own, and are not among the rows. */
  #analyse(
    rows: readonly Row[],
    bodies: ReadonlyMap<number, StoredBody>,
    titles: ReadonlyMap<number, readonly string[]>,
  ): Analysed[] {
    const analysed: Analysed[] = [];
    for (const row of rows) {
      try {
        const { seq, title, language } = row;
        const otherTitles = (titles.get(seq) ?? []).filter((other) => other !== title);
        const text = { title, language, otherTitles, body: decodeBody(bodies.get(seq)!) };
        const length = text.body.length + title.length;
        analysed.push({ row, words: withinTime(length, () => this.#analyser.analyse(text)) });
      } catch (error) {
        this.#onUnreadable(row.seq, error);
      }
    }
    return analysed;
  }

  /** Returns what the ids in use are below then. */
  async #addWords(tx: Tables, added: readonly Analysed[]): Promise<number> {
    const unknown = this.#analyser.lexicon.termsFrom(this.#ids.length);
    const { ids, size } = await internTerms(tx, unknown, await sizeOf(tx));
    for (const id of ids) this.#ids.push(id);
    const idOf = (number: number): number => this.#ids[number]!;
    for (const step of inBatches(added, STEP)) {
      const values = step.map(({ row: { seq, language }, words }) => {
        this.#tally.add(words.tokens, idOf, language, 1);
        return { seq, language, words: packWords(words, idOf) };
      });
      await tx.insertInto('article_words').values(values).execute();
    }
    return size;
  }
}

/** Puts every article into the queue if its words were read by another analyser. */
export const queueOutdated = async (tx: Tables): Promise<void> => {
  const { analyser } = await tx.selectFrom('index_state').select('analyser').executeTakeFirstOrThrow();
  if (analyser === ANALYSER_VERSION) return;
  await sql`INSERT INTO index_queue (seq)
    SELECT seq FROM article WHERE removed_at_ms IS NULL AND duplicate_of IS NULL
    ON CONFLICT DO NOTHING`.execute(tx);
  await tx.updateTable('index_state').set({ analyser: ANALYSER_VERSION }).execute();
};
