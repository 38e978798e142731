/** In: where everything is kept. Out: the state there. */
import type { ClusterAddresses } from './cluster-addresses.ts';
import { refuseUnfinished } from './move/unfinished-move.ts';
import { openStateDatabase } from './state-database.ts';
import type { StateDatabase } from './state-tables.ts';

const open = async (dataDir: string, cluster: ClusterAddresses | null): Promise<StateDatabase> => {
  if (cluster === null) return openStateDatabase(dataDir);
  const { openPostgresState } = await import('./postgres/open-postgres-state.ts');
  return openPostgresState(cluster.databaseUrl);
};

/**
 * Opens the state in the cluster, whose client is loaded only then, else in the data folder. End it with `destroy()`.
 * @throws DatelineError, see `openPostgresState`, `openStateDatabase` and `refuseUnfinished`.
 */
export const openState = async (
  dataDir: string,
  cluster: ClusterAddresses | null,
): Promise<StateDatabase> => {
  const state = await open(dataDir, cluster);
  try {
    await refuseUnfinished(state);
    return state;
  } catch (error) {
    await state.destroy();
    throw error;
  }
};
