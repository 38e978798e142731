/**
 * In: what a transaction changed of the articles. Out, in the same transaction: their publications, words, dictionary and
 * search rows, so that these never differ from the articles.
 */
import { type Selectable, sql, type Transaction } from 'kysely';
import { ANALYSER_VERSION, type AnalysedWords, Analyser } from '../search/analyse-article.ts';
import { packWords, unpackWords } from '../search/packed-words.ts';
import { dayOf } from '../search/search-query.ts';
import { bodyStart } from '../search/sentence-table.ts';
import { INITIAL, TERM_BITS } from '../search/token.ts';
import { withinTime } from '../text/within-time.ts';
import type { ArticleTables } from './article-tables.ts';
import { decodeBody, encodeBody, type StoredBody } from './body-codec.ts';
import { toToken } from './fts5-query.ts';
import { type DictionaryChange, internTerms, writeChange } from './sqlite-dictionary.ts';
import { valueList } from './value-list.ts';

type Tables = Transaction<ArticleTables>;

/** An article as indexing sees it; without a body it is gone. */
interface Row {
  readonly seq: number;
  readonly title: string;
  readonly source: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly duplicate_of: number | null;
  readonly body: StoredBody | null;
}

type WordsRow = Selectable<ArticleTables['article_words']>;

/** An article that gets words, or new ones. */
interface Analysed {
  readonly row: Row;
  readonly words: AnalysedWords;
}

/** The analyser starts anew when it knows so many terms: some 60 MB. */
const TERMS_LIMIT = 300_000;

const ROW = ['article.seq', 'title', 'source', 'published', 'language', 'duplicate_of', 'body'] as const;

const rowsOf = (tx: Tables) =>
  tx
    .selectFrom('article')
    .leftJoin('article_body', (join) =>
      join.onRef('article_body.seq', '=', 'article.seq').on('removed_at_ms', 'is', null),
    )
    .select(ROW);

/** Articles that are there, of those numbers, but for the rows at hand. */
const copiedRows = async (tx: Tables, rows: readonly Row[], copied: ReadonlySet<number>): Promise<Row[]> => {
  const known = new Set(rows.map(({ seq }) => seq));
  const others = [...copied].filter((seq) => !known.has(seq));
  if (others.length === 0) return [];
  return rowsOf(tx).where('article.seq', 'in', valueList(others)).execute();
};

/** By article, the titles of its copies, in the order of adding. */
const titlesOfCopies = async (
  tx: Tables,
  seqs: ReturnType<typeof valueList<number>>,
): Promise<Map<number, string[]>> => {
  const copies = await tx
    .selectFrom('article')
    .select(['duplicate_of', 'title'])
    .where('duplicate_of', 'in', seqs)
    .where('removed_at_ms', 'is', null)
    .orderBy('seq')
    .execute();
  const titles = new Map<number, string[]>();
  for (const { duplicate_of, title } of copies) {
    const known = titles.get(duplicate_of!);
    if (known === undefined) titles.set(duplicate_of!, [title]);
    else known.push(title);
  }
  return titles;
};

/** The numbers of the terms of some words, each once. */
const distinct = (tokens: Uint32Array): Set<number> => {
  const found = new Set<number>();
  for (const token of tokens) found.add(token & TERM_BITS);
  return found;
};

/** Stands between titles, so that no phrase runs from one into the next; no term is written so. */
const BORDER = '\uffff';

/** The words of an article as the search table takes them. */
const searchText = (
  words: AnalysedWords,
  termOf: (number: number) => string,
): { readonly title: string; readonly body: string } => {
  const start = bodyStart(words);
  const titles: string[] = [];
  const body: string[] = [];
  for (const [at, token] of words.tokens.entries()) {
    const text = at < start ? titles : body;
    if (at < start && at > 0 && token & INITIAL) text.push(BORDER);
    text.push(toToken(termOf(token & TERM_BITS)));
  }
  return { title: titles.join(' '), body: body.join(' ') };
};

/** Sums up what a transaction changes of the dictionary. */
class Tally {
  readonly frequencies = new Map<number, number>();
  readonly languages: Record<string, number> = {};
  tokens = 0;

  add(ids: Iterable<number>, tokens: number, language: string | null, by: 1 | -1): void {
    for (const id of ids) this.frequencies.set(id, (this.frequencies.get(id) ?? 0) + by);
    this.languages[language ?? ''] = (this.languages[language ?? ''] ?? 0) + by;
    this.tokens += by * tokens;
  }
}

/** `onUnreadable` hears of an article whose words could not be read: it is kept, and not found. */
export class ArticleIndexer {
  readonly #onUnreadable: (seq: number, error: unknown) => void;
  #analyser = new Analyser();
  /** Ids of the dictionary by number of the analyser's lexicon. */
  #ids: number[] = [];
  readonly #sources = new Map<string, number>();

  constructor(onUnreadable: (seq: number, error: unknown) => void) {
    this.#onUnreadable = onUnreadable;
  }

  /** Follows everything that was changed after that revision. */
  async follow(tx: Tables, revision: number): Promise<void> {
    await this.#index(tx, await rowsOf(tx).where('revision', '>', revision).execute());
  }

