/** In: work that may fail for a while. Out: what came of it in the end: it is tried again, ever more slowly. */
import { setTimeout as delay } from 'node:timers/promises';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Tries until it succeeds. `onFailure` is called with each failure before the wait that follows; what it throws ends the
 * tries. Rejects with that, or with an `AbortError` if `signal` is aborted during a wait.
 */
export const retry = async <T>(
  work: () => Promise<T>,
  onFailure: (error: unknown, waitMs: number) => void,
  signal?: AbortSignal,
): Promise<T> => {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      onFailure(error, waitMs);
      await delay(waitMs, undefined, signal && { signal });
    }
  }
};
