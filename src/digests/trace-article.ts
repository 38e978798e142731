/** In: an article and the subscriptions of a server. Out: what became of it in each: posted, waiting, or held back by what. */
import type { Delivery } from '../domain/delivery.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import { subscriptionQuery } from './subscription-query.ts';
import { mismatch, topicArticle, topicIn } from './topic.ts';

/**
 * `posted`, `posting` (claimed, on its way), `unconfirmed` (held for a manager), `carried` (a digest was full or went
 * out without it), `waiting` (for its moment), `paused` (until resumed), `left out` for the reason.
 */
export type Trace =
  | { readonly kind: 'posted'; readonly delivery: Delivery }
  | { readonly kind: 'posting' | 'unconfirmed' | 'carried' | 'waiting' | 'paused' }
  | { readonly kind: 'left out'; readonly reason: string };

const leftOut = (reason: string): Trace => ({ kind: 'left out', reason });

const ofDelivery = (delivery: Delivery): Trace => {
  if (delivery.state === 'sent') return { kind: 'posted', delivery };
  return { kind: delivery.state === 'held' ? 'unconfirmed' : 'posting' };
};

/** Null where the topic cannot be read. */
const readQuery = (subscription: Subscription, nowMs: number): Query | null => {
  try {
    return subscriptionQuery(subscription, nowMs);
  } catch (error) {
    if (error instanceof DatelineError) return null;
    throw error;
  }
};

const whyNot = (article: StoredArticle, subscription: Subscription, nowMs: number): string | null => {
  if (article.arrival === 'backfill') return 'it came with a first load or an import, which is never posted';
  if (article.seq <= subscription.startSeq) return 'it was here before the subscription was made';
  const query = readQuery(subscription, nowMs);
  if (query === null) return 'the topic cannot be read; /subscriptions says why';
  const reason = mismatch(query, topicIn(query, article.language), topicArticle(article));
  return reason === null ? null : `it ${reason}`;
};

export interface TraceSources {
  readonly ledger: DeliveryLedger;
  now(): number;
}

/** Traces an article (not a copy) through one subscription. */
export const traceArticle = async (
  article: StoredArticle,
  subscription: Subscription,
  { ledger, now }: TraceSources,
): Promise<Trace> => {
  const deliveries = await ledger.ofArticle(article.seq);
  const delivery = deliveries.find(({ subscriptionId }) => subscriptionId === subscription.id);
  if (delivery !== undefined) return ofDelivery(delivery);
  if (subscription.carried.includes(article.seq)) return { kind: 'carried' };
  const reason = whyNot(article, subscription, now());
  if (reason !== null) return leftOut(reason);
  if (article.seq <= subscription.cursor)
    return leftOut('it did not match when it was looked at; the article or the topic changed since');
  return { kind: subscription.state === 'active' ? 'waiting' : 'paused' };
};
