/** In: a database. Out: its words for what SQLite and PostgreSQL say differently, and SQL made of them. */
import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';
import { postgresStoreSql } from './postgres/postgres-store-sql.ts';
import { sqliteStoreSql } from './sqlite-store-sql.ts';
import type { StoreSql } from './store-sql.ts';

type AnyDatabase = Pick<Kysely<never>, 'getExecutor'>;

export const isPostgres = (db: AnyDatabase): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

export const sqlOf = (db: AnyDatabase): StoreSql => (isPostgres(db) ? postgresStoreSql : sqliteStoreSql);

/** For `… in`: the numbers of a JSON list. */
export const listedNumbers = (db: AnyDatabase, json: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(SELECT CAST(value AS BIGINT) FROM ${sqlOf(db).items(json)})`;

/** For `… in`: takes one parameter however many there are, so that no statement takes too many. */
export const numberList = (db: AnyDatabase, numbers: readonly number[]): RawBuilder<number> =>
  listedNumbers(db, sql`${JSON.stringify(numbers)}`);

/** As `numberList`. */
export const textList = (db: AnyDatabase, texts: readonly string[]): RawBuilder<string> => {
  const { items, keptText } = sqlOf(db);
  return sql<string>`(SELECT value FROM ${items(sql`${JSON.stringify(texts.map(keptText))}`)})`;
};

/** The larger of a column and a number. */
export const larger = (column: string, number: number): RawBuilder<number> =>
  sql<number>`CASE WHEN ${sql.ref(column)} < ${number} THEN ${number} ELSE ${sql.ref(column)} END`;

/** When an article that is changed now was changed: never at the moment it came, which says that it is as it came. */
export const changedAt = (nowMs: number): RawBuilder<number> =>
  sql<number>`CASE WHEN added_at_ms < ${nowMs} THEN ${nowMs} ELSE added_at_ms + 1 END`;
