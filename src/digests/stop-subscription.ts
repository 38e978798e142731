/** In: a subscription that cannot go on. Out: it is stopped, with the reason, and the person who set it up is notified once. */
import { DatelineError } from '../domain/errors.ts';
import type { StateReason } from '../domain/state-reason.ts';
import { type Subscription, topicMessage } from '../domain/subscription.ts';
import { sentence } from '../language/message.ts';
import type { Logger } from '../log.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import { describeStateReason } from './describe-state-reason.ts';
import { nextRunMs } from './next-run.ts';

export interface StopDeps {
  readonly subscriptions: SubscriptionStore;
  readonly log: Logger;
  now(): number;
  /** At most 25 letters and digits, new each time. */
  newId(): string;
}

/** Stops the subscription for that reason and notifies the person who set it up, once. */
export const stopSubscription = async (
  subscription: Subscription,
  reason: StateReason,
  { subscriptions, newId, now }: Omit<StopDeps, 'log'>,
): Promise<void> => {
  const { id, createdBy: userId, state } = subscription;
  const why = describeStateReason(reason, subscription);
  const said = sentence`Your digests on “${topicMessage(subscription)}” have stopped; nothing is lost meanwhile. ${why} /subscriptions in your server has the button.`;
  await subscriptions.setState(id, 'stopped', reason);
  if (state !== 'stopped')
    await subscriptions.notify({ id: newId(), userId, subscriptionId: id, said }, now());
};

/** The subscription's next moment. Null if it has none, as with a zone this system does not know: then it is stopped. */
export const scheduleNext = async (subscription: Subscription, deps: StopDeps): Promise<number | null> => {
  const { schedule, id: subscriptionId } = subscription;
  try {
    return nextRunMs(schedule, deps.now());
  } catch (err) {
    deps.log.error({ err, subscriptionId }, 'a schedule could not be computed');
    await stopSubscription(subscription, { kind: 'schedule-unusable', timezone: schedule.timezone }, deps);
    return null;
  }
};

/** Stops a subscription whose topic cannot be read. */
export const stopUnreadable = async (
  subscription: Subscription,
  err: unknown,
  deps: StopDeps,
): Promise<void> => {
  if (!(err instanceof DatelineError))
    deps.log.error({ err, subscriptionId: subscription.id }, 'a topic could not be read');
  await stopSubscription(subscription, { kind: 'topic-unreadable' }, deps);
};
