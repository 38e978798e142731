/** In: work that many people want at once. Out: a turn for each, in order, with room between for everything else. */

export interface FairQueue {
  /**
   * Resolves when it is the caller's turn: one in each round of the event loop, and none while something goes ahead. This
   * way all that arrives in a rush is read and acknowledged in time, instead of waiting behind the answers to those who
   * came first.
   */
  take(): Promise<void>;
  /** Holds up the turns until this is done, for 2 s on end at most. */
  ahead<T>(urgent: Promise<T>): Promise<T>;
}

/** Of the 3 s that Discord gives. Without a limit, answers would wait for as long as acknowledgements keep coming. */
const LONGEST_HOLD_MS = 2_000;
const LOOK_AGAIN_MS = 10;

export const createFairQueue = (): FairQueue => {
  const waiting: (() => void)[] = [];
  let urgent = 0;
  let heldSinceMs = Number.POSITIVE_INFINITY;
  const isHeld = (): boolean => urgent > 0 && performance.now() - heldSinceMs < LONGEST_HOLD_MS;
  const next = (): void => {
    if (isHeld()) {
      setTimeout(next, LOOK_AGAIN_MS);
      return;
    }
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return {
    take: () =>
      new Promise((resolve) => {
        if (waiting.push(resolve) === 1) setImmediate(next);
      }),
    async ahead(work) {
      if (urgent++ === 0) heldSinceMs = performance.now();
      try {
        return await work;
      } finally {
        urgent--;
      }
    },
  };
};
