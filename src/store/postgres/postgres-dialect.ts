/**
 * In: the address of a PostgreSQL database. Out: a kysely dialect over a pool of connections. The only module that names
 * `pg`, and the place where its errors become messages that say what to do.
 */
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { DatelineError } from '../../domain/errors.ts';
import { keptText } from './kept-text.ts';
import { createStatementNames } from './statement-names.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** A process that stops in the middle of a transaction holds its locks no longer than this. */
const IDLE_IN_TRANSACTION_MS = 5_000;
/** Of one process. */
const MAX_CONNECTIONS = 10;

/** What the server's or the system's error codes ask of an operator (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or correct host and port in DATABASE_URL',
  ECONNRESET: 'the connection was cut. It is made anew with the next query',
  EPIPE: 'the connection was cut. It is made anew with the next query',
  ENOENT: 'its socket is not there. Start PostgreSQL, or correct the host in DATABASE_URL',
  ENOTFOUND: 'its host is not known. Correct the host in DATABASE_URL',
  ETIMEDOUT: 'it does not answer. Check the network, or correct host and port in DATABASE_URL',
  '25P03': 'a transaction stood still for too long, as when the process was held up. It is made anew',
  '57014': 'it took too long to answer. Try again when it has less to do',
  '28P01': 'it refuses the password. Correct user and password in DATABASE_URL',
  '28000': 'it refuses this user. Correct the user in DATABASE_URL, or permit it in pg_hba.conf',
  '3D000': 'there is no database of that name. Make it with createdb, or correct the name in DATABASE_URL',
  '42501': 'this user may not do that. Make it the owner of the database',
  '53100': 'its disk is full. Free some space',
  '53300': 'it has no connection left. Raise max_connections, or start fewer processes',
  '57P01': 'it was stopped. The connection is made anew when it is back',
  '57P03': 'it is still starting. Try again in a moment',
};

/** What `pg` says in words alone. */
const codeOf = (error: unknown): string => {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code !== undefined) return code;
  if (/connection terminated|not queryable|Client has encountered/i.test(message)) return 'ECONNRESET';
  return /timeout/i.test(message) ? 'ETIMEDOUT' : '';
};

/** Errors with a remedy as a `DatelineError` (`unavailable`); any other as it was. */
const explained = (error: unknown): unknown => {
  const remedy = REMEDIES[codeOf(error)];
  if (remedy === undefined) return error;
  return new DatelineError('unavailable', `PostgreSQL cannot be used: ${remedy}.`, { cause: error });
};

const explaining = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw explained(error);
  }
};

/** BIGINT as a number, which all of ours are small enough for; one that is not is an error rather than another number. */
const toSafeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be read as a number`);
  return number;
};

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.INT8 && format !== 'binary' ? toSafeNumber : pg.types.getTypeParser(id, format),
};

const kept = (parameter: unknown): unknown =>
  typeof parameter === 'string' ? keptText(parameter) : parameter;

/** The pool in the shape kysely expects, whose queries are statements alone: no cursors. */
const adapt = (pool: pg.Pool, nameOf = createStatementNames()): PostgresPool => ({
  options: pool.options,
  async connect() {
    const client = await explaining(pool.connect());
    const query = (text: string, parameters: readonly unknown[]) =>
      explaining(client.query({ name: nameOf(text), text, values: parameters.map(kept) }));
    return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
  },
  end: () => pool.end(),
});

/**
 * At most ten connections, each opened when it is wanted and replaced when it dies. A statement ends after 30 s, and a
 * transaction in which nothing happens for 5 s is rolled back.
 * @throws DatelineError `invalid` if the address is not one of PostgreSQL's. The message never holds the address,
 * since that may have a password.
 */
export const openPostgresDialect = (url: string): PostgresDialect => {
  if (!/^postgres(ql)?:\/\/./.test(url))
    throw new DatelineError(
      'invalid',
      'DATABASE_URL is not the address of a PostgreSQL database. Expected postgresql://user:password@host:5432/name.',
    );
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: MAX_CONNECTIONS,
    keepAlive: true,
    application_name: 'dateline',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // A connection that dies leaves the pool; the next query opens another, or says what is wrong. Unheard, the error of one
  // that dies between two queries of a transaction would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool: adapt(pool) });
};
