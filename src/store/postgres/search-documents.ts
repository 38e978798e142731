/** In: the articles in PostgreSQL. Out: what an engine elsewhere keeps of them, in the order they changed. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { foldName } from '../../domain/query.ts';
import { toToken } from '../../search/lexicon.ts';
import type { DocumentSource } from '../../search/opensearch/follow-articles.ts';
import { unpackWords } from '../../search/packed-words.ts';
import type { IndexedPublication } from '../../search/publications.ts';
import { type SearchText, searchText } from '../../search/search-text.ts';
import { TERM_BITS } from '../../search/token.ts';
import type { ArticleTables } from '../article-tables.ts';
import { readHeardBy } from '../heard-articles.ts';
import { type ChangeKey, isThere, latestChange } from '../sql-dictionary.ts';
import { numberList } from '../sql-of.ts';

type Tables = Kysely<ArticleTables>;

/** Terms are kept by id, up to this many: some 30 MB. */
const TERMS_KEPT = 300_000;

/** Terms, as tokens, by their ids, which never change unless the store falls back to an older copy of itself. */
class Terms {
  readonly #db: Tables;
  readonly #known = new Map<number, string>();
  /** A change that came after all that is known. */
  #last: ChangeKey | undefined;

  constructor(db: Tables) {
    this.#db = db;
  }

  async read(ids: ReadonlySet<number>): Promise<(id: number) => string> {
    const isKnown = this.#last !== undefined && (await isThere(this.#db, this.#last));
    if (!isKnown || this.#known.size > TERMS_KEPT) this.#known.clear();
    const unknown = [...ids].filter((id) => !this.#known.has(id));
    const rows = this.#db.selectFrom('term').selectAll().where('id', 'in', numberList(this.#db, unknown));
    if (unknown.length > 0)
      for (const { id, term } of await rows.execute()) this.#known.set(id, toToken(term));
    this.#last = await latestChange(this.#db);
    return (id) => this.#known.get(id)!;
  }
}

const readTexts = async (
  db: Tables,
  terms: Terms,
  seqs: readonly number[],
): Promise<Map<number, SearchText>> => {
  const rows = await db
    .selectFrom('article_words')
    .select(['seq', 'words'])
    .where('seq', 'in', numberList(db, seqs))
    .execute();
  const all = rows.map(({ seq, words }) => unpackWords(seq, words));
  const ids = new Set<number>();
  for (const { tokens } of all) for (const token of tokens) ids.add(token & TERM_BITS);
  const tokenOf = await terms.read(ids);
  return new Map(all.map((words) => [words.seq, searchText(words, tokenOf)]));
};

/** Reads what articles are searched by, by their numbers; those without words are left out. */
export const createTextReader = (
  db: Tables,
): ((seqs: readonly number[]) => Promise<Map<number, SearchText>>) => {
  const terms = new Terms(db);
  return (seqs) => readTexts(db, terms, seqs);
};

/** By article, its own publication first. */
const readPublications = async (
  db: Tables,
  seqs: readonly number[],
): Promise<Map<number, IndexedPublication[]>> => {
  const rows = await db
    .selectFrom('publication')
    .innerJoin('source', 'source.id', 'publication.source')
    .innerJoin('article', 'article.seq', 'publication.seq')
    .select(['of', 'publication.seq', 'name', 'author', 'day', 'private'])
    .where('of', 'in', numberList(db, seqs))
    .orderBy(sql`publication.seq <> publication.of`)
    .orderBy('publication.seq')
    .execute();
  const own = rows.filter((row) => row.private === 1).map(({ seq }) => seq);
  const heardBy = await readHeardBy(db, own);
  const publications = new Map<number, IndexedPublication[]>(seqs.map((seq) => [seq, []]));
  for (const { of, seq, name, author, day } of rows)
    publications.get(of)!.push({
      seq,
      of,
      source: name,
      author: author && foldName(author),
      day,
      heardBy: heardBy.get(seq) ?? null,
    });
  return publications;
};

interface Change {
  readonly seq: number;
  readonly revision: number;
  readonly mark: string;
  /** Of its packed words; null if it is gone. */
  readonly bytes: number | null;
}

const MOST_AT_ONCE = 200;
/** Of packed words that are read at once: unpacked and written out they take some twenty times as much memory. */
const BYTES_AT_ONCE = 2_000_000;

/** The mark of the transaction that made the change of that number. */
const markOf = (revision: RawBuilder<unknown>): RawBuilder<string> =>
  sql`(SELECT mark FROM search_mark WHERE revision >= ${revision} ORDER BY revision LIMIT 1)`;

/** The first ones, one at least. */
const upToBytes = (changes: readonly Change[]): readonly Change[] => {
  let sum = 0;
  return changes.filter(({ bytes }, at) => {
    sum += bytes ?? 0;
    return at === 0 || sum <= BYTES_AT_ONCE;
  });
};

export const createDocumentSource = (db: Tables): DocumentSource => {
  const readTextsOf = createTextReader(db);
  return {
    async name() {
      const { rows } = await sql<{ name: string }>`SELECT name FROM search_source`.execute(db);
      return rows[0]!.name;
    },
    async position(revision) {
      const { rows } = await sql<{ latest: number; mark: string | null }>`
        SELECT coalesce((SELECT max(revision) FROM search_change), 0) AS latest,
          ${markOf(sql`${revision}`)} AS mark`.execute(db);
      return rows[0]!;
    },
    async after(revision) {
      const { rows: all } = await sql<Change>`SELECT seq, revision, octet_length(words) AS bytes,
          ${markOf(sql`search_change.revision`)} AS mark
        FROM search_change LEFT JOIN article_words USING (seq)
        WHERE revision > ${revision} ORDER BY revision LIMIT ${MOST_AT_ONCE}`.execute(db);
      const rows = upToBytes(all);
      // Read after the numbers of the changes: an article may be newer than its number says, and comes again then.
      const seqs = rows.map(({ seq }) => seq);
      const [texts, publications] = [await readTextsOf(seqs), await readPublications(db, seqs)];
      const nothing: SearchText = { title: '', body: '' };
      return rows.map(({ seq, revision, mark }) => ({
        seq,
        revision,
        mark,
        ...(texts.get(seq) ?? nothing),
        publications: publications.get(seq)!,
      }));
    },
  };
};
