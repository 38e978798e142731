/** The tables by which the processes of a cluster agree who does what. The embedded bot has none of them. */
import type { Kysely } from 'kysely';
import type { Migrations } from '../open-database.ts';
import { type ClusterTables, createClusterTables } from './migrations/cluster/001-cluster.ts';
import { createIdentifyTurns } from './migrations/cluster/002-identify-turn.ts';
import { createSharedLimits } from './migrations/cluster/003-shared-limits.ts';
import { openPostgres } from './open-postgres.ts';

const migrations: Migrations = {
  '001-cluster': createClusterTables,
  '002-identify-turn': createIdentifyTurns,
  '003-shared-limits': createSharedLimits,
};

export type ClusterDatabase = Kysely<ClusterTables>;

/**
 * Opens them over connections of their own, so that nothing else keeps a leader waiting. End it with `destroy()`.
 * @throws DatelineError, see `openPostgres`.
 */
export const openClusterTables = (url: string): Promise<ClusterDatabase> =>
  openPostgres<ClusterTables>(url, {
    migrations,
    migrationTable: 'cluster_migration',
  });
