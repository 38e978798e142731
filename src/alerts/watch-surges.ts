/**
 * In: subscriptions whose topics are watched. Out: whoever watches is notified that many more articles came than
 * usual: once for a surge, since a day has to pass before the next.
 */

import type { Questions } from '../backend/backend.ts';
import { byHeard, type Place } from '../digests/heard.ts';
import { readTopics } from '../digests/read-topics.ts';
import { type Arrivals, isSurge } from '../domain/arrivals.ts';
import { DAY_MS } from '../domain/durations.ts';
import { type Subscription, topicMessage } from '../domain/subscription.ts';
import { rateText } from '../language/customs.ts';
import { type Message, sentence } from '../language/message.ts';
import { speaking } from '../language/speaking.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import type { SurgeStore, SurgeWatch } from '../store/surge-store.ts';
import type { HeardAnswers } from './send-alert.ts';

export interface SurgeDeps {
  readonly surges: SurgeStore;
  readonly subscriptions: Pick<SubscriptionStore, 'get'>;
  readonly hearing: { atEach(places: readonly Place[]): Promise<readonly HeardAnswers[]> };
  now(): number;
  newId(): string;
}

/** How often arrivals are counted. */
const EVERY_MS = 10 * 60_000;
const AGAIN_AFTER_MS = DAY_MS;

const noticeOf = (topic: Message, arrivals: Arrivals): Message =>
  sentence`Many more articles than usual on “${topic}”: ${arrivals.hour} within an hour, against ${rateText(arrivals.usual)} per hour over the last week. You hear of it again after a day at the earliest; “Tell me of a surge” in /subscriptions ends it.`;

/** Its function looks when it is time; call it as often as you like. */
export const createSurgeWatch = ({ surges, subscriptions, hearing, now, newId }: SurgeDeps) => {
  let nextMs = Number.NEGATIVE_INFINITY;
  /** Those who watch subscriptions that hear the same. */
  const notifyOf = async (
    active: readonly Subscription[],
    watches: readonly SurgeWatch[],
    counter: Pick<Questions, 'countArrivals'>,
  ): Promise<void> => {
    const { queries, places } = readTopics(active, now());
    for (const [at, arrivals] of (await counter.countArrivals(queries, now())).entries()) {
      if (!isSurge(arrivals)) continue;
      for (const subscription of places[at]!)
        for (const { subscriptionId, userId } of watches) {
          if (subscriptionId !== subscription.id) continue;
          const topic = topicMessage({ ...subscription, topic: queries[at]!.text });
          const said = speaking(subscription.language, () => noticeOf(topic, arrivals));
          await surges.notify({ id: newId(), userId, subscriptionId, said }, now());
        }
    }
  };
  return async (): Promise<void> => {
    // A clock that was set back does not keep it waiting.
    if (now() < nextMs && nextMs - now() <= EVERY_MS) return;
    nextMs = now() + EVERY_MS;
    const watches = await surges.notNotifiedSince(now() - AGAIN_AFTER_MS);
    const watched = await Promise.all(
      [...new Set(watches.map(({ subscriptionId }) => subscriptionId))].map((id) => subscriptions.get(id)),
    );
    const active = watched.filter((one): one is Subscription => one?.state === 'active');
    for (const { heard, places } of byHeard(active, await hearing.atEach(active)))
      await notifyOf(places, watches, heard.questions);
  };
};
