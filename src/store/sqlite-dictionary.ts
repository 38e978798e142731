/**
 * The dictionary in `articles.db`: terms with their ids, and how many articles hold each. Frequencies stand in one row as
 * of some change; what later transactions changed stands in rows of its own, and is folded in now and then, so that
 * adding an article never rewrites the frequencies of all terms.
 */
import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { Dictionary } from '../search/forward-index.ts';
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

type Tables = Kysely<ArticleTables>;

/** Asked by every question: to build these with kysely would take longer than to run them. */
const POSITION = `SELECT through, (SELECT min(id) FROM dictionary_change) AS oldest,
  (SELECT max(id) FROM dictionary_change) AS latest FROM dictionary`;
const BY_TERM = 'SELECT term, id FROM term WHERE term IN (SELECT value FROM json_each(?))';
const BY_BEGINNING = 'SELECT id FROM term WHERE term >= ? AND term < ? LIMIT ?';

/** Changes are folded in when there are so many more. */
const FOLD_AFTER = 64;
/** Of those folded in, the last so many stay for readers that go on from what they know. */
const KEPT_CHANGES = 256;

/** What is known of the dictionary as of one change. */
interface Numbers extends Counts {
  readonly revision: number;
  readonly size: number;
  readonly frequencies: Uint32Array;
}

const EMPTY: Numbers = { revision: -1, size: 0, tokens: 0, languages: {}, frequencies: new Uint32Array(0) };

const grown = (frequencies: Uint32Array, size: number): Uint32Array => {
  if (frequencies.length >= size) return frequencies;
  const larger = new Uint32Array(size + (size >>> 2));
  larger.set(frequencies);
  return larger;
};

const readBase = async (db: Tables): Promise<Numbers> => {
  const row = await db.selectFrom('dictionary').selectAll().executeTakeFirstOrThrow();
  return {
    revision: row.through,
    size: row.size,
    tokens: row.tokens,
    languages: JSON.parse(row.languages),
    frequencies: decodeFrequencies(row.frequencies, row.size),
  };
};

/** `replaced`: articles whose words were replaced or removed since what was known; null where any may have been. */
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
  let { revision, size, frequencies } = known;
  let counts: Counts = known;
  const replaced: number[] = [];
  for (const change of changes) {
    revision = change.id;
    replaced.push(...(JSON.parse(change.replaced) as number[]));
    size = change.size;
    frequencies = grown(frequencies, size);
    applyChanges(frequencies, change.frequencies);
    counts = addCounts(counts, { tokens: change.tokens, languages: JSON.parse(change.languages) });
  }
  const { tokens, languages } = counts;
  return { numbers: { revision, size, frequencies, tokens, languages }, replaced };
};

/** Reads the numbers again where anything changed since. */
const readNumbers = async (db: Tables, known: Numbers): Promise<Reading> => {
  const { rows } = await db.executeQuery<{ through: number; oldest: number | null; latest: number | null }>(
    CompiledQuery.raw(POSITION),
  );
  const { through, oldest, latest } = rows[0]!;
  if (Math.max(through, latest ?? through) === known.revision) return { numbers: known, replaced: [] };
  if (oldest !== null && oldest <= known.revision + 1) return catchUp(db, known);
  return { numbers: (await catchUp(db, await readBase(db))).numbers, replaced: null };
};

export const findTerms = async (db: Tables, terms: readonly string[]): Promise<Map<string, number>> => {
  if (terms.length === 0) return new Map();
  const { rows } = await db.executeQuery<{ term: string; id: number }>(
    CompiledQuery.raw(BY_TERM, [JSON.stringify(terms)]),
  );
  return new Map(rows.map(({ term, id }) => [term, id]));
};

/** One of a thread's readings of the dictionary. */
export class SqliteDictionary {
  readonly #db: Tables;
  #numbers: Numbers = EMPTY;

  constructor(db: Tables) {
    this.#db = db;
  }

  /** `replaced`: articles whose words were replaced or removed since the last call; null where any may have been. */
  async read(): Promise<{ dictionary: Dictionary; replaced: readonly number[] | null }> {
    const { numbers, replaced } = await readNumbers(this.#db, this.#numbers);
    this.#numbers = numbers;
    return { dictionary: this.#dictionary(numbers), replaced };
  }

  #dictionary({ revision, size, tokens, languages, frequencies }: Numbers): Dictionary {
    const db = this.#db;
    const articles = Object.values(languages).reduce((sum, count) => sum + count, 0);
    return {
      revision,
      size,
      articles,
      averageLength: articles === 0 ? 0 : tokens / articles,
      languages: Object.keys(languages).filter((language) => language !== ''),
      frequency: (id) => frequencies[id] ?? 0,
      ids: (terms) => findTerms(db, terms),
      async startingWith(prefix, limit) {
        const { rows } = await db.executeQuery<{ id: number }>(
          CompiledQuery.raw(BY_BEGINNING, [prefix, `${prefix}\u{10ffff}`, limit]),
        );
        return rows.map(({ id }) => id);
      },
    };
  }
}

/** What one transaction changes of the dictionary. */
export interface DictionaryChange extends Counts {
  /** Ids in use. */
  readonly size: number;
  readonly frequencies: FrequencyChanges;
  /** Numbers of articles whose words it replaced or removed. */
  readonly replaced: readonly number[];
}

/** The ids in use are below this. */
const sizeOf = async (tx: Tables): Promise<number> => {
  const latest = await tx
    .selectFrom('dictionary_change')
    .select('size')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (latest ?? (await tx.selectFrom('dictionary').select('size').executeTakeFirstOrThrow())).size;
};

/** Folds the changes into the one row where there are many. */
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
 * Gives each of these terms, all different, an id. To be called once a transaction, by the one writer; the transaction's
 * `writeChange` has to be told of the new size.
 */
export const internTerms = async (
  tx: Transaction<ArticleTables>,
  terms: readonly string[],
): Promise<{ ids: Map<string, number>; size: number }> => {
  const ids = await findTerms(tx, terms);
  const size = await sizeOf(tx);
  const added = terms.filter((term) => !ids.has(term)).map((term, at) => [term, size + at] as const);
  if (added.length > 0)
    await sql`INSERT INTO term (term, id) SELECT value ->> 0, value ->> 1
      FROM json_each(${JSON.stringify(added)})`.execute(tx);
  for (const [term, id] of added) ids.set(term, id);
  return { ids, size: size + added.length };
};

/** Tells readers what a transaction changed, even where no frequency did. */
export const writeChange = async (
  tx: Transaction<ArticleTables>,
  { size, tokens, languages, frequencies, replaced }: DictionaryChange,
): Promise<void> => {
  const { id } = await tx
    .insertInto('dictionary_change')
    .values({
      size,
      tokens,
      languages: JSON.stringify(languages),
      frequencies: encodeChanges(frequencies),
      replaced: JSON.stringify(replaced),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (id % FOLD_AFTER === 0) await fold(tx);
};
