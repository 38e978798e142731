/** How long PostgreSQL may work on a statement, and until when an answer is waited for. */
import { type Kysely, sql, type Transaction } from 'kysely';

export const STATEMENT_TIMEOUT_MS = 30_000;
/** Beyond that, no answer is coming. */
const SILENCE_MS = 5_000;
const SETTING = 'statement_timeout';

/** In milliseconds, for the rest of a transaction; 0: as long as it takes. */
export const limitStatements = async <T>(tx: Kysely<T> | Transaction<T>, limitMs: number): Promise<void> => {
  await sql`SELECT set_config(${SETTING}, ${String(limitMs)}, true)`.execute(tx);
};

/** In: each statement of a connection, in order. Out: how many milliseconds to wait for its answer; undefined: without end. */
export const createPatience = (): ((text: string, parameters: readonly unknown[]) => number | undefined) => {
  let limitMs = STATEMENT_TIMEOUT_MS;
  return (text, [name, value]) => {
    if (name === SETTING) limitMs = Number(value);
    else if (/^(commit|rollback)$/i.test(text)) limitMs = STATEMENT_TIMEOUT_MS;
    return limitMs === 0 ? undefined : limitMs + SILENCE_MS;
  };
};
