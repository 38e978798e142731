/** In: the address of a PostgreSQL database and names in it. Out: no other process has one of them while this one lives. */
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { openPostgresDialect } from './postgres-dialect.ts';

/** Between two looks whether it is still held, or free by now. */
const LOOK_MS = 2_000;
/** Who has not looked for this long is stopped, or cut off without the server knowing. */
const SILENT_MS = 10_000;

export interface HoldOptions {
  /** Called once if another process has one of them, which is then waited for. */
  onWaiting(): void;
  /** Called once if the connection was cut and another process was quicker. */
  onLost(): void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/** Whether all locks, which go with their connection, are this connection's now. Those that are free are taken in any case. */
const take = async (db: Kysely<unknown>, names: readonly string[]): Promise<boolean> => {
  const { rows } = await sql<{ held: boolean }>`
    SELECT bool_and(pg_try_advisory_lock(hashtextextended(name, 0))) AS held
    FROM unnest(${names}::text[]) AS name`.execute(db);
  return rows[0]!.held;
};

/** Ends the connections of those who hold one of them and do nothing any more: a process that goes on finds it cut. */
const endSilent = async (db: Kysely<unknown>, names: readonly string[]): Promise<void> => {
  await sql`
    SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND datname = current_database()
      AND database = datid AND state_change < clock_timestamp() - make_interval(secs => ${SILENT_MS / 1_000})
      AND (classid::bigint << 32 | objid::bigint)
        IN (SELECT hashtextextended(name, 0) FROM unnest(${names}::text[]) AS name)`.execute(db);
};

/**
 * Waits until the names are free, or their holder does nothing any more, and takes them; returns the way to let go of them. A
 * connection that is cut is made again as soon as the database answers.
 * @throws DatelineError `unavailable` if the database cannot be used, or the signal's reason.
 */
export const holdNames = async (
  url: string,
  names: readonly string[],
  { onWaiting, onLost, signal }: HoldOptions,
): Promise<() => Promise<void>> => {
  const db = new Kysely<unknown>({ dialect: openPostgresDialect(url) });
  const closing = new AbortController();
  const wait = (): Promise<void> =>
    pause(LOOK_MS, undefined, { signal: closing.signal }).catch(() => undefined);
  const begun = Promise.withResolvers<void>();
  signal?.addEventListener('abort', () => begun.reject(signal.reason), { once: true });
  let [wasHeld, isCut] = [false, false];

  const untilFree = async (connection: Kysely<unknown>): Promise<void> => {
    for (let tries = 0; !closing.signal.aborted && !(await take(connection, names)); tries++) {
      if (wasHeld) {
        onLost();
        return closing.abort();
      }
      if (tries === 0) onWaiting();
      await endSilent(connection, names);
      await wait();
    }
  };
  const hold = (): Promise<void> =>
    db.connection().execute(async (connection) => {
      await untilFree(connection);
      [wasHeld, isCut] = [true, false];
      begun.resolve();
      while (!closing.signal.aborted) {
        await sql`SELECT 1`.execute(connection);
        await wait();
      }
    });
  const keep = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await hold();
      } catch (error) {
        if (!wasHeld) return begun.reject(error);
        // At once, the first time: another process may have it by now.
        if (isCut) await wait();
        isCut = true;
      }
    }
  };
  const keeping = keep();
  const letGo = async (): Promise<void> => {
    closing.abort();
    await keeping;
    await db.destroy();
  };
  try {
    await begun.promise;
    return letGo;
  } catch (error) {
    await letGo();
    throw error;
  }
};
