/**
 * The dictionary beside the articles: terms with their ids, and how many articles hold each. Frequencies stand in one row as
 * of some change; what later transactions changed stands in rows of its own, and is folded in now and then, so that
 * adding an article never rewrites the frequencies of all terms.
 */
import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { Dictionary } from '../search/forward-index.ts';
import { grown } from '../search/grown.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import type { ArticleTables } from './article-tables.ts';
import {
  addCounts,
  applyChanges,
  type Counts,
  decodeFrequencies,
  encodeChanges,
  encodeFrequencies,
  type FrequencyChanges,
} from './dictionary-counts.ts';
import { sqlOf } from './sql-of.ts';
import { findTerms, TermIds } from './term-ids.ts';

type Tables = Kysely<ArticleTables>;

/** Changes are folded in when there are this many more. */
const FOLD_AFTER = 64;
/** Of those folded in, the last this many stay for readers that go on from what they know. */
const KEPT_CHANGES = 256;

/** What is known of the dictionary as of one change. */
interface Numbers extends Counts {
  readonly revision: number;
  /** Of that change, null before the first. */
  readonly mark: string | null;
  readonly size: number;
  readonly frequencies: Uint32Array;
}

const EMPTY: Numbers = {
  revision: -1,
  mark: null,
  size: 0,
  tokens: 0,
  languages: {},
  frequencies: new Uint32Array(0),
};

const readBase = async (db: Tables): Promise<Numbers> => {
  const row = await db
    .selectFrom('dictionary')
    .leftJoin('dictionary_change', 'dictionary_change.id', 'dictionary.through')
    .selectAll('dictionary')
    .select('mark')
    .executeTakeFirstOrThrow();
  return {
    revision: row.through,
    mark: row.mark,
    size: row.size,
    tokens: row.tokens,
    languages: JSON.parse(row.languages),
    frequencies: decodeFrequencies(row.frequencies, row.size),
  };
};

/** `replaced`: articles whose words were replaced or removed since what was known; null if any may have been. */
interface Reading {
  readonly numbers: Numbers;
  readonly replaced: readonly number[] | null;
}

/** Goes on from what is known. The array of frequencies may be the same, with its numbers changed. */
const catchUp = async (
  db: Tables,
  known: Numbers,
): Promise<Reading & { readonly replaced: readonly number[] }> => {
  const changes = await db
    .selectFrom('dictionary_change')
    .selectAll()
    .where('id', '>', known.revision)
    .orderBy('id')
    .execute();
  let { revision, mark, size, frequencies } = known;
  let counts: Counts = known;
  const replaced: number[] = [];
  for (const change of changes) {
    ({ id: revision, mark } = change);
    replaced.push(...(JSON.parse(change.replaced) as number[]));
    size = change.size;
    frequencies = grown(frequencies, size);
    applyChanges(frequencies, change.frequencies);
    counts = addCounts(counts, { tokens: change.tokens, languages: JSON.parse(change.languages) });
  }
  const { tokens, languages } = counts;
  return { numbers: { revision, mark, size, frequencies, tokens, languages }, replaced };
};

/** `mark` is that of the change of number `revision`, null if there is none. */
interface Position {
  readonly through: number;
  readonly oldest: number | null;
  readonly latest: number | null;
  readonly mark: string | null;
}

const readPosition = async (db: Tables, revision: number): Promise<Position> => {
  const { rows } = await sql<Position>`
    SELECT through, (SELECT min(id) FROM dictionary_change) AS oldest, (SELECT max(id) FROM dictionary_change) AS latest,
      (SELECT mark FROM dictionary_change WHERE id = ${revision}) AS mark FROM dictionary`.execute(db);
  return rows[0]!;
};

/** Reads the numbers again if anything changed since; from the beginning if the change that is known is long ago, or another by now. */
const readNumbers = async (db: Tables, known: Numbers): Promise<Reading> => {
  const { through, oldest, latest, mark } = await readPosition(db, known.revision);
  const isSame = mark === known.mark;
  if (isSame && Math.max(through, latest ?? through) === known.revision)
    return { numbers: known, replaced: [] };
  const isFar = !isSame || oldest === null || oldest > known.revision + 1;
  const from = isFar ? await readBase(db) : known;
  const { numbers, replaced } = await catchUp(db, from);
  // Changes may have been folded in and deleted while they were read.
  const after = await readPosition(db, from.revision);
  if (after.oldest !== null && after.oldest > from.revision + 1 && after.through > from.revision)
    return readNumbers(db, EMPTY);
  return { numbers, replaced: isFar ? null : replaced };
};

const findBeginnings = async (
  db: Tables,
  beginnings: readonly string[],
  limit: number,
): Promise<Map<string, number>> => {
  if (beginnings.length === 0) return new Map();
  const { parameter } = sqlOf(db);
  // Put together by hand, since there may be hundreds. The limit is written out: SQLite compiles a statement again for each
  // value of one that is a parameter.
  const text = beginnings.map((_, at) => {
    const [from, to] = [parameter(2 * at + 1), parameter(2 * at + 2)];
    return `SELECT term, id FROM (SELECT term, id FROM term WHERE term >= ${from} AND term < ${to} LIMIT ${limit}) AS found`;
  });
  const parameters = beginnings.flatMap((beginning) => [beginning, `${beginning}\u{10ffff}`]);
  const { rows } = await db.executeQuery<{ term: string; id: number }>(
    CompiledQuery.raw(text.join(' UNION ALL '), parameters),
  );
  return new Map(rows.map(({ term, id }) => [term, id]));
};

