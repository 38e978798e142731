/** For tools that work on the data folder: refuses to run if the data is in PostgreSQL. */
import type { Config } from '../config/settings.ts';
import { clusterOf } from '../config/settings-together.ts';
import { DatelineError } from '../domain/errors.ts';

/** @throws DatelineError `invalid` if articles and state are in PostgreSQL, which has tools of its own. */
export const refuseCluster = (config: Config): void => {
  if (clusterOf(config) === null) return;
  throw new DatelineError(
    'invalid',
    'DATABASE_URL is set: articles and state are in PostgreSQL. Back that up with pg_dump and put it back with pg_restore; OpenSearch is filled again from it.',
  );
};
