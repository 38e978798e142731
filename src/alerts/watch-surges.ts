/**
 * In: subscriptions whose topics are watched. Out: whoever watches is told, by a notice, that many more articles came than
 * usual: once for a surge, since a day has to pass before the next.
 */

import { speaking } from '../language/speaking.ts';
import { rateText } from '../language/customs.ts';
import { spoken } from '../language/message.ts';
import { readTopics } from '../digests/read-topics.ts';
import { type Arrivals, isSurge, usualHour } from '../domain/arrivals.ts';
import type { Query } from '../domain/query.ts';
import { describeTopic } from '../domain/subscription.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import type { SurgeStore } from '../store/surge-store.ts';

export interface SurgeDeps {
  readonly surges: SurgeStore;
  readonly subscriptions: Pick<SubscriptionStore, 'get'>;
  readonly counter: { countArrivals(queries: readonly Query[], nowMs: number): Promise<readonly Arrivals[]> };
  now(): number;
  newId(): string;
}

/** Counted so often. */
const EVERY_MS = 10 * 60_000;
const AGAIN_AFTER_MS = 24 * 3_600_000;

const textOf = (topic: string, arrivals: Arrivals): string =>
  spoken`Many more articles than usual on “${topic}”: ${arrivals.hour} within an hour, where ${rateText(usualHour(arrivals))} an hour came over the last week. You hear of it again after a day at the earliest; “Tell me of a surge” in /subscriptions ends it.`;

/** Its function looks when it is time; call it as often as you like. */
export const createSurgeWatch = ({ surges, subscriptions, counter, now, newId }: SurgeDeps) => {
  let nextMs = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    // A clock that was set back does not keep it waiting.
    if (now() < nextMs && nextMs - now() <= EVERY_MS) return;
    nextMs = now() + EVERY_MS;
    const watches = await surges.notToldSince(now() - AGAIN_AFTER_MS);
    const watched = await Promise.all(
      [...new Set(watches.map(({ subscriptionId }) => subscriptionId))].map((id) => subscriptions.get(id)),
    );
    const active = watched.filter((subscription) => subscription?.state === 'active');
    if (active.length === 0) return;
    const { queries, places } = readTopics(active as NonNullable<(typeof active)[number]>[], now());
    const counted = await counter.countArrivals(queries, now());
    for (const [at, arrivals] of counted.entries()) {
      if (!isSurge(arrivals)) continue;
      for (const subscription of places[at]!)
        for (const { subscriptionId, userId } of watches) {
          if (subscriptionId !== subscription.id) continue;
          const text = speaking(subscription.language, () =>
            textOf(describeTopic({ ...subscription, topic: queries[at]!.text }), arrivals),
          );
          await surges.tell({ id: newId(), userId, subscriptionId, text }, now());
        }
    }
  };
};
