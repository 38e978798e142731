/**
 * SQL as PostgreSQL says it; see `store-sql.ts`. JSON is read as `json`, never `jsonb`, which would give
 * `[4,5]` back as `[4, 5]`.
 */
import { sql } from 'kysely';
import type { StoreSql } from '../store-sql.ts';
import { keptText } from './kept-text.ts';

export const postgresStoreSql: StoreSql = {
  items: (list) => sql`json_array_elements_text(CAST(${list} AS json)) AS items (value)`,
  objects: (list) => sql`json_array_elements(CAST(${list} AS json)) AS items (value)`,
  holdRows: (query) => query.forUpdate(),
  holdName: (name) => sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
  instant: (ms) => sql`to_char(to_timestamp(${ms} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  keptText,
  parameter: (at) => `$${at}`,
  parameterItems: (at) => `json_array_elements_text($${at}::json) AS items (value)`,
};
