/** In: subscriptions. Out: the queries of their topics, equal ones once, and the subscriptions that cannot be read. */
import type { Query } from '../domain/query.ts';
import { type Subscription, topicsOf } from '../domain/subscription.ts';
import { subscriptionQuery } from './subscription-query.ts';

/** A subscription whose topic cannot be read, and why. */
export interface Unplanned {
  readonly subscription: Subscription;
  readonly error: unknown;
}

export interface Topics {
  readonly queries: readonly Query[];
  /** The subscriptions of each query, by its place in the list. */
  readonly places: readonly (readonly Subscription[])[];
  readonly unplanned: readonly Unplanned[];
}

/** Days in words ("last week") count from `nowMs`. */
export const readTopics = (subscriptions: readonly Subscription[], nowMs: number): Topics => {
  const queries: Query[] = [];
  const known = new Map<string, number>();
  const places: Subscription[][] = [];
  const unplanned: Unplanned[] = [];
  const placeOf = (topic: string, source: string | null): number => {
    const key = `${topic}\n${source ?? ''}`;
    const place = known.getOrInsertComputed(
      key,
      () => queries.push(subscriptionQuery({ topic, source }, nowMs)) - 1,
    );
    places[place] ??= [];
    return place;
  };
  for (const subscription of subscriptions) {
    const { topic, source } = subscription;
    try {
      const own = new Set(topicsOf(topic).map(({ query }) => placeOf(query, source)));
      for (const place of own) places[place]!.push(subscription);
    } catch (error) {
      unplanned.push({ subscription, error });
    }
  }
  return { queries, places, unplanned };
};
