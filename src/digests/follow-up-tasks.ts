/**
 * What is to be done besides posting, from the store: posted stories to edit, messages to publish, people to tell. In: a
 * queue. Out: each is done once, tried again later where Discord has trouble.
 */

import type { KeyedQueue } from '../scheduling/keyed-queue.ts';
import type { Notice } from '../store/subscription-store.ts';
import type { DeliverDeps } from './deliver.ts';
import { tellDevelopment } from './tell-development.ts';
import { EDIT_EVERY_MS, editPosted, publishPosted } from './update-posted.ts';

export interface FollowUpTasks {
  /** Puts what is to be done into the queue, but for what waits for another try. */
  enqueue(): Promise<void>;
}

const TRY_AGAIN_MS = 30_000;

const tell = async (
  { id, userId, text }: Notice,
  { sender, subscriptions, now }: DeliverDeps,
): Promise<number | null> => {
  const result = await sender.tell(id, userId, text);
  if (result.kind === 'retry') return now() + Math.max(result.afterMs ?? 0, TRY_AGAIN_MS);
  await subscriptions.told(id);
  return null;
};

/** Pending tasks are in the store; their retry times are kept in memory. */
export const createFollowUpTasks = (queue: KeyedQueue, deps: DeliverDeps): FollowUpTasks => {
  const { ledger, subscriptions, log, now } = deps;
  /** When to try again, by name. */
  const postponed = new Map<string, number>();
  const add = (name: string, task: () => Promise<number | null>): void => {
    if ((postponed.get(name) ?? 0) > now()) return;
    queue.add(name, async () => {
      const againAtMs = await task().catch((err: unknown) => {
        log.error({ err, name }, 'a follow-up task failed');
        return now() + TRY_AGAIN_MS;
      });
      if (againAtMs === null) postponed.delete(name);
      else postponed.set(name, againAtMs);
    });
  };
  return {
    enqueue: async () => {
      for (const delivery of await ledger.editsDue(now() - EDIT_EVERY_MS))
        add(`edit ${delivery.id}`, () => editPosted(delivery, deps));
      // One after the other under a post.
      for (const development of await ledger.developments())
        add(`development ${development.deliveryId}`, () => tellDevelopment(development, deps));
      for (const delivery of await ledger.publishesDue())
        add(`publish ${delivery.id}`, () => publishPosted(delivery, deps));
      for (const notice of await subscriptions.notices())
        add(`notice ${notice.id}`, () => tell(notice, deps));
    },
  };
};
