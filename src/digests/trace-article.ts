/**
 * In: an article as each outlet tells it, and the subscriptions of a server. Out: what became of it in each: posted,
 * waiting, or held back by what.
 */

import type { Delivery } from '../domain/delivery.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Mismatch, Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
import { listText } from '../language/customs.ts';
import { type Message, sentence } from '../language/message.ts';
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import { asksFor, type Matcher } from './matcher.ts';
import { subscriptionQueries } from './subscription-query.ts';

/**
 * `posted`, `posting` (claimed, on its way), `unconfirmed` (held for a manager), `carried` (a digest was full or went
 * out without it), `waiting` (for its moment), `paused` (until resumed), `left out` for these reasons.
 */
export type Trace =
  | { readonly kind: 'posted'; readonly delivery: Delivery }
  | { readonly kind: 'posting' | 'unconfirmed' | 'carried' | 'waiting' | 'paused' }
  | { readonly kind: 'left out'; readonly reasons: readonly Message[] };

const leftOut = (...reasons: readonly Message[]): Trace => ({ kind: 'left out', reasons });

const ofDelivery = (delivery: Delivery): Trace => {
  if (delivery.state === 'sent') return { kind: 'posted', delivery };
  return { kind: delivery.state === 'held' ? 'unconfirmed' : 'posting' };
};

/** Null if a topic cannot be read. */
const readQueries = (subscription: Subscription, nowMs: number): Query[] | null => {
  try {
    return subscriptionQueries(subscription, nowMs);
  } catch (error) {
    if (error instanceof DatelineError) return null;
    throw error;
  }
};

const isReason = (found: StoredArticle | Message): found is Message => 'kind' in found;

const comesFrom = (publications: readonly StoredArticle[]): Message =>
  sentence`it comes from ${listText(new Set(publications.map(({ source }) => source)))}`;

/** The publication that counts for a subscription: the first that it asks for. Or why it asks for none. */
const askedFor = (publications: readonly StoredArticle[], query: Query): StoredArticle | Message => {
  const found = publications.find((publication) => asksFor(query, publication));
  if (found !== undefined) return found;
  const asks = (of: Partial<Query>): boolean =>
    publications.some((publication) => asksFor({ ...query, ...of }, publication));
  if (asks({ within: null })) return sentence`it was not published in those days`;
  if (asks({ within: null, authors: [], excludedAuthors: [] }))
    return sentence`it is not by an author that is asked for`;
  return comesFrom(publications);
};

/** Why it does not match. */
const describe = (mismatch: Mismatch): Message => {
  switch (mismatch.kind) {
    case 'gone':
      return sentence`it is no longer there`;
    case 'days':
      return sentence`it was not published in those days`;
    case 'source':
      return sentence`it comes from ${mismatch.source}`;
    case 'author':
      return mismatch.author === null ? sentence`it names no author` : sentence`it is by ${mismatch.author}`;
    case 'group':
      return sentence`it does not match “${mismatch.text}”`;
    case 'word':
      return sentence`it does not hold “${mismatch.text}”`;
    case 'phrase':
      return sentence`it does not hold “${mismatch.text}” word for word`;
    case 'excluded':
      return sentence`it holds “${mismatch.text}”, which the topic leaves out`;
  }
};

/** The publication that counts, if it matches. Or why none does. */
const matching = async (
  publications: readonly StoredArticle[],
  query: Query,
  startSeq: number,
  questions: Matcher,
): Promise<StoredArticle | Message> => {
  const article = askedFor(publications, query);
  if (isReason(article)) return article;
  if (article.arrival === 'backfill')
    return sentence`it came with a first load or an import, which is never posted`;
  if (article.seq <= startSeq) return sentence`it was here before the subscription was made`;
  const mismatch = await questions.mismatch(query, article.seq);
  return mismatch === null ? article : describe(mismatch);
};

export interface TraceSources {
  readonly ledger: DeliveryLedger;
  /** As the subscription hears them. */
  readonly articles: Pick<ArticleReader, 'refs'>;
  readonly questions: Matcher;
  now(): number;
}

/** Traces an article through one subscription; `publications` are the article, its copies and the articles that carried its text before, in order of adding. */
export const traceArticle = async (
  publications: readonly StoredArticle[],
  subscription: Subscription,
  { ledger, articles, questions, now }: TraceSources,
): Promise<Trace> => {
  const deliveries = await Promise.all(publications.map(({ seq }) => ledger.ofArticle(seq)));
  const delivery = deliveries.flat().find(({ subscriptionId }) => subscriptionId === subscription.id);
  if (delivery !== undefined) return ofDelivery(delivery);
  if (publications.some(({ seq }) => subscription.carried.includes(seq))) return { kind: 'carried' };
  const there = new Set((await articles.refs(publications.map(({ seq }) => seq))).map(({ seq }) => seq));
  const heard = publications.filter(({ seq }) => there.has(seq));
  if (heard.length === 0) return leftOut(comesFrom(publications));
  const queries = readQueries(subscription, now());
  if (queries === null) return leftOut(sentence`the topic cannot be read; /subscriptions says why`);
  const found = await Promise.all(
    queries.map((query) => matching(heard, query, subscription.startSeq, questions)),
  );
  const matched = found.filter((article): article is StoredArticle => !isReason(article));
  if (matched.length === 0) return leftOut(...found.filter(isReason));
  if (matched.every(({ seq }) => seq <= subscription.cursor))
    return leftOut(sentence`it did not match when it was looked at; the article or the topic changed since`);
  return { kind: subscription.state === 'active' ? 'waiting' : 'paused' };
};
