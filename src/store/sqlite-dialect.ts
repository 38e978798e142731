/**
 * In: a path. Out: a kysely dialect over Node's own SQLite. The only module that names `node:sqlite`, and the place
 * where SQLite's errors become messages that say what to do.
 */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { DatelineError } from '../domain/errors.ts';

/** How long a statement waits for another process's write to end before it fails, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Prepared statements kept for reuse; past this many different ones, they are forgotten and prepared anew. */
const MAX_PREPARED = 500;

/**
 * Of a connection (https://sqlite.org/pragma.html): every commit is on disk, and the log is written back when it has 16 MB
 * of pages. As many are kept for reading; a writer reads few of them again.
 */
const settings = (readOnly: boolean): string => `PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
  PRAGMA cache_size = ${readOnly ? -16_000 : -4_000}; PRAGMA wal_autocheckpoint = 4000`;

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that an operator can do something about. */
const REMEDIES: Readonly<Record<number, string>> = {
  5: 'is in use by another program. Stop the other Dateline that uses this data folder, then try again',
  8: 'cannot be written. Check who owns the file and its folder',
  10: 'cannot be read or written: the disk reports an error. Check the disk and its free space',
  11: 'is damaged. Nothing was changed. Restore it from a backup, or move it away to start with an empty one; what is beside it and ends in -wal or -shm goes with it',
  13: 'cannot grow: the disk is full. Free some space',
  14: 'cannot be opened. Check that its folder exists and that this user may read and write it',
  26: 'is not a database. Nothing was changed. Restore it from a backup, or move it away to start with an empty one; what is beside it and ends in -wal or -shm goes with it',
};

/** What SQLite says if another connection holds a lock. */
const BUSY = 5;

const DISK_FULL = 13;
const DISK_ERROR = 10;
/** With less room than this, what the system calls an error of the disk is that it is full. */
const LITTLE_ROOM_BYTES = 256 * 1024;

const hasLittleRoom = (path: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < LITTLE_ROOM_BYTES;
  } catch {
    return false;
  }
};

/** Whether the error is a full disk and so may be retried; recognised by its message, the part that survives crossing threads. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof DatelineError && /the disk is full|ENOSPC/.test(error.message);

/** SQLite errors with a remedy as a `DatelineError` (`unavailable`) that names the file; any other as it was. */
const explainSqliteError = (error: unknown, path: string): unknown => {
  const code = (error as { errcode?: unknown }).errcode;
  const primary = typeof code === 'number' ? code & 0xff : null;
  const kind = primary === DISK_ERROR && hasLittleRoom(path) ? DISK_FULL : primary;
  const remedy = kind === null ? undefined : REMEDIES[kind];
  if (remedy === undefined) return error;
  return new DatelineError('unavailable', `The database ${path} ${remedy}.`, { cause: error });
};

/** Node's database in the shape kysely expects. */
const adapt = (database: DatabaseSync, path: string): SqliteDialectConfig['database'] => {
  const explained = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw explainSqliteError(error, path);
    }
  };
  const prepared = new Map<string, { statement: StatementSync; reader: boolean }>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    const statement = database.prepare(sql);
    const made = { statement, reader: statement.columns().length > 0 };
    // Full-text tables number their own rows beyond what a JavaScript number holds, and a write returns the last of them.
    if (!made.reader) statement.setReadBigInts(true);
    prepared.set(sql, made);
    return made;
  };
  return {
    close: () => explained(() => database.close()),
    prepare: (sql) => {
      const { statement, reader } = explained(() => prepare(sql));
      return {
        reader,
        all: (values) => explained(() => statement.all(...(values as SQLInputValue[]))),
        run: (values) => explained(() => statement.run(...(values as SQLInputValue[]))),
        iterate: (values) => explained(() => statement.iterate(...(values as SQLInputValue[]))),
      };
    },
  };
};

/** Takes the write lock when a transaction begins, so that one that reads before it writes cannot fail half-way. */
class WriterDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite has rolled back by itself if the disk is full or fails; report what went wrong, not that. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }
}

/** SQLite rolls back schema changes like any other; kysely assumes the opposite. */
class TransactionalSchemaAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #readOnly: boolean;

  constructor(config: SqliteDialectConfig, readOnly: boolean) {
    super(config);
    this.#config = config;
    this.#readOnly = readOnly;
  }
  override createDriver(): Driver {
    return this.#readOnly ? new SqliteDriver(this.#config) : new WriterDriver(this.#config);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSchemaAdapter();
  }
}

/**
 * Opens the file (made if it is absent, unless `readOnly`; `:memory:` lives until closed) in WAL mode, every
 * commit synced to disk (`synchronous = FULL`), foreign keys on.
 * @throws DatelineError `unavailable` if the file cannot be opened or is no database.
 */
export const openSqliteDialect = (path: string, { readOnly = false } = {}): SqliteDialect => {
  try {
    const database = new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS });
    try {
      if (!readOnly) database.exec('PRAGMA journal_mode = WAL');
      database.exec(settings(readOnly));
      return new NodeSqliteDialect({ database: adapt(database, path) }, readOnly);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw explainSqliteError(error, path);
  }
};

/** What SQLite says of a file that is damaged, or no database. */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

/**
 * Looks through a whole file, which takes ten seconds a gigabyte. Without its log: as if that were not there. What else is
 * wrong is said by whoever opens it.
 */
export const examine = (path: string, { withoutLog = false } = {}): 'whole' | 'damaged' | 'unknown' => {
  const address = pathToFileURL(path);
  if (withoutLog) address.search = 'immutable=1';
  try {
    const database = new DatabaseSync(address, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    try {
      const found = database.prepare('PRAGMA quick_check(1)').get();
      return found?.quick_check === 'ok' ? 'whole' : 'damaged';
    } finally {
      database.close();
    }
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    return errcode !== undefined && DAMAGED.has(errcode & 0xff) ? 'damaged' : 'unknown';
  }
};

/**
 * Holds the file (made if it is absent) for this process alone, until what is returned is called or the process ends,
 * however it ends. Null if another process holds it.
 * @throws DatelineError `unavailable` if the file cannot be opened or locked.
 */
export const holdFile = (path: string): (() => void) | null => {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    // Nothing is written, so that a full disk does not matter.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => database?.close();
  } catch (error) {
    database?.close();
    const { errcode } = error as { errcode?: number };
    if (errcode !== undefined && (errcode & 0xff) === BUSY) return null;
    throw explainSqliteError(error, path);
  }
};

/** All pages in one step: copied in parts, the copying begins anew whenever somebody writes between two of them. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Writes the database as it is at this moment into the file `to`, which must not be there, while others read and write.
 * @throws DatelineError `unavailable` if either file cannot be opened, read or written.
 */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(from, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    await backup(database, to, { rate: ALL_PAGES });
  } catch (error) {
    throw explainSqliteError(error, database === null ? from : to);
  } finally {
    database?.close();
  }
};
