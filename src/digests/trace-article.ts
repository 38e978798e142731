/**
 * In: an article as each outlet tells it, and the subscriptions of a server. Out: what became of it in each: posted,
 * waiting, or held back by what.
 */
import type { Delivery } from '../domain/delivery.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import { subscriptionQuery } from './subscription-query.ts';
import { asksFor, isFrom, mismatch, topicArticle, topicIn } from './topic.ts';

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

const outlets = new Intl.ListFormat('en');

/** The telling that counts for a subscription: the first that it asks for. Or why it asks for none. */
const askedFor = (tellings: readonly StoredArticle[], query: Query): StoredArticle | string => {
  const found = tellings.find((telling) => asksFor(query, telling));
  if (found !== undefined) return found;
  return tellings.some((telling) => isFrom(query, telling))
    ? 'it was not published in those days'
    : `it comes from ${outlets.format(new Set(tellings.map(({ source }) => source)))}`;
};

const whyNot = (article: StoredArticle, query: Query, startSeq: number): string | null => {
  if (article.arrival === 'backfill') return 'it came with a first load or an import, which is never posted';
  if (article.seq <= startSeq) return 'it was here before the subscription was made';
  const reason = mismatch(query, topicIn(query, article.language), topicArticle(article));
  return reason === null ? null : `it ${reason}`;
};

export interface TraceSources {
  readonly ledger: DeliveryLedger;
  now(): number;
}

/** Traces an article through one subscription; `tellings` are the article, its copies and what it was told by, in order of adding. */
export const traceArticle = async (
  tellings: readonly StoredArticle[],
  subscription: Subscription,
  { ledger, now }: TraceSources,
): Promise<Trace> => {
  const deliveries = await Promise.all(tellings.map(({ seq }) => ledger.ofArticle(seq)));
  const delivery = deliveries.flat().find(({ subscriptionId }) => subscriptionId === subscription.id);
  if (delivery !== undefined) return ofDelivery(delivery);
  if (tellings.some(({ seq }) => subscription.carried.includes(seq))) return { kind: 'carried' };
  const query = readQuery(subscription, now());
  if (query === null) return leftOut('the topic cannot be read; /subscriptions says why');
  const asked = askedFor(tellings, query);
  if (typeof asked === 'string') return leftOut(asked);
  const reason = whyNot(asked, query, subscription.startSeq);
  if (reason !== null) return leftOut(reason);
  if (asked.seq <= subscription.cursor)
    return leftOut('it did not match when it was looked at; the article or the topic changed since');
  return { kind: subscription.state === 'active' ? 'waiting' : 'paused' };
};
