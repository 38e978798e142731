/** The tables by which the processes of a cluster agree who does what. The embedded bot has none of them. */
import type { Kysely } from 'kysely';
import { type Migrations, migration } from '../migrations/migrate.ts';
import { openPostgres } from './open-postgres.ts';

/** Moments are the database's: the processes' own clocks may differ. */
const migrations: Migrations = {
  /** Who leads, and until when unless it says so again. */
  '001-cluster': migration(
    'CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until TIMESTAMPTZ NOT NULL)',
  ),
  /** When the next session at Discord's gateway may be started; Discord has several queues for large bots. */
  '002-identify-turn': migration(
    'CREATE TABLE identify_turn (queue INTEGER PRIMARY KEY, last TIMESTAMPTZ NOT NULL)',
  ),
  /**
   * What holds for all processes together: turns, how much each person may ask, and secrets. Limits are over in a minute, so
   * that nothing is lost if they are not kept over a crash of the database.
   */
  '003-shared-limits': migration(
    'DROP TABLE identify_turn',
    'CREATE UNLOGGED TABLE turn (name TEXT PRIMARY KEY, last TIMESTAMPTZ NOT NULL)',
    `CREATE UNLOGGED TABLE person_limit (
      person TEXT PRIMARY KEY, tokens FLOAT8 NOT NULL, refusals INTEGER NOT NULL, at TIMESTAMPTZ NOT NULL
    )`,
    'CREATE TABLE secret (name TEXT PRIMARY KEY, value BYTEA NOT NULL)',
  ),
};

/** Their statements are written out: kysely need not know what is in them. */
export type ClusterDatabase = Kysely<unknown>;

/**
 * Opens them over connections of their own, so that nothing else keeps a leader waiting. End it with `destroy()`.
 * @throws DatelineError, see `openPostgres`.
 */
export const openClusterTables = (url: string): Promise<ClusterDatabase> =>
  openPostgres(url, { migrations, migrationTable: 'cluster_migration' });
