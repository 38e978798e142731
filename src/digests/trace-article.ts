/**
 * In: an article as each outlet tells it, and the subscriptions of a server. Out: what became of it in each: posted,
 * waiting, or held back by what.
 */
import type { Delivery } from '../domain/delivery.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Mismatch, Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import { asksFor, type Matcher } from './matcher.ts';
import { subscriptionQueries } from './subscription-query.ts';

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

/** Null where a topic cannot be read. */
const readQueries = (subscription: Subscription, nowMs: number): Query[] | null => {
  try {
    return subscriptionQueries(subscription, nowMs);
  } catch (error) {
    if (error instanceof DatelineError) return null;
    throw error;
  }
};

const outlets = new Intl.ListFormat('en');

/** The publication that counts for a subscription: the first that it asks for. Or why it asks for none. */
const askedFor = (publications: readonly StoredArticle[], query: Query): StoredArticle | string => {
  const found = publications.find((publication) => asksFor(query, publication));
  if (found !== undefined) return found;
  const asks = (of: Partial<Query>): boolean =>
    publications.some((publication) => asksFor({ ...query, ...of }, publication));
  if (asks({ within: null })) return 'it was not published in those days';
  if (asks({ within: null, authors: [], excludedAuthors: [] }))
    return 'it is not by an author that is asked for';
  return `it comes from ${outlets.format(new Set(publications.map(({ source }) => source)))}`;
};

/** Why it does not match, in words that follow "it". */
const describe = (mismatch: Mismatch): string => {
  switch (mismatch.kind) {
    case 'gone':
      return 'is no longer there';
    case 'days':
      return 'was not published in those days';
    case 'source':
      return `comes from ${mismatch.source}`;
    case 'author':
      return mismatch.author === null ? 'names no author' : `is by ${mismatch.author}`;
    case 'group':
      return `does not fulfil “${mismatch.text}”`;
    case 'word':
      return `does not hold “${mismatch.text}”`;
    case 'phrase':
      return `does not hold “${mismatch.text}” word for word`;
    case 'excluded':
      return `holds “${mismatch.text}”, which the topic leaves out`;
  }
};

/** The publication that counts, where it matches. Or why none does. */
const matching = async (
  publications: readonly StoredArticle[],
  query: Query,
  startSeq: number,
  matcher: Matcher,
): Promise<StoredArticle | string> => {
  const article = askedFor(publications, query);
  if (typeof article === 'string') return article;
  if (article.arrival === 'backfill') return 'it came with a first load or an import, which is never posted';
  if (article.seq <= startSeq) return 'it was here before the subscription was made';
  const mismatch = await matcher.mismatch(query, article.seq);
  return mismatch === null ? article : `it ${describe(mismatch)}`;
};

export interface TraceSources {
  readonly ledger: DeliveryLedger;
  readonly matcher: Matcher;
  now(): number;
}

/** Traces an article through one subscription; `publications` are the article, its copies and what it was told by, in order of adding. */
export const traceArticle = async (
  publications: readonly StoredArticle[],
  subscription: Subscription,
  { ledger, matcher, now }: TraceSources,
): Promise<Trace> => {
  const deliveries = await Promise.all(publications.map(({ seq }) => ledger.ofArticle(seq)));
  const delivery = deliveries.flat().find(({ subscriptionId }) => subscriptionId === subscription.id);
  if (delivery !== undefined) return ofDelivery(delivery);
  if (publications.some(({ seq }) => subscription.carried.includes(seq))) return { kind: 'carried' };
  const queries = readQueries(subscription, now());
  if (queries === null) return leftOut('the topic cannot be read; /subscriptions says why');
  const found = await Promise.all(
    queries.map((query) => matching(publications, query, subscription.startSeq, matcher)),
  );
  const matched = found.filter((article) => typeof article !== 'string');
  if (matched.length === 0) return leftOut([...new Set(found)].join('; '));
  if (matched.every(({ seq }) => seq <= subscription.cursor))
    return leftOut('it did not match when it was looked at; the article or the topic changed since');
  return { kind: subscription.state === 'active' ? 'waiting' : 'paused' };
};
