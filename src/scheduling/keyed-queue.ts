/** In: jobs with names. Out: each runs once at a time, at most this many together, in the order given. */

export interface KeyedQueue {
  /** Whether a job of that name waits or runs. */
  has(name: string): boolean;
  /** Jobs that wait or run. */
  size(): number;
  /** Ignored if a job of that name waits or runs already. A job reports its own errors. */
  add(name: string, job: () => Promise<void>): void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Drops what waits; resolves when what runs has ended. */
  close(): Promise<void>;
}

/** `limit` jobs run together. */
export const createKeyedQueue = (limit: number): KeyedQueue => {
  const waiting: { readonly name: string; readonly job: () => Promise<void> }[] = [];
  const names = new Set<string>();
  let running = 0;
  let resolvers: (() => void)[] = [];
  const settle = (): void => {
    if (running > 0 || waiting.length > 0) return;
    for (const resolve of resolvers) resolve();
    resolvers = [];
  };
  const start = (): void => {
    while (running < limit && waiting.length > 0) {
      const { name, job } = waiting.shift()!;
      running += 1;
      void job().finally(() => {
        running -= 1;
        names.delete(name);
        start();
        settle();
      });
    }
  };
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      resolvers.push(resolve);
      settle();
    });
  return {
    has: (name) => names.has(name),
    size: () => names.size,
    add: (name, job) => {
      if (names.has(name)) return;
      names.add(name);
      waiting.push({ name, job });
      start();
    },
    idle,
    close: () => {
      for (const { name } of waiting.splice(0)) names.delete(name);
      return idle();
    },
  };
};
