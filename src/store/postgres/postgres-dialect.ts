/**
 * In: the address of a PostgreSQL database. Out: a kysely dialect over a pool of connections. The only module that
 * names `pg`.
 */
import { existsSync } from 'node:fs';
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { DatelineError } from '../../domain/errors.ts';
import { keptText } from '../sql-of.ts';
import { explaining } from './postgres-errors.ts';
import { createPatience, STATEMENT_TIMEOUT_MS } from './statement-limit.ts';
import { createStatementNames } from './statement-names.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** A process that stops in the middle of a transaction holds its locks no longer than this. */
const IDLE_IN_TRANSACTION_MS = 5_000;
const LIMITS = `SET statement_timeout = ${STATEMENT_TIMEOUT_MS}; SET idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`;
/** Of one process. */
const MAX_CONNECTIONS = 10;

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

/**
 * The pool in the shape kysely expects, whose queries are statements alone: no cursors. A connection that does not answer
 * after the server would have ended the statement is given up: its machine is gone, which would show only after a quarter of an hour otherwise.
 */
const adapt = (pool: pg.Pool, nameOf = createStatementNames()): PostgresPool => ({
  options: pool.options,
  async connect() {
    const client = await explaining(() => pool.connect());
    const patienceFor = createPatience();
    let isSilent = false;
    const ask = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
      const query_timeout = patienceFor(text, parameters);
      const query = { name: nameOf(text), text, values: parameters.map(kept), query_timeout };
      try {
        return await client.query(query);
      } catch (error) {
        isSilent = (error as Error).message === 'Query read timeout';
        if (isSilent) void (client as unknown as pg.Client).end();
        throw error;
      }
    };
    const query = (text: string, parameters: readonly unknown[]) => explaining(() => ask(text, parameters));
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release: () => client.release(isSilent),
    };
  },
  end: () => pool.end(),
});

/** A socket's folder may stand among the settings in place of a host. */
const isAddress = (url: string): boolean =>
  /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url.replace('@/', '@socket/'));

const checkAddress = (url: string): void => {
  if (!isAddress(url))
    throw new DatelineError(
      'invalid',
      'DATABASE_URL is not the address of a PostgreSQL database. Expected postgresql://user:password@host:5432/name, in which signs of a password that mean something in addresses are encoded: / as %2F, # as %23, ? as %3F.',
    );
  const files = ['sslrootcert', 'sslcert', 'sslkey'].map((name) =>
    new URL(url.replace('@/', '@socket/')).searchParams.get(name),
  );
  const absent = files.find((file) => file !== null && !existsSync(file));
  if (absent !== undefined)
    throw new DatelineError(
      'not_found',
      `DATABASE_URL names the file ${absent}, which is not there. Correct its path.`,
    );
};

/**
 * At most ten connections, each opened when it is wanted and replaced when it dies. A statement ends after 30 s (a
 * connection on which nothing is heard, 5 s later), and a transaction in which nothing happens for 5 s is rolled back.
 * @throws DatelineError `invalid` if the address is not one of PostgreSQL's. The message never holds the address,
 * since that may have a password.
 */
export const openPostgresDialect = (url: string): PostgresDialect => {
  checkAddress(url);
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: MAX_CONNECTIONS,
    keepAlive: true,
    application_name: 'dateline',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // Not as the connection begins: poolers refuse that.
    onConnect: async (client) => {
      await client.query(LIMITS);
    },
  });
  // A connection that dies leaves the pool; the next query opens another, or says what is wrong. Unheard, the error of one
  // that dies between two queries of a transaction would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool: adapt(pool) });
};
