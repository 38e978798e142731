/** In: a cluster's database. Out: one of its processes leads and one answers, and the next one does soon after it is gone. */
import { setTimeout as pause } from 'node:timers/promises';
import { ANSWER_WITHIN_MS } from './discord/discord-sender.ts';
import { DatelineError } from './domain/errors.ts';
import type { Shards } from './domain/shards.ts';
import type { Logger } from './log.ts';
import { openSharedLimits, type SharedLimits } from './shared-limits.ts';
import { clockAhead } from './store/postgres/clock-difference.ts';
import { holdNames } from './store/postgres/hold-names.ts';
import { LEASE_MS, type LeaderLease, takeLeaderLease } from './store/postgres/leader-lease.ts';
import { type ClusterDatabase, openClusterTables } from './store/postgres/open-cluster-tables.ts';

export interface ClusterMember {
  readonly limits: SharedLimits;
  /** Rejects while this process does not lead for sure. */
  confirm(): Promise<void>;
  /**
   * Has `lead` called once this process is to lead. Resolves when that has begun, or when it is known that another process
   * leads, after which this one waits. `sendingAfterMs`: what the leader before may have sent is through by then.
   */
  stand(lead: (sendingAfterMs: number) => Promise<void>): Promise<void>;
  /** Resolves when no other process answers for one of these shards; null: for all there are. */
  answerAlone(shards: Shards | null): Promise<void>;
  /** Waits no longer; resolves when `lead` is not under way any more. */
  withdraw(): Promise<void>;
  /** Lets another one lead. */
  close(): Promise<void>;
}

const LOOK_MS = 1_000;
/** Digests that are late or early by less than this, nobody notices. */
const CLOCK_SLACK_S = 60;

const checkClock = async (db: ClusterDatabase, now: () => number, log: Logger): Promise<void> => {
  const seconds = Math.round((await clockAhead(db, now)) / 1_000);
  if (Math.abs(seconds) < CLOCK_SLACK_S) return;
  log.warn(
    `The clock of this machine is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} PostgreSQL's. Set both by a time server: digests and "today" go by this machine's.`,
  );
};

export interface ClusterPlace {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** This machine's clock. */
  readonly now: () => number;
}

/** `onLost` is called if another process took over what this one did, or if it could not begin to lead. */
export const joinCluster = async (
  { databaseUrl, dataDir, now }: ClusterPlace,
  log: Logger,
  onLost: (error: DatelineError) => void,
): Promise<ClusterMember> => {
  const db = await openClusterTables(databaseUrl);
  const limits = await openSharedLimits(db, dataDir).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  await checkClock(db, now, log).catch((err) => log.warn({ err }, 'the clocks could not be compared'));
  const withdrawing = new AbortController();
  let lease: LeaderLease | null = null;
  let standing: Promise<void> = Promise.resolve();
  let letGo = async (): Promise<void> => undefined;

  type Lead = Parameters<ClusterMember['stand']>[0];
  /** Whether it leads now. */
  const tryToLead = async (lead: Lead): Promise<boolean> => {
    lease = await takeLeaderLease(db, onLost);
    if (lease === null) return false;
    // Each request was confirmed before it was sent, and the lease ran for LEASE_MS from then on.
    await lead(lease.wasFree ? 0 : ANSWER_WITHIN_MS - LEASE_MS);
    return true;
  };
  const wait = async (lead: Lead): Promise<void> => {
    for (;;) {
      await pause(LOOK_MS, undefined, { signal: withdrawing.signal }).catch(() => undefined);
      if (withdrawing.signal.aborted) return;
      try {
        if (await tryToLead(lead)) return log.warn('this process leads now');
      } catch (cause) {
        // The database is away: it will be back.
        if (lease === null) continue;
        // What it was about to do was ended with it.
        if (withdrawing.signal.aborted) return;
        const isTold = cause instanceof DatelineError;
        return onLost(
          isTold
            ? cause
            : new DatelineError('unavailable', 'This process could not begin to lead.', { cause }),
        );
      }
    }
  };
  return {
    limits,
    async confirm() {
      if (lease === null) throw new DatelineError('unavailable', 'Another process leads.');
      await lease.confirm();
    },
    async stand(lead) {
      if (await tryToLead(lead)) return;
      log.warn('another process leads; this one takes over when that is gone');
      standing = wait(lead);
    },
    async answerAlone(shards) {
      const names = shards?.ids.map((id) => `gateway ${id}/${shards.count}`) ?? ['gateway'];
      letGo = await holdNames(databaseUrl, names, {
        signal: withdrawing.signal,
        onWaiting: () => log.warn('another process answers people; this one waits until that has ended'),
        onLost: () =>
          onLost(new DatelineError('unavailable', 'Another process answers people in place of this one.')),
      });
    },
    async withdraw() {
      withdrawing.abort();
      await standing;
    },
    async close() {
      await letGo();
      await lease?.release().catch(() => undefined);
      await db.destroy();
    },
  };
};
