/** In: a question. Out: how long each answer took while something else went on: pauses, as one who asks sees them. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Wait {
  /** Milliseconds from the beginning until it was due, and from then until it was answered. */
  readonly atMs: number;
  readonly tookMs: number;
}

export interface Clock {
  now(): number;
  /** Resolves after this many milliseconds. */
  sleep(ms: number): Promise<unknown>;
}

const CLOCK: Clock = { now: () => performance.now(), sleep: pause };

/** Asked so often, where answers come as fast. */
const PERIOD_MS = 20;

/**
 * Asks every 20 ms, or as soon as the last answer has come where that takes longer, so that questions never queue up and
 * a pause is one long wait, whichever thread makes it; until `isDone` says so, and once at least.
 * @throws what `ask` throws.
 */
export const askSteadily = async (
  ask: () => Promise<unknown>,
  isDone: () => boolean,
  { now, sleep }: Clock = CLOCK,
): Promise<Wait[]> => {
  const waits: Wait[] = [];
  const startMs = now();
  let dueMs = startMs;
  do {
    await ask();
    const answeredMs = now();
    waits.push({ atMs: dueMs - startMs, tookMs: answeredMs - dueMs });
    dueMs = Math.max(dueMs + PERIOD_MS, answeredMs);
    await sleep(dueMs - answeredMs);
  } while (!isDone());
  return waits;
};
