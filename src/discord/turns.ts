/** In: work that many people want at once. Out: a turn for each, in order, with room between for everything else. */

/**
 * Resolves when it is the caller's turn: one in each round of the event loop. In a rush, what has arrived is so read
 * in full and acknowledged in time, instead of waiting behind the answers to those who came first.
 */
export const createTurns = (): (() => Promise<void>) => {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
};
