/** In: a path and the ordered migrations of one database file. Out: the database, checked and up to date. */
import { statSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { DatelineError } from '../domain/errors.ts';
import { makePrivateFile } from './data-folder.ts';
import { type Migrations, migrate } from './migrations/migrate.ts';
import { openSqliteDialect } from './sqlite-dialect.ts';

/** "Date" in ASCII: marks a file as ours (https://sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x44617465;

const damaged = (path: string, cause: unknown): DatelineError =>
  new DatelineError(
    'unavailable',
    `The database ${path} is damaged. Nothing was changed. Restore it from a backup, or move it away to start with an empty one; what is beside it and ends in -wal or -shm goes with it.`,
    { cause },
  );

/** Larger files are checked as a whole by `checkDatabase` alone: that takes ten seconds a gigabyte. */
const CHECKED_AT_ONCE_BYTES = 32 * 2 ** 20;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

export const isCheckedAtOnce = (path: string): boolean => sizeOf(path) <= CHECKED_AT_ONCE_BYTES;

/** What is wrong with a file, as SQLite says it; null if nothing is. Reads all of it. */
const problemIn = async (db: Kysely<unknown>): Promise<string | null> => {
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(db);
  return rows[0]?.quick_check === 'ok' ? null : (rows[0]?.quick_check ?? 'no answer');
};

/** Refuses a file that is damaged, as far as that shows soon, or another program's; marks a new one as ours. */
const checkFile = async (db: Kysely<unknown>, path: string): Promise<void> => {
  const problem = isCheckedAtOnce(path) ? await problemIn(db) : null;
  if (problem !== null) throw damaged(path, problem);
  const id = await sql<{ application_id: number }>`PRAGMA application_id`.execute(db);
  if (id.rows[0]?.application_id === APPLICATION_ID) return;
  const tables = await sql<{ count: number }>`SELECT count(*) AS count FROM sqlite_master`.execute(db);
  if (id.rows[0]?.application_id !== 0 || tables.rows[0]?.count !== 0) {
    throw new DatelineError(
      'unavailable',
      `The file ${path} is the database of another program. Nothing was changed. Set DATA_DIR to a folder of Dateline's own.`,
    );
  }
  await sql`PRAGMA application_id = ${sql.lit(APPLICATION_ID)}`.execute(db);
};

const tooNew = (path: string, name: string): DatelineError =>
  new DatelineError(
    'unavailable',
    `The database ${path} was changed by a newer Dateline (${name}). Nothing was changed. Run that version again, or restore a backup from before the update.`,
  );

/**
 * Whether whoever wrote to the file last did not close it: then SQLite's log is still beside it. Large files want a
 * `checkDatabase` then. To be asked before opening.
 */
export const wasLeftOpen = (path: string): boolean => sizeOf(`${path}-wal`) > 0;

/**
 * Reads a whole file and says what is wrong with it with what to do, or null. Takes long, and holds the
 * thread up: for a worker. Others may write meanwhile.
 */
export const checkDatabase = async (path: string): Promise<string | null> => {
  try {
    const db = new Kysely<unknown>({ dialect: openSqliteDialect(path, { readOnly: true }) });
    try {
      const problem = await problemIn(db);
      return problem === null ? null : damaged(path, problem).message;
    } finally {
      await db.destroy();
    }
  } catch (error) {
    if (error instanceof DatelineError) return error.message;
    throw error;
  }
};

/**
 * Opens one SQLite file (`:memory:` works as well), checks it (a large one by its header and tables alone) and runs its pending migrations in one transaction.
 * `Tables` describes its tables to kysely. The caller ends it with `destroy()`. A read-only opening checks and
 * changes nothing, and needs a file that its writer has opened before.
 * @throws DatelineError `unavailable` if the file cannot be opened, is damaged, belongs to another program or was
 * written by a newer Dateline. The file is left as it was.
 */
export const openDatabase = async <Tables>(
  path: string,
  migrations: Migrations,
  { readOnly = false } = {},
): Promise<Kysely<Tables>> => {
  if (!readOnly && path !== ':memory:') makePrivateFile(path);
  const db = new Kysely<Tables>({ dialect: openSqliteDialect(path, { readOnly }) });
  if (readOnly) return db;
  try {
    await checkFile(db as Kysely<unknown>, path);
    await migrate(db, migrations, { tooNew: (name) => tooNew(path, name) });
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
};
