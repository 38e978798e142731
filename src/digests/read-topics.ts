/** In: subscriptions. Out: the queries their articles have to match, equal ones once, and those that cannot be read. */
import type { Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
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
  for (const subscription of subscriptions) {
    const key = `${subscription.topic}\n${subscription.source ?? ''}`;
    try {
      const place = known.get(key) ?? queries.push(subscriptionQuery(subscription, nowMs)) - 1;
      known.set(key, place);
      places[place] ??= [];
      places[place].push(subscription);
    } catch (error) {
      unplanned.push({ subscription, error });
    }
  }
  return { queries, places, unplanned };
};
