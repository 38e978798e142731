/** In: the stories of a delivery, by number. Out: the digest as it is shown, with titles, quotations and outlets. */
import type { ArticleRef } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { Digest, Story, StoryArticles } from '../domain/digest.ts';
import { describeSchedule } from '../domain/schedule.ts';
import { describeTopic, type SubscriptionSettings } from '../domain/subscription.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { quoteArticle } from './quote.ts';

/** What a digest is made of; a `Delivery` holds it, a preview brings its own. */
export interface DigestParts {
  readonly id: string;
  readonly stories: readonly StoryArticles[];
  readonly rolled: readonly number[];
  readonly updatedSeqs: readonly number[];
  readonly madeAtMs: number;
}

const articleRef = (article: Article): ArticleRef => ({
  seq: article.seq,
  articleId: article.givenId ?? article.key,
  title: article.title,
  source: article.source,
  url: article.url,
  published: article.published,
});

/** One telling a source, in order, the lead's own source left out. */
const furtherTellings = (lead: Article, tellings: readonly ArticleRef[]): ArticleRef[] => {
  const sources = new Set([lead.source]);
  return tellings.filter(({ source }) => !sources.has(source) && sources.add(source));
};

const composeStory = async (
  { lead, others }: StoryArticles,
  updatedSeqs: readonly number[],
  articles: ArticleReader,
): Promise<Story | null> => {
  // An article may have been removed since; another telling of its story then leads.
  const [first, ...rest] = await articles.getMany([lead, ...others]);
  if (first === undefined) return null;
  const copies = await Promise.all([first, ...rest].map(({ seq }) => articles.copiesOf(seq)));
  return {
    article: articleRef(first),
    quote: quoteArticle(first),
    imageUrl: first.imageUrl,
    alsoIn: furtherTellings(first, [...rest.map(articleRef), ...copies.flat()]),
    updated: updatedSeqs.includes(first.seq),
  };
};

/** Composes the digest from the articles as they are now; stories whose articles are all gone are left out. */
export const composeDigest = async (
  parts: DigestParts,
  subscription: SubscriptionSettings & { readonly id: string },
  articles: ArticleReader,
): Promise<Digest> => {
  const stories = await Promise.all(
    parts.stories.map((story) => composeStory(story, parts.updatedSeqs, articles)),
  );
  return {
    deliveryId: parts.id,
    subscriptionId: subscription.id,
    title: describeTopic(subscription),
    schedule: describeSchedule(subscription.schedule),
    stories: stories.filter((story) => story !== null),
    rolled: parts.rolled.length,
    roleId: subscription.roleId,
    madeAtMs: parts.madeAtMs,
  };
};
