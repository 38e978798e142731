/** In: a task. Out: the task run again and again, never twice at once, sooner if it is asked for. */

export interface PeriodicTaskOptions {
  /** Does the task and says in how many milliseconds to do it again at the latest. Should end when aborted. */
  readonly task: (signal: AbortSignal) => Promise<number>;
  /** The least rest between two runs, in milliseconds. */
  readonly minRestMs: number;
  /** Called with what the task throws (not once closed). Returns in how many milliseconds to try again. */
  readonly onError: (error: unknown) => number;
}

export interface PeriodicTask {
  /** Runs the task in that many milliseconds at the latest; one that is running is followed by another. */
  request(delayMs: number): void;
  /** Aborts the running task and waits for it to end. */
  close(): Promise<void>;
}

export const startPeriodicTask = ({ task, minRestMs, onError }: PeriodicTaskOptions): PeriodicTask => {
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let dueMs = Number.POSITIVE_INFINITY;
  let restUntilMs = 0;

  const run = async (): Promise<void> => {
    dueMs = Number.POSITIVE_INFINITY;
    let nextMs = 0;
    try {
      nextMs = await task(closing.signal);
    } catch (error) {
      if (!closing.signal.aborted) nextMs = onError(error);
    }
    running = null;
    restUntilMs = performance.now() + minRestMs;
    request(nextMs);
  };

  const request = (delayMs: number): void => {
    if (closing.signal.aborted) return;
    dueMs = Math.min(dueMs, performance.now() + delayMs);
    if (running !== null) return;
    clearTimeout(timer);
    const start = () => {
      running = run();
    };
    timer = setTimeout(start, Math.max(0, Math.max(dueMs, restUntilMs) - performance.now()));
  };

  return {
    request,
    async close() {
      closing.abort();
      clearTimeout(timer);
      await running;
    },
  };
};
