/** In: a subscription's topics and source. Out: the queries, any of which its articles have to match. */
import type { Query } from '../domain/query.ts';
import { type SubscriptionSettings, topicsOf } from '../domain/subscription.ts';
import { parseTopic } from '../query/parse-query.ts';
import { FACT } from '../query/read-intent.ts';

const EVERYTHING: Query = {
  text: '',
  words: '',
  ungrouped: '',
  intent: FACT,
  sought: '',
  phrases: [],
  excluded: [],
  groups: [],
  sources: [],
  excludedSources: [],
  authors: [],
  excludedAuthors: [],
  within: null,
  about: null,
  relativeTimes: '',
  named: null,
};

/**
 * The query of one topic; days in words ("last week") count from `asOfMs`. Both `source` and the topic's own `source:` have to
 * hold, of which the topic's is the narrower. Errors: `invalid` if the topic cannot be read.
 */
export const subscriptionQuery = (
  { topic, source }: Pick<SubscriptionSettings, 'topic' | 'source'>,
  asOfMs: number,
): Query => {
  const query = topic === '' ? EVERYTHING : parseTopic(topic, asOfMs);
  return source === null || query.sources.length > 0 ? query : { ...query, sources: [source.toLowerCase()] };
};

/** In the order of its topics. Errors: `invalid` if one cannot be read. */
export const subscriptionQueries = (
  { topic, source }: Pick<SubscriptionSettings, 'topic' | 'source'>,
  asOfMs: number,
): Query[] => topicsOf(topic).map(({ query }) => subscriptionQuery({ topic: query, source }, asOfMs));
