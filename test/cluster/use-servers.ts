/** The servers that all files of tests share. To be called at the top of a file; if one is not installed, it does nothing. */
import { afterAll, beforeAll, inject } from 'vitest';
import { lacksOpenSearch } from './opensearch.ts';
import { lacksPostgres, type PostgresUser, usePostgres } from './postgres.ts';

/** Starts it if no file has asked for it yet. */
const placeOf = async (name: 'postgres' | 'opensearch'): Promise<string> => {
  const response = await fetch(`${inject('clusterServers')}/${name}`);
  const place = await response.text();
  if (!response.ok) throw new Error(place);
  return place;
};

export const useServer = (): (() => PostgresUser | undefined) => {
  let server: PostgresUser | undefined;
  beforeAll(async () => {
    if (!lacksPostgres) server = usePostgres(await placeOf('postgres'));
  });
  afterAll(() => server?.dropDatabases());
  return () => server;
};

/** The address of the node. */
export const useSearchNode = (): (() => string) => {
  let url = '';
  beforeAll(async () => {
    if (!lacksOpenSearch) url = await placeOf('opensearch');
  });
  return () => url;
};
