/** In: calls to a server that may hang. Out: what comes of them; after one that hung, the next are refused at once for a while. */

export interface CircuitBreakerOptions {
  /** Milliseconds that never go back. */
  readonly clock: () => number;
  /** For how long calls are refused; then one is tried, while others are still refused. */
  readonly restMs: number;
  /** Whether a failure means that the next call would hang as well. */
  readonly isHung: (error: unknown) => boolean;
}

/** A refused call fails as the one did that hung. */
export type CircuitBreaker = <T>(call: () => Promise<T>) => Promise<T>;

export const createCircuitBreaker = ({ clock, restMs, isHung }: CircuitBreakerOptions): CircuitBreaker => {
  let hung: { readonly error: unknown; untilMs: number } | null = null;
  return async (call) => {
    if (hung !== null && clock() < hung.untilMs) throw hung.error;
    if (hung !== null) hung.untilMs = clock() + restMs;
    try {
      const result = await call();
      hung = null;
      return result;
    } catch (error) {
      hung = isHung(error) ? { error, untilMs: clock() + restMs } : null;
      throw error;
    }
  };
};
