/** In: tasks with names, and a queue. Out: each is done, and done again at the moment it names, until it names none. */
import type { KeyedQueue } from './keyed-queue.ts';

/** When to do a task again, epoch milliseconds; null if nothing is left to do. */
export type Again = number | null;

/** After trouble a task is tried again no sooner. */
const AFTER_TROUBLE_MS = 30_000;

/** After trouble; `afterMs` is how long the other side asks to wait, null if it does not say. */
export const againAfter = ({ afterMs }: { readonly afterMs: number | null }, nowMs: number): Again =>
  nowMs + Math.max(afterMs ?? 0, AFTER_TROUBLE_MS);

export interface RetriedTasks {
  /** Puts it into the queue, unless it waits for another moment. A task that throws is tried again later. */
  add(name: string, task: () => Promise<Again>): void;
}

export interface RetriedTasksOptions {
  readonly log: { error(facts: object, message: string): void };
  now(): number;
}

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
          return againAfter({ afterMs: null }, now());
        });
        if (againAtMs === null) postponed.delete(name);
        else postponed.set(name, againAtMs);
      });
    },
  };
};
