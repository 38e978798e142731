/**
 * What is to be done besides posting, from the store: posted stories to edit, messages to publish, people to tell. In: a
 * queue. Out: each is done once, tried again later where Discord has trouble.
 */

import { isQuiet } from '../domain/quiet-hours.ts';
import type { KeyedQueue } from '../scheduling/keyed-queue.ts';
import { createRetriedTasks } from '../scheduling/retried-tasks.ts';
import type { Notice } from '../store/subscription-store.ts';
import type { DeliverDeps } from './deliver.ts';
import { tellDevelopment } from './tell-development.ts';
import { EDIT_EVERY_MS, editPosted, publishPosted } from './update-posted.ts';

export interface FollowUpTasks {
  /** Puts what is to be done into the queue, but for what waits for another try. */
  enqueue(): Promise<void>;
}

const TRY_AGAIN_MS = 30_000;
/** In a person's quiet hours it is looked so often whether they are over. */
const QUIET_AGAIN_MS = 60_000;

const tell = async (
  { id, userId, text }: Notice,
  { sender, subscriptions, quietHours, now }: DeliverDeps,
): Promise<number | null> => {
  const hours = await quietHours.ofPerson(userId);
  if (hours !== null && isQuiet(hours, now())) return now() + QUIET_AGAIN_MS;
  const result = await sender.tell(id, userId, text);
  if (result.kind === 'retry') return now() + Math.max(result.afterMs ?? 0, TRY_AGAIN_MS);
  await subscriptions.told(id);
  return null;
};

export const createFollowUpTasks = (queue: KeyedQueue, deps: DeliverDeps): FollowUpTasks => {
  const { ledger, subscriptions, now } = deps;
  const tasks = createRetriedTasks(queue, deps);
  return {
    enqueue: async () => {
      for (const delivery of await ledger.editsDue(now() - EDIT_EVERY_MS))
        tasks.add(`edit ${delivery.id}`, () => editPosted(delivery, deps));
      // One after the other under a post.
      for (const development of await ledger.developments())
        tasks.add(`development ${development.deliveryId}`, () => tellDevelopment(development, deps));
      for (const delivery of await ledger.publishesDue())
        tasks.add(`publish ${delivery.id}`, () => publishPosted(delivery, deps));
      for (const notice of await subscriptions.notices())
        tasks.add(`notice ${notice.id}`, () => tell(notice, deps));
    },
  };
};
