/** In: the address of a PostgreSQL database and the ordered migrations of it. Out: the database, checked and up to date. */
import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression, sql } from 'kysely';
import { DatelineError } from '../../domain/errors.ts';
import { type Migrations, migrate } from '../migrations/migrate.ts';
import { openPostgresDialect } from './postgres-dialect.ts';

const OLDEST_VERSION = 15;

const readServer = async (db: Kysely<unknown>): Promise<{ version: string; connection: number }> => {
  const { rows } = await sql<{ version: string; connection: number }>`
    SELECT current_setting('server_version_num') AS version, pg_backend_pid() AS connection`.execute(db);
  return rows[0]!;
};

/** Locks by which one process at a time answers are held by connections: no two may share one. */
const checkServer = (db: Kysely<unknown>): Promise<void> =>
  db.connection().execute(async (one) => {
    const { version: number, connection } = await readServer(one);
    const version = Math.floor(Number(number) / 10_000);
    if (version < OLDEST_VERSION)
      throw new DatelineError(
        'unavailable',
        `Dateline needs PostgreSQL ${OLDEST_VERSION} or later; DATABASE_URL leads to version ${version}. Nothing was changed.`,
      );
    if ((await readServer(db)).connection === connection)
      throw new DatelineError(
        'unavailable',
        'DATABASE_URL leads to a pooler that shares connections between transactions. Dateline needs connections of its own: let it connect to PostgreSQL itself, or set pool_mode = session there. Nothing was changed.',
      );
  });

const tooNew = (name: string): DatelineError =>
  new DatelineError(
    'unavailable',
    `The PostgreSQL database was changed by a newer Dateline (${name}). Nothing was changed. Run that version again, or restore a dump from before the update.`,
  );

/** What of the database is opened: the tables of one of the two keep a record of migrations of their own. */
export interface PostgresPart {
  readonly migrations: Migrations;
  /** The table that says which migrations ran. */
  readonly migrationTable: string;
}

/**
 * Opens the database and runs the pending migrations of a part of it in one transaction. Several processes may do so at once: an advisory
 * lock lets one migrate while the others wait. The caller ends it with `destroy()`.
 * @throws DatelineError `invalid` or `unavailable` if it cannot be reached, is older than PostgreSQL 15, is behind a pooler
 * that shares connections, or was changed by a newer Dateline.
 */
export const openPostgres = async <Tables>(
  url: string,
  { migrations, migrationTable }: PostgresPart,
): Promise<Kysely<Tables>> => {
  // PostgreSQL has no empty lists.
  const plugins = [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })];
  const db = new Kysely<Tables>({ dialect: openPostgresDialect(url), plugins });
  try {
    await checkServer(db as Kysely<unknown>);
    await migrate(db, migrations, { table: migrationTable, tooNew });
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
};
