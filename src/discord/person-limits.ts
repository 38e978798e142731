/** In: who asks. Out: whether they may now, so that one person cannot keep the bot from the others. */

/** A person may ask this many times in a row; each comes back after `REFILL_MS`. */
export const BURST = 20;
export const REFILL_MS = 3_000;

export type Permit =
  | { readonly allowed: true }
  /** `told`: this person was refused already since they were last let through, and knows. */
  | { readonly allowed: false; readonly retryInMs: number; readonly told: boolean };

export interface PersonLimits {
  take(personId: string): Permit | Promise<Permit>;
}

interface Bucket {
  tokens: number;
  atMs: number;
  /** In a row. */
  refusals: number;
}

/** From what a bucket holds after it was asked for a token. */
export const permitOf = (tokens: number, refusals: number): Permit =>
  refusals === 0
    ? { allowed: true }
    : { allowed: false, retryInMs: Math.ceil((1 - tokens) * REFILL_MS), told: refusals > 1 };

/** A token bucket for each person, in memory; full ones are dropped, so that only the last minute is held. */
export const createPersonLimits = (now: () => number) => {
  const buckets = new Map<string, Bucket>();
  const refilled = ({ tokens, atMs, refusals }: Bucket): Bucket => ({
    tokens: Math.min(BURST, tokens + Math.max(0, now() - atMs) / REFILL_MS),
    atMs: now(),
    refusals,
  });
  const dropFull = (): void => {
    for (const [id, bucket] of buckets) if (refilled(bucket).tokens >= BURST) buckets.delete(id);
  };
  return {
    take(personId: string): Permit {
      if (buckets.size >= 1000) dropFull();
      const bucket = refilled(buckets.get(personId) ?? { tokens: BURST, atMs: now(), refusals: 0 });
      const isAllowed = bucket.tokens >= 1;
      const tokens = bucket.tokens - (isAllowed ? 1 : 0);
      const refusals = isAllowed ? 0 : bucket.refusals + 1;
      buckets.set(personId, { ...bucket, tokens, refusals });
      return permitOf(tokens, refusals);
    },
  };
};
