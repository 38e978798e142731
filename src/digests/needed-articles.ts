/** In: what was and will be posted. Out: the articles that a digest still shows as they are, or has still to look at. */
import type { NeededArticles } from '../domain/retention.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import type { SubscriptionStore } from '../store/subscription-store.ts';
import { FOLLOW_MS } from './update-posted.ts';

export interface NeededFrom {
  readonly ledger: DeliveryLedger;
  readonly subscriptions: SubscriptionStore;
  now(): number;
}

/** A paused or stopped subscription does not hold back what is new to it. */
export const neededArticles = async ({ ledger, subscriptions, now }: NeededFrom): Promise<NeededArticles> => {
  const posting = (await subscriptions.all()).filter(({ state }) => state === 'active' || state === 'held');
  return {
    after: Math.min(Number.MAX_SAFE_INTEGER, ...posting.map(({ cursor }) => cursor)),
    seqs: await ledger.articlesInUse(now() - FOLLOW_MS),
  };
};
