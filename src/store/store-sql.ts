/**
 * What SQLite and PostgreSQL say in different words. All else in the stores over either has to read the same in both.
 * `sqlite-store-sql.ts` and `postgres/postgres-store-sql.ts` are twins; `sqlOf` chooses.
 */
import type { Expression, RawBuilder } from 'kysely';

/** A query whose rows can be held. */
interface Lockable<Query> {
  forUpdate(): Query;
}

export interface StoreSql {
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
  /** For statements that are not built by kysely: the parameter of that number, counted from 1. */
  parameter(at: number): string;
  /** For such statements: the items of the JSON list that is the parameter of that number. */
  parameterItems(at: number): string;
}
