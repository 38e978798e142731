/**
 * What is to be done besides posting, from the store: posted stories to edit, messages to publish, people to notify. In: a
 * queue. Out: each is done once, tried again later if Discord has trouble.
 */

import { isQuiet, QUIET_AGAIN_MS } from '../domain/quiet-hours.ts';
import { languageOf } from '../language/languages.ts';
import { tell } from '../language/message.ts';
import type { Logger } from '../log.ts';
import type { KeyedQueue } from '../scheduling/keyed-queue.ts';
import { type Again, againAfter, createRetriedTasks } from '../scheduling/retried-tasks.ts';
import type { PostedAnswerStore } from '../store/posted-answer-store.ts';
import type { QuietHoursStore } from '../store/quiet-hours-store.ts';
import type { SubscriptionStore, WaitingNotice } from '../store/subscription-store.ts';
import type { DigestSender } from './digest-sender.ts';
import type { Hearing } from './heard.ts';
import { type DevelopmentDeps, postDevelopment } from './post-development.ts';
import { correctPosted, EDIT_EVERY_MS, editPosted, publishPosted, type UpdateDeps } from './update-posted.ts';

export interface FollowUpDeps extends UpdateDeps, DevelopmentDeps {
  readonly subscriptions: SubscriptionStore;
  readonly quietHours: Pick<QuietHoursStore, 'quietSubscriptions' | 'ofPerson'>;
  readonly postedAnswers: PostedAnswerStore;
  readonly hearing: Hearing;
  readonly sender: DigestSender;
  readonly log: Logger;
}

export interface FollowUpTasks {
  /** Queues the tasks that are due, except those that wait for another attempt. */
  enqueue(): Promise<void>;
}

const sendNotice = async (
  { id, userId, said, language }: WaitingNotice,
  { sender, subscriptions, quietHours, now }: FollowUpDeps,
): Promise<Again> => {
  const hours = await quietHours.ofPerson(userId);
  if (hours !== null && isQuiet(hours, now())) return now() + QUIET_AGAIN_MS;
  const result = await sender.sendDirect(id, userId, tell(said, languageOf(language)));
  if (result.kind === 'retry') return againAfter(result, now());
  await subscriptions.noticeSent(id);
  return null;
};

export const createFollowUpTasks = (queue: KeyedQueue, deps: FollowUpDeps): FollowUpTasks => {
  const { ledger, postedAnswers, subscriptions, now } = deps;
  const tasks = createRetriedTasks(queue, deps);
  return {
    enqueue: async () => {
      for (const delivery of await ledger.editsDue(now() - EDIT_EVERY_MS))
        tasks.add(`edit ${delivery.id}`, () => editPosted(delivery, deps));
      for (const answer of await postedAnswers.due(now() - EDIT_EVERY_MS))
        tasks.add(`answer ${answer.id}`, () => correctPosted(answer, deps));
      // One after the other under a post.
      for (const development of await ledger.developments())
        tasks.add(`development ${development.deliveryId}`, () => postDevelopment(development, deps));
      for (const delivery of await ledger.publishesDue())
        tasks.add(`publish ${delivery.id}`, () => publishPosted(delivery, deps));
      for (const notice of await subscriptions.notices())
        tasks.add(`notice ${notice.id}`, () => sendNotice(notice, deps));
    },
  };
};