/** Of the articles that say their language; 1 if none does. */
const englishShareOf = (languages: Counts['languages']): number => {
  const told = Object.entries(languages).filter(([language]) => language !== '');
  const all = told.reduce((sum, [, count]) => sum + count, 0);
  return all === 0 ? 1 : (languages[DEFAULT_LANGUAGE] ?? 0) / all;
};

/** One of a thread's readings of the dictionary. */
export class SqlDictionary {
  readonly #db: Tables;
  #ids: TermIds;
  #numbers: Numbers = EMPTY;

  constructor(db: Tables) {
    this.#db = db;
    this.#ids = new TermIds(db);
  }

  /** `replaced`: articles whose words were replaced or removed since the last call; null if any may have been. */
  async read(): Promise<{ dictionary: Dictionary; replaced: readonly number[] | null }> {
    const { numbers, replaced } = await readNumbers(this.#db, this.#numbers);
    this.#numbers = numbers;
    if (replaced === null) this.#ids = new TermIds(this.#db);
    return { dictionary: this.#dictionary(numbers), replaced };
  }

  #dictionary({ revision, size, tokens, languages, frequencies }: Numbers): Dictionary {
    const [db, ids] = [this.#db, this.#ids];
    const articles = Object.values(languages).reduce((sum, count) => sum + count, 0);
    const whole: Dictionary = {
      revision,
      size,
      articles,
      averageLength: articles === 0 ? 0 : tokens / articles,
      languages: Object.keys(languages).filter((language) => language !== ''),
      articlesIn: (language) => languages[language] ?? 0,
      englishShare: englishShareOf(languages),
      frequency: (id) => frequencies[id] ?? 0,
      ids: (terms) => ids.find(terms),
      startingWith: (beginnings, limit) => findBeginnings(db, beginnings, limit),
      get whole() {
        return whole;
      },
    };
    return whole;
  }
}

/** Which change of the dictionary it was. */
export interface ChangeKey {
  readonly id: number;
  readonly mark: string;
}

export const latestChange = (db: Tables): Promise<ChangeKey | undefined> =>
  db.selectFrom('dictionary_change').select(['id', 'mark']).orderBy('id', 'desc').limit(1).executeTakeFirst();

/** False if it is long ago, or the store fell back to an older copy of itself: ids of terms may be others' by now. */
export const isThere = async (db: Tables, { id, mark }: ChangeKey): Promise<boolean> => {
  const change = db
    .selectFrom('dictionary_change')
    .select('id')
    .where('id', '=', id)
    .where('mark', '=', mark);
  return (await change.executeTakeFirst()) !== undefined;
};

/** What one transaction changes of the dictionary. */
export interface DictionaryChange extends Counts {
  /** Ids in use. */
  readonly size: number;
  readonly frequencies: FrequencyChanges;
  /** Numbers of articles whose words it replaced or removed. */
  readonly replaced: readonly number[];
}

/** The ids in use are below this. */
export const sizeOf = async (tx: Tables): Promise<number> => {
  const latest = await tx
    .selectFrom('dictionary_change')
    .select('size')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (latest ?? (await tx.selectFrom('dictionary').select('size').executeTakeFirstOrThrow())).size;
};

/** Folds the changes into the one row if there are many. */
const fold = async (tx: Tables): Promise<void> => {
  const { numbers } = await catchUp(tx, await readBase(tx));
  await tx
    .updateTable('dictionary')
    .set({
      through: numbers.revision,
      size: numbers.size,
      tokens: numbers.tokens,
      languages: JSON.stringify(numbers.languages),
      frequencies: encodeFrequencies(numbers.frequencies.subarray(0, numbers.size)),
    })
    .execute();
  await tx
    .deleteFrom('dictionary_change')
    .where('id', '<=', numbers.revision - KEPT_CHANGES)
    .execute();
};

/**
 * The ids of these terms, all different, in their order; new ones are given the next. The ids in use are below `size`, and below the
 * size that is returned afterwards, which has to be given to the transaction's `writeChange`. For the one writer.
 */
export const internTerms = async (
  tx: Transaction<ArticleTables>,
  terms: readonly string[],
  size: number,
): Promise<{ ids: number[]; size: number }> => {
  const known = await findTerms(tx, terms);
  const added: [term: string, id: number][] = [];
  const ids = terms.map((term) => {
    const id = known.get(term);
    if (id !== undefined) return id;
    added.push([term, size + added.length]);
    return size + added.length - 1;
  });
  // In their order, so that each page of the table is changed once.
  if (added.length > 0)
    await sql`INSERT INTO term (term, id) SELECT value ->> 0, CAST(value ->> 1 AS BIGINT)
      FROM ${sqlOf(tx).objects(sql`${JSON.stringify(added)}`)} ORDER BY 1`.execute(tx);
  return { ids, size: size + added.length };
};

/** Lets readers know what a transaction changed, even if no frequency did. */
export const writeChange = async (
  tx: Transaction<ArticleTables>,
  { size, tokens, languages, frequencies, replaced }: DictionaryChange,
): Promise<ChangeKey> => {
  const { id, mark } = await tx
    .insertInto('dictionary_change')
    .values({
      size,
      tokens,
      languages: JSON.stringify(languages),
      frequencies: encodeChanges(frequencies),
      replaced: JSON.stringify(replaced),
      mark: randomUUID(),
    })
    .returning(['id', 'mark'])
    .executeTakeFirstOrThrow();
  if (id % FOLD_AFTER === 0) await fold(tx);
  return { id, mark };
};
