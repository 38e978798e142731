/**
 * In: the tables of a cluster. Out: one leader at a time. The lease is a row with a deadline, since a lock would stay with
 * a process that is stopped or unplugged rather than dead.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { DatelineError } from '../../domain/errors.ts';
import type { ClusterDatabase } from './open-cluster-tables.ts';

/** Not heard of for this long, a leader is replaced. */
export const LEASE_MS = 10_000;
const RENEW_MS = 2_000;

export interface LeaderLease {
  /** Nobody had it, or whoever had it let go of it; false if it ran out. */
  readonly wasFree: boolean;
  /**
   * Renews it. Rejects if another leads, or if that cannot be known. To be called right before what only a leader may
   * do: nobody else leads for `LEASE_MS` from the call on.
   */
  confirm(): Promise<void>;
  /** The next leader need not wait then. */
  release(): Promise<void>;
}

const deadline: RawBuilder<Date> = sql`clock_timestamp() + make_interval(secs => ${LEASE_MS / 1_000})`;

/** Null if another has it. A row that was updated rather than inserted has an `xmax`. */
const take = async (db: ClusterDatabase, holder: string): Promise<{ wasFree: boolean } | null> => {
  const { rows } = await sql<{ was_free: boolean }>`
    INSERT INTO lease (name, holder, until) VALUES ('leader', ${holder}, ${deadline})
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
    WHERE lease.until < clock_timestamp()
    RETURNING xmax = 0 AS was_free`.execute(db);
  return rows[0] === undefined ? null : { wasFree: rows[0].was_free };
};

/** Also after the deadline, as long as nobody else has taken it: whoever does waits for this statement to end, or it for them. */
const renew = async (db: ClusterDatabase, holder: string): Promise<boolean> => {
  const { rows } = await sql`
    UPDATE lease SET until = ${deadline} WHERE name = 'leader' AND holder = ${holder} RETURNING holder`.execute(
    db,
  );
  return rows.length > 0;
};

/**
 * Null while another process leads. `onLost` is called once when another was given the lease meanwhile, as after this
 * process was stopped for a while.
 * @throws DatelineError `unavailable` if the database cannot be used.
 */
export const takeLeaderLease = async (
  db: ClusterDatabase,
  onLost: (error: DatelineError) => void,
): Promise<LeaderLease | null> => {
  // Shows people which process it is.
  const holder = `${hostname()} ${process.pid} ${randomUUID()}`;
  const taken = await take(db, holder);
  if (taken === null) return null;
  const closing = new AbortController();
  const lost = new DatelineError(
    'unavailable',
    'This process no longer leads: it was not heard of for too long, and another one took over. It has to be started anew, as a service manager does by itself.',
  );
  const lose = (): never => {
    if (!closing.signal.aborted) onLost(lost);
    closing.abort();
    throw lost;
  };
  const confirm = async (): Promise<void> => {
    if (closing.signal.aborted) throw lost;
    // Of a clock that goes on while the process is stopped.
    const askedMs = performance.now();
    if (!(await renew(db, holder))) lose();
    if (performance.now() - askedMs >= LEASE_MS)
      throw new DatelineError('unavailable', 'PostgreSQL took too long to say whether this process leads.');
  };
  const keep = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await pause(RENEW_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      // A database that is away for a moment changes nothing: whoever takes the lease needs it, too.
      if (!closing.signal.aborted) await confirm().catch(() => undefined);
    }
  };
  const keeping = keep();
  return {
    ...taken,
    confirm,
    async release() {
      closing.abort();
      await keeping;
      await sql`DELETE FROM lease WHERE name = 'leader' AND holder = ${holder}`.execute(db);
    },
  };
};
