/** SQL as SQLite says it; see `store-sql.ts`. A transaction holds the whole file from its beginning. */
import { sql } from 'kysely';
import type { StoreSql } from './store-sql.ts';

export const sqliteStoreSql: StoreSql = {
  items: (list) => sql`json_each(${list})`,
  objects: (list) => sql`json_each(${list})`,
  holdRows: (query) => query,
  holdName: () => sql`SELECT 1`,
  instant: (ms) => sql`strftime('%Y-%m-%dT%H:%M:%SZ', ${ms} / 1000, 'unixepoch')`,
  keptText: (text) => text,
  parameter: () => '?',
  parameterItems: () => 'json_each(?)',
};
