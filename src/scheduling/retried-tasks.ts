/** In: tasks with names, and a queue. Out: each is done, and done again at the moment it names, until it names none. */
import type { KeyedQueue } from './keyed-queue.ts';

export interface RetriedTasks {
  /** Puts it into the queue, unless it waits for another moment. A task that throws is tried again later. */
  add(name: string, task: () => Promise<number | null>): void;
}

export interface RetriedTasksOptions {
  readonly log: { error(facts: object, message: string): void };
  now(): number;
}

const AFTER_ERROR_MS = 30_000;

/** When to try again it keeps in memory; what there is to do, whoever adds the tasks has to know. */
export const createRetriedTasks = (queue: KeyedQueue, { log, now }: RetriedTasksOptions): RetriedTasks => {
  /** Epoch milliseconds by name. */
  const postponed = new Map<string, number>();
  return {
    add(name, task) {
      if ((postponed.get(name) ?? 0) > now()) return;
      queue.add(name, async () => {
        const againAtMs = await task().catch((err: unknown) => {
          log.error({ err, name }, 'a task failed');
          return now() + AFTER_ERROR_MS;
        });
        if (againAtMs === null) postponed.delete(name);
        else postponed.set(name, againAtMs);
      });
    },
  };
};
