/** Counts what this process asks of PostgreSQL (statements) and of OpenSearch (HTTP requests) from now on. */
import { subscribe } from 'node:diagnostics_channel';
import pg from 'pg';

export interface Requests {
  readonly postgres: number;
  readonly openSearch: number;
}

/** Returns what was counted so far. */
export const countRequests = (): (() => Requests) => {
  let [postgres, openSearch] = [0, 0];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    postgres += 1;
    return Reflect.apply(query, this, args);
  } as typeof query;
  subscribe('http.client.request.start', () => {
    openSearch += 1;
  });
  return () => ({ postgres, openSearch });
};
