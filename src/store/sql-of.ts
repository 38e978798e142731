/**
 * What SQLite and PostgreSQL say in different words, and SQL made of it. All else in the stores over either has to read the
 * same in both.
 */
import { type Expression, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

/** A query whose rows can be held. */
interface Lockable<Query> {
  forUpdate(): Query;
}

interface StoreSql {
  /** A table with one column `value`: the items of a JSON list of numbers or of texts. Numbers are still to be cast. */
  items(list: Expression<unknown>): RawBuilder<unknown>;
  /** A table with one column `value`: the objects of a JSON list, for `->>`. */
  objects(list: Expression<unknown>): RawBuilder<unknown>;
  /** The rows that the query finds are held until the transaction ends. */
  holdRows<Query extends Lockable<Query>>(query: Query): Query;
  /** Of all transactions that hold the same name, one goes on at a time. */
  holdName(name: string): RawBuilder<unknown>;
  /** A moment in epoch milliseconds as an ISO instant, to the second. */
  instant(ms: Expression<number>): RawBuilder<string>;
  /** A text as it is kept: PostgreSQL's hold no U+0000. What is compared outside of SQL is to be put so. */
  keptText(text: string): string;
  /** In a statement that kysely does not build: the parameter of that number, counted from 1. */
  parameter(at: number): string;
}

/** A transaction holds the whole file from its beginning. */
const SQLITE: StoreSql = {
  items: (list) => sql`json_each(${list})`,
  objects: (list) => sql`json_each(${list})`,
  holdRows: (query) => query,
  holdName: () => sql`SELECT 1`,
  instant: (ms) => sql`strftime('%Y-%m-%dT%H:%M:%SZ', ${ms} / 1000, 'unixepoch')`,
  keptText: (text) => text,
  parameter: () => '?',
};

/** JSON is read as `json`, never `jsonb`, which would give `[4,5]` back as `[4, 5]`. */
const POSTGRES: StoreSql = {
  items: (list) => sql`json_array_elements_text(CAST(${list} AS json)) AS items (value)`,
  objects: (list) => sql`json_array_elements(CAST(${list} AS json)) AS items (value)`,
  holdRows: (query) => query.forUpdate(),
  holdName: (name) => sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
  instant: (ms) => sql`to_char(to_timestamp(${ms} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  keptText: (text) => (text.includes('\u0000') ? text.replaceAll('\u0000', '\ufffd') : text),
  parameter: (at) => `$${at}`,
};

/** A text as PostgreSQL keeps it. */
export const { keptText } = POSTGRES;

type AnyDatabase = Pick<Kysely<never>, 'getExecutor'>;

export const isPostgres = (db: AnyDatabase): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

export const sqlOf = (db: AnyDatabase): StoreSql => (isPostgres(db) ? POSTGRES : SQLITE);

/** For `… in`: the numbers of a JSON list. */
export const listedNumbers = (db: AnyDatabase, json: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(SELECT CAST(value AS BIGINT) FROM ${sqlOf(db).items(json)})`;

/** For `… in`: takes one parameter however many there are, so that no statement takes too many. */
export const numberList = (db: AnyDatabase, numbers: readonly number[]): RawBuilder<number> =>
  listedNumbers(db, sql`${JSON.stringify(numbers)}`);

/** As `numberList`. */
export const textList = (db: AnyDatabase, texts: readonly string[]): RawBuilder<string> => {
  const kept = sqlOf(db);
  return sql<string>`(SELECT value FROM ${kept.items(sql`${JSON.stringify(texts.map(kept.keptText))}`)})`;
};

/** As `numberList`, for SQLite alone. */
export const valueList = <T extends number | string>(values: readonly T[]): RawBuilder<T> =>
  sql<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** The larger of a column and a number. */
export const larger = (column: string, number: number): RawBuilder<number> =>
  sql<number>`CASE WHEN ${sql.ref(column)} < ${number} THEN ${number} ELSE ${sql.ref(column)} END`;

/** When an article that is changed now was changed: never at the moment it came, which says that it is as it came. */
export const changedAt = (nowMs: number): RawBuilder<number> =>
  sql<number>`CASE WHEN added_at_ms < ${nowMs} THEN ${nowMs} ELSE added_at_ms + 1 END`;
