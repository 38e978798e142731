/** In: who asks. Out: whether they may now, so that one person cannot keep the bot from the others. */

/** A person may ask this many times in a row; each comes back after `REFILL_MS`. */
export const BURST = 20;
export const REFILL_MS = 3_000;

export type Permit =
  | { readonly allowed: true }
  /** `told`: this person was refused before, since they were last let through. */
  | { readonly allowed: false; readonly retryInMs: number; readonly told: boolean };

export interface PersonLimits {
  take(personId: string): Permit;
}

interface Bucket {
  tokens: number;
  atMs: number;
  told: boolean;
}

/** A token bucket for each person, in memory; full ones are dropped, so that only the last minute is held. */
export const createPersonLimits = (now: () => number): PersonLimits => {
  const buckets = new Map<string, Bucket>();
  const refilled = ({ tokens, atMs, told }: Bucket): Bucket => ({
    tokens: Math.min(BURST, tokens + Math.max(0, now() - atMs) / REFILL_MS),
    atMs: now(),
    told,
  });
  const dropFull = (): void => {
    for (const [id, bucket] of buckets) if (refilled(bucket).tokens >= BURST) buckets.delete(id);
  };
  return {
    take(personId) {
      if (buckets.size >= 1000) dropFull();
      const bucket = refilled(buckets.get(personId) ?? { tokens: BURST, atMs: now(), told: false });
      const allowed = bucket.tokens >= 1;
      buckets.set(personId, { ...bucket, tokens: bucket.tokens - (allowed ? 1 : 0), told: !allowed });
      if (allowed) return { allowed };
      return { allowed, retryInMs: Math.ceil((1 - bucket.tokens) * REFILL_MS), told: bucket.told };
    },
  };
};
