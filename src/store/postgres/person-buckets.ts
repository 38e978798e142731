/** In: the tables of a cluster, and who asks. Out: a token bucket for each person, whichever process is asked. */
import { sql } from 'kysely';
import type { ClusterDatabase } from './open-cluster-tables.ts';

export interface BucketSize {
  readonly burst: number;
  /** For one token. */
  readonly refillMs: number;
}

export interface Bucket {
  /** How often in a row there was no token left; 0: one was taken. */
  readonly refusals: number;
  /** Left, or what there is of the next one. */
  readonly tokens: number;
}

/** `person` is a hash: nothing here says who that is. */
export const takeToken = async (
  db: ClusterDatabase,
  person: string,
  { burst, refillMs }: BucketSize,
): Promise<Bucket> => {
  const sinceMs = sql`greatest(0, extract(epoch FROM now() - bucket.at)::float8 * 1000)`;
  const refilled = sql`least(${burst}::float8, bucket.tokens + ${sinceMs} / ${refillMs}::float8)`;
  const { rows } = await sql<Bucket>`
    INSERT INTO person_limit AS bucket (person, tokens, refusals, at) VALUES (${person}, ${burst - 1}, 0, now())
    ON CONFLICT (person) DO UPDATE SET
      tokens = ${refilled} - CASE WHEN ${refilled} >= 1 THEN 1 ELSE 0 END,
      refusals = CASE WHEN ${refilled} >= 1 THEN 0 ELSE bucket.refusals + 1 END,
      at = now()
    RETURNING refusals, tokens`.execute(db);
  return rows[0]!;
};

/** Forgets the buckets that are full again. */
export const forgetFullBuckets = async (
  db: ClusterDatabase,
  { burst, refillMs }: BucketSize,
): Promise<void> => {
  const fullMs = burst * refillMs;
  await sql`DELETE FROM person_limit WHERE at < now() - make_interval(secs => ${fullMs / 1_000})`.execute(db);
};
