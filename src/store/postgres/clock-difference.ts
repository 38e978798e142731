/** In: the tables of a cluster and this machine's clock. Out: how far the two clocks are apart. */
import { sql } from 'kysely';
import type { ClusterDatabase } from './open-cluster-tables.ts';

/** Milliseconds that this machine's clock is ahead of the database's, less than 0 if it is behind; right to the time a query takes. */
export const clockAhead = async (db: ClusterDatabase, now: () => number): Promise<number> => {
  const { rows } = await sql<{ now_ms: number }>`
    SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now_ms`.execute(db);
  return now() - rows[0]!.now_ms;
};
