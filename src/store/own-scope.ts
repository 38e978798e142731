/** Within what articles that are some servers' own are known by their keys and texts: what one feed or one server's folder brings. */
import { serverOfOrigin } from '../domain/corpus-server.ts';

/** Of an article's origin. */
export const ownScope = (origin: string): string => {
  const server = serverOfOrigin(origin);
  return server === null ? origin : `server:${server}`;
};

/** Of a row; null for all that is everyone's. */
export const scopeOf = (row: {
  readonly private_key: string | null;
  readonly origin: string;
}): string | null => (row.private_key === null ? null : ownScope(row.origin));
