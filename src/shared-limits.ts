/** In: the tables of a cluster. Out: the limits that hold for all its processes together, in the place of those of one. */
import { setTimeout as pause } from 'node:timers/promises';
import { BURST, type PersonLimits, permitOf, REFILL_MS } from './discord/person-limits.ts';
import { APART_MS, createRateLimiter, MADE_UP_MS, type RateLimiter } from './scheduling/rate-limiter.ts';
import { retry } from './scheduling/retry.ts';
import type { ClusterDatabase } from './store/postgres/open-cluster-tables.ts';
import { forgetFullBuckets, takeToken } from './store/postgres/person-buckets.ts';
import { sharedSecret, VOTER_KEY } from './store/postgres/shared-secret.ts';
import { countTurns, takeTurn } from './store/postgres/shared-turns.ts';
import { findVoterKey, hashVoter, makeVoterKey } from './store/voter-key.ts';

export interface SharedLimits {
  /** With it those who vote are hashed: as in the data folder, if a key is there and none is shared yet. */
  readonly voterKey: Buffer;
  readonly personLimits: PersonLimits;
  /** Of requests to Discord. */
  readonly pace: RateLimiter;
  /** Resolves when a session may be started in that queue of Discord's. */
  identifyTurn(queue: number, signal: AbortSignal): Promise<void>;
  /** To be called now and then. */
  forgetOld(): Promise<void>;
}

const REQUESTS = { name: 'requests', apartMs: APART_MS, madeUpMs: MADE_UP_MS };
/** The least time between two sessions in each queue of Discord's (https://discord.com/developers/docs/events/gateway#rate-limiting). */
const SESSIONS_APART_MS = 5_000;
/** Requests made for people are counted together, so that nobody waits for it. */
const COUNT_EVERY_MS = 100;
const BUCKET = { burst: BURST, refillMs: REFILL_MS };

const createSharedPace = (db: ClusterDatabase): RateLimiter => {
  const own = createRateLimiter();
  let counted = 0;
  const flush = (): void => {
    countTurns(db, REQUESTS, counted).catch(() => undefined);
    counted = 0;
  };
  return {
    count: () => {
      if (counted === 0) setTimeout(flush, COUNT_EVERY_MS).unref();
      counted += 1;
    },
    // If the database is away, nothing is sent that it would have to pace.
    turn: async () => {
      await pause(await takeTurn(db, REQUESTS).catch(() => APART_MS));
      // Turns meet if timers are late.
      await own.turn();
    },
  };
};

export const openSharedLimits = async (db: ClusterDatabase, dataDir: string): Promise<SharedLimits> => {
  const voterKey = await sharedSecret(db, VOTER_KEY, () => findVoterKey(dataDir) ?? makeVoterKey());
  return {
    voterKey,
    pace: createSharedPace(db),
    personLimits: {
      take: (personId) =>
        takeToken(db, hashVoter(voterKey, personId), BUCKET).then(
          ({ tokens, refusals }) => permitOf(tokens, refusals),
          // What they ask will say that the database is away.
          () => ({ allowed: true }),
        ),
    },
    async identifyTurn(queue, signal) {
      const turns = { name: `session ${queue}`, apartMs: SESSIONS_APART_MS };
      const waitMs = await retry(
        () => takeTurn(db, turns),
        () => undefined,
        signal,
      );
      await pause(waitMs, undefined, { signal });
    },
    forgetOld: () => forgetFullBuckets(db, BUCKET),
  };
};
