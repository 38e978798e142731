/** The tables of `state.db` in PostgreSQL, for many processes at once. */
import { POSTGRES_STATE_MIGRATIONS } from '../migrations/postgres-state-migrations.ts';
import type { StateDatabase, StateTables } from '../state-tables.ts';
import { openPostgres } from './open-postgres.ts';

/**
 * Opens the state in the PostgreSQL database at that address. End it with `destroy()`.
 * @throws DatelineError, see `openPostgres`.
 */
export const openPostgresState = (url: string): Promise<StateDatabase> =>
  openPostgres<StateTables>(url, {
    migrations: POSTGRES_STATE_MIGRATIONS,
    migrationTable: 'kysely_migration',
  });
