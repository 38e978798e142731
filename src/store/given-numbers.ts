/** The numbers that the database gives to rows, in rising order. One that was given is not given again. */
import { type Kysely, sql } from 'kysely';
import { isPostgres } from './sql-of.ts';

/** The last one that was given, 0 before the first. */
export const lastGiven = async <T>(db: Kysely<T>, table: string, column: string): Promise<number> => {
  const given = isPostgres(db)
    ? sql`SELECT last_value AS last FROM pg_sequences
        WHERE pg_get_serial_sequence(${table}, ${column}) = schemaname || '.' || sequencename`
    : sql`SELECT max(seq) AS last FROM sqlite_sequence WHERE name = ${table}`;
  const highest = sql`SELECT max(${sql.ref(column)}) AS last FROM ${sql.table(table)}`;
  const rows = [given, highest].map(
    (query) => query.execute(db) as Promise<{ rows: { last: number | null }[] }>,
  );
  return Math.max(...(await Promise.all(rows)).map((found) => found.rows[0]?.last ?? 0));
};

/** Has the database go on behind that number. In SQLite only tables with AUTOINCREMENT know one that they do not hold. */
export const giveAfter = async <T>(
  db: Kysely<T>,
  table: string,
  column: string,
  last: number,
): Promise<void> => {
  if (last === 0) return;
  if (isPostgres(db)) {
    await sql`SELECT setval(pg_get_serial_sequence(${table}, ${column}), CAST(${last} AS BIGINT))`.execute(
      db,
    );
    return;
  }
  await sql`INSERT INTO sqlite_sequence (name, seq) SELECT name, 0 FROM sqlite_master
    WHERE name = ${table} AND sql LIKE '%AUTOINCREMENT%'
      AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ${table})`.execute(db);
  await sql`UPDATE sqlite_sequence SET seq = max(seq, ${last}) WHERE name = ${table}`.execute(db);
};
