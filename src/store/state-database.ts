/**
 * In: the data folder. Out: `state.db`, what a server set up and what was sent (feeds, subscriptions, deliveries,
 * buttons). Written by the main thread only. Its tables are in `state-tables.ts`, how they came about in
 * `migrations`; each part has a store of its own over them.
 */
import { join } from 'node:path';
import { makeDataFolder } from './data-folder.ts';
import { STATE_MIGRATIONS } from './migrations/state-migrations.ts';
import { openDatabase } from './open-database.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

/** Its name in the data folder. */
export const STATE_FILE = 'state.db';

/**
 * Opens `state.db` in the data folder (made if it is absent); null keeps it in memory. End it with `destroy()`.
 * @throws DatelineError `unavailable`, see `makeDataFolder` and `openDatabase`.
 */
export const openStateDatabase = async (dataDir: string | null): Promise<StateDatabase> => {
  if (dataDir !== null) makeDataFolder(dataDir);
  return openDatabase<StateTables>(
    dataDir === null ? ':memory:' : join(dataDir, STATE_FILE),
    STATE_MIGRATIONS,
  );
};
