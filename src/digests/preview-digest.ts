/** In: a subscription, made or not yet. Out: its digest as it would look now, or a sample if nothing is new. */
import type { Digest } from '../domain/digest.ts';
import type { Query } from '../domain/query.ts';
import type { Subscription, SubscriptionSettings } from '../domain/subscription.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { toStories } from '../stories/group-stories.ts';
import { headline } from '../stories/headline.ts';
import { composeDigest, headingOf } from './compose-digest.ts';
import { earlierCopies } from './earlier-copies.ts';
import type { HeardArticles } from './heard.ts';
import { asksFor } from './matcher.ts';
import { newestMatching } from './newest-matching.ts';
import { storiesByTopic } from './stories-by-topic.ts';
import { subscriptionQueries } from './subscription-query.ts';

export interface Preview {
  readonly digest: Digest;
  /** Nothing is new: these are the newest articles that match, if any does. */
  readonly isSample: boolean;
}

/** Of more articles that match, a preview shows what came first and a sample what is newest. */
const MOST = 300;
const SAMPLE_STORIES = 3;

/** New articles after `cursor` that match, if no other outlet that is asked for carried them before. */
const newMatching = async (
  queries: readonly Query[],
  cursor: number,
  { articles, questions }: HeardArticles,
): Promise<StoredArticle[]> => {
  const { lastSeq } = await articles.position();
  const found = await questions.match(queries, { after: cursor, through: lastSeq });
  const seqs = (await articles.newAmong([...new Set(found.flat())])).slice(0, MOST);
  const among = await articles.getMany(seqs);
  const earlier = await earlierCopies(among, articles);
  const matches = found.map((some) => new Set(some));
  return among.filter((article) =>
    queries.some(
      (query, at) =>
        matches[at]!.has(article.seq) && !earlier(article).some((publication) => asksFor(query, publication)),
    ),
  );
};

/**
 * What would be posted of what is carried over and of the new articles after `cursor`; else, as a sample, of the newest
 * ones there are.
 * Errors: `invalid` if the topic cannot be read.
 */
export const previewDigest = async (
  subscription: SubscriptionSettings & Pick<Subscription, 'id' | 'cursor' | 'carried'>,
  sources: HeardArticles,
  nowMs: number,
): Promise<Preview> => {
  const queries = subscriptionQueries(subscription, nowMs);
  const { articles, questions } = sources;
  const carried = subscription.carried.filter((seq) => seq <= subscription.cursor);
  const fresh = await newMatching(queries, subscription.cursor, sources);
  const news = [...(await articles.getMany(carried)), ...fresh];
  const isSample = news.length === 0;
  const shown = isSample ? await newestMatching(queries, MOST, sources, nowMs) : news;
  const stories = await toStories(shown.map((article) => headline(article)));
  const max = isSample ? Math.min(SAMPLE_STORIES, subscription.max) : subscription.max;
  const rolled = isSample ? [] : stories.slice(max).map(({ lead }) => lead);
  const parts = {
    id: 'preview',
    subscriptionId: subscription.id,
    heading: headingOf(subscription),
    stories: await storiesByTopic(stories.slice(0, max), subscription, questions, nowMs),
    rolled,
    updatedSeqs: [],
    madeAtMs: nowMs,
    language: subscription.language,
  };
  return { digest: await composeDigest(parts, articles), isSample };
};