  /** Reads these articles again, compressing bodies that are plain; takes them out of the queue. */
  async reread(tx: Tables, seqs: readonly number[]): Promise<void> {
    const rows = await rowsOf(tx).where('article.seq', 'in', valueList(seqs)).execute();
    for (const { seq, body } of rows)
      if (typeof body === 'string')
        await tx
          .updateTable('article_body')
          .set({ body: encodeBody(body) })
          .where('seq', '=', seq)
          .execute();
    await this.#index(tx, rows);
  }

  /** Forgets ids that a transaction gave and took back. To be called where one failed. */
  forget(): void {
    this.#analyser = new Analyser();
    this.#ids = [];
    this.#sources.clear();
  }

  async #index(tx: Tables, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    if (this.#analyser.lexicon.size > TERMS_LIMIT) this.forget();
    const seqs = valueList(rows.map(({ seq }) => seq));
    await tx.deleteFrom('index_queue').where('seq', 'in', seqs).execute();
    const copied = await this.#moveTellings(tx, rows);
    const texts = [...rows, ...(await copiedRows(tx, rows, copied))];
    const numbers = valueList(texts.map(({ seq }) => seq));
    const tally = new Tally();
    const known = await tx.selectFrom('article_words').selectAll().where('seq', 'in', numbers).execute();
    await this.#removeWords(tx, known, tally);
    const size = await this.#addWords(tx, this.#analyse(texts, await titlesOfCopies(tx, numbers)), tally);
    const replaced = known.map(({ seq }) => seq);
    await writeChange(tx, { size, replaced, ...tally } satisfies DictionaryChange);
  }

  /** Puts the publications of these articles in the place of their old ones. Returns the articles that gain or lose a copy. */
  async #moveTellings(tx: Tables, rows: readonly Row[]): Promise<Set<number>> {
    const seqs = valueList(rows.map(({ seq }) => seq));
    const old = await tx
      .deleteFrom('publication')
      .where('seq', 'in', seqs)
      .returning(['of', 'seq'])
      .execute();
    const there = rows.filter(({ body }) => body !== null);
    const copied = new Set(there.flatMap(({ duplicate_of }) => duplicate_of ?? []));
    for (const { of, seq } of old) if (of !== seq) copied.add(of);
    if (there.length === 0) return copied;
    const values = [];
    for (const { seq, source, published, duplicate_of } of there)
      values.push({
        of: duplicate_of ?? seq,
        seq,
        source: await this.#sourceId(tx, source.toLowerCase()),
        day: dayOf(published),
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

  async #removeWords(tx: Tables, known: readonly WordsRow[], tally: Tally): Promise<void> {
    if (known.length === 0) return;
    for (const { seq, language, words } of known) {
      const { tokens } = unpackWords(seq, words);
      tally.add(distinct(tokens), tokens.length, language, -1);
    }
    const seqs = valueList(known.map(({ seq }) => seq));
    await sql`DELETE FROM article_fts WHERE rowid IN ${seqs}`.execute(tx);
    await tx.deleteFrom('article_words').where('seq', 'in', seqs).execute();
  }

  /** Copies have no words of their own. */
  #analyse(rows: readonly Row[], titles: ReadonlyMap<number, readonly string[]>): Analysed[] {
    const analysed: Analysed[] = [];
    for (const row of rows) {
      if (row.body === null || row.duplicate_of !== null) continue;
      try {
        const { seq, title, language } = row;
        const otherTitles = (titles.get(seq) ?? []).filter((other) => other !== title);
        const text = { title, language, otherTitles, body: decodeBody(row.body) };
        const length = text.body.length + title.length;
        analysed.push({ row, words: withinTime(length, () => this.#analyser.analyse(text)) });
      } catch (error) {
        this.#onUnreadable(row.seq, error);
      }
    }
    return analysed;
  }

  /** Returns how many term ids are in use then. */
  async #addWords(tx: Tables, analysed: readonly Analysed[], tally: Tally): Promise<number> {
    const { lexicon } = this.#analyser;
    const numbers = analysed.map(({ words }) => distinct(words.tokens));
    const unknown = new Set(
      numbers.flatMap((found) => [...found].filter((number) => !(number in this.#ids))),
    );
    const { ids, size } = await internTerms(
      tx,
      Array.from(unknown, (number) => lexicon.term(number)),
    );
    for (const number of unknown) this.#ids[number] = ids.get(lexicon.term(number))!;
    const idOf = (number: number): number => this.#ids[number]!;
    for (const [at, { row, words }] of analysed.entries()) {
      const { seq, language } = row;
      tally.add(Array.from(numbers[at]!, idOf), words.tokens.length, language, 1);
      await tx
        .insertInto('article_words')
        .values({ seq, language, words: packWords(words, idOf) })
        .execute();
      const { title, body } = searchText(words, (number) => lexicon.term(number));
      await sql`INSERT INTO article_fts (rowid, title, body) VALUES (${seq}, ${title}, ${body})`.execute(tx);
    }
    return size;
  }
}

/** Puts every article into the queue where its words were read by another analyser. */
export const queueOutdated = async (tx: Tables): Promise<void> => {
  const { analyser } = await tx.selectFrom('index_state').select('analyser').executeTakeFirstOrThrow();
  if (analyser === ANALYSER_VERSION) return;
  await sql`INSERT OR IGNORE INTO index_queue (seq)
    SELECT seq FROM article WHERE removed_at_ms IS NULL AND duplicate_of IS NULL`.execute(tx);
  await tx.updateTable('index_state').set({ analyser: ANALYSER_VERSION }).execute();
};
