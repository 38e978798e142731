/** In: the tables of a cluster. Out: turns that all its processes take one after the other, some time apart. */
import { type RawBuilder, sql } from 'kysely';
import type { ClusterDatabase } from './open-cluster-tables.ts';

export interface Turns {
  readonly name: string;
  /** Between two turns. */
  readonly apartMs: number;
  /** Turns that nobody took for this long may be taken later, one right after the other; none if absent. */
  readonly madeUpMs?: number;
}

/** Turns counted without waiting move the next ones no further than this. */
const AHEAD_MS = 1_000;

const interval = (ms: number): RawBuilder<unknown> => sql`make_interval(secs => ${ms / 1_000})`;

/** Takes the next free turn; in how many milliseconds that is. */
export const takeTurn = async (
  db: ClusterDatabase,
  { name, apartMs, madeUpMs = 0 }: Turns,
): Promise<number> => {
  const { rows } = await sql<{ wait_ms: number }>`
    INSERT INTO turn (name, last) VALUES (${name}, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET last = greatest(turn.last + ${interval(apartMs)}, clock_timestamp() - ${interval(madeUpMs)})
    RETURNING extract(epoch FROM last - clock_timestamp())::float8 * 1000 AS wait_ms`.execute(db);
  return Math.max(0, rows[0]!.wait_ms);
};

/** Counts what did not wait for its turns, so that those who wait make room for it. */
export const countTurns = async (
  db: ClusterDatabase,
  { name, apartMs }: Turns,
  count: number,
): Promise<void> => {
  const counted = sql`greatest(turn.last, clock_timestamp()) + ${interval(apartMs * count)}`;
  await sql`
    INSERT INTO turn (name, last) VALUES (${name}, clock_timestamp())
    ON CONFLICT (name) DO UPDATE
      SET last = greatest(turn.last, least(${counted}, clock_timestamp() + ${interval(AHEAD_MS)}))`.execute(
    db,
  );
};
