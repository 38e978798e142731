/** The sandbox's own time: the real clock plus whatever a test has moved it on by. */

/** Tokens, nonces and timestamps are measured by this clock, so a test can age them without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves time on; never back. */
  advance(byMs: number): void;
}

/** `real` is the clock underneath, usually `Date.now`. */
export function createClock(real: () => number): Clock {
  let offsetMs = 0;
  return {
    now: () => real() + offsetMs,
    advance(byMs) {
      offsetMs += Math.max(0, byMs);
    },
  };
}
