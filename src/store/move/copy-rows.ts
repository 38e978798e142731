/** In: a table in two databases, SQLite's or PostgreSQL's. Out: the rows of the one in the other. */
import { type Kysely, sql } from 'kysely';
import { inBatches } from '../../domain/in-batches.ts';

export type Row = Readonly<Record<string, unknown>>;
/** A database whose tables are named as the program runs. */
export type Tables = Kysely<Record<string, Row>>;

export const asTables = <T>(db: Kysely<T>): Tables => db as unknown as Tables;

const BATCH = 500;
/** SQLite takes 32,766 values in one statement. */
const MAX_VALUES = 32_000;

export const countRows = async (db: Tables, table: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(
    db,
  );
  return rows[0]!.count;
};

const lastRow = async (db: Tables, table: string, keys: readonly string[]): Promise<Row | null> => {
  const order = sql.join(keys.map((key) => sql`${sql.ref(key)} DESC`));
  const { rows } = await sql<Row>`SELECT * FROM ${sql.table(table)} ORDER BY ${order} LIMIT 1`.execute(db);
  return rows[0] ?? null;
};

const readAfter = async (
  db: Tables,
  table: string,
  keys: readonly string[],
  last: Row | null,
): Promise<readonly Row[]> => {
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  const values = last && sql.join(keys.map((key) => last[key]));
  // The first column by itself as well: PostgreSQL may have an index of that alone.
  const after = last
    ? sql`WHERE ${sql.ref(keys[0]!)} >= ${last[keys[0]!]} AND (${columns}) > (${values})`
    : sql``;
  const { rows } =
    await sql<Row>`SELECT * FROM ${sql.table(table)} ${after} ORDER BY ${columns} LIMIT ${BATCH}`.execute(db);
  return rows;
};

const insertRows = async (db: Tables, table: string, rows: readonly Row[]): Promise<void> => {
  const size = Math.floor(MAX_VALUES / Object.keys(rows[0] ?? { none: 0 }).length);
  for (const some of inBatches(rows, size)) await db.insertInto(table).values(some).execute();
};

export interface CopyOptions {
  /** The rows as they are written. */
  readonly prepare?: (rows: readonly Row[]) => readonly Row[];
  /** What is written with them, in their transaction. */
  readonly also?: (tx: Tables, rows: readonly Row[]) => Promise<void>;
  /** Called with how many rows are written, after each batch. */
  readonly onCopied: (rows: number) => void;
}

const inTransaction = (db: Tables, work: (tx: Tables) => Promise<void>): Promise<void> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);

/** Goes on behind the last row that is there. */
export const copyRows = async (
  from: Tables,
  to: Tables,
  table: string,
  keys: readonly string[],
  { prepare = (rows) => rows, also, onCopied }: CopyOptions,
): Promise<void> => {
  let last = await lastRow(to, table, keys);
  for (;;) {
    const rows = await readAfter(from, table, keys, last);
    if (rows.length === 0) return;
    await inTransaction(to, async (tx) => {
      await insertRows(tx, table, prepare(rows));
      await also?.(tx, rows);
    });
    last = rows.at(-1)!;
    onCopied(rows.length);
  }
};

/** Puts all rows in the place of those that are there. */
export const replaceRows = (from: Tables, to: Tables, table: string): Promise<void> =>
  inTransaction(to, async (tx) => {
    const { rows } = await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(from);
    await sql`DELETE FROM ${sql.table(table)}`.execute(tx);
    await insertRows(tx, table, rows);
  });
