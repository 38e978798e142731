/** In: a subscription, made or not yet. Out: its digest as it would look now, or a sample where nothing is new. */
import type { Digest } from '../domain/digest.ts';
import type { Query } from '../domain/query.ts';
import type { Subscription, SubscriptionSettings } from '../domain/subscription.ts';
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import { toStories } from '../stories/group-stories.ts';
import { headline } from '../stories/headline.ts';
import { composeDigest, headingOf } from './compose-digest.ts';
import { type EarlierCopies, earlierCopies } from './earlier-copies.ts';
import { asksFor, type Matcher } from './matcher.ts';
import { storiesByTopic } from './stories-by-topic.ts';
import { subscriptionQueries } from './subscription-query.ts';

export interface Preview {
  readonly digest: Digest;
  /** Nothing is new: these are the newest articles that match, if any does. */
  readonly isSample: boolean;
}

/** How many articles are looked through. */
const LOOK_THROUGH = 300;
const SAMPLE_STORIES = 3;

const matching = async (
  among: readonly StoredArticle[],
  queries: readonly Query[],
  matcher: Matcher,
  earlier: EarlierCopies = () => [],
): Promise<StoredArticle[]> => {
  const found = await matcher.match(queries, { seqs: among.map(({ seq }) => seq) });
  const matches = found.map((seqs) => new Set(seqs));
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
 * Errors: `invalid` where the topic cannot be read.
 */
export const previewDigest = async (
  subscription: SubscriptionSettings & Pick<Subscription, 'id' | 'cursor' | 'carried'>,
  { articles, matcher }: { readonly articles: ArticleReader; readonly matcher: Matcher },
  nowMs: number,
): Promise<Preview> => {
  const queries = subscriptionQueries(subscription, nowMs);
  const [only] = queries.length === 1 ? queries : [];
  const outlets = { sources: only?.sources ?? [], excludedSources: only?.excludedSources ?? [] };
  const fresh = await articles.after(subscription.cursor, { arrival: 'new', limit: LOOK_THROUGH });
  const carried = subscription.carried.filter((seq) => seq <= subscription.cursor);
  const earlier = await earlierCopies(fresh, articles);
  const news = [...(await articles.getMany(carried)), ...(await matching(fresh, queries, matcher, earlier))];
  const isSample = news.length === 0;
  const shown = isSample
    ? await matching(await articles.latest({ count: LOOK_THROUGH, ...outlets }), queries, matcher)
    : news;
  const stories = await toStories(shown.map((article) => headline(article)));
  const max = isSample ? Math.min(SAMPLE_STORIES, subscription.max) : subscription.max;
  const rolled = isSample ? [] : stories.slice(max).map(({ lead }) => lead);
  const parts = {
    id: 'preview',
    subscriptionId: subscription.id,
    heading: headingOf(subscription),
    stories: await storiesByTopic(stories.slice(0, max), subscription, matcher, nowMs),
    rolled,
    updatedSeqs: [],
    madeAtMs: nowMs,
    language: subscription.language,
  };
  return { digest: await composeDigest(parts, articles), isSample };
};
