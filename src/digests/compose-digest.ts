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
  articles: ArticleReader,
): Promise<Story | null> => {
  // An article may have been removed since; another telling of its story then leads.
  const [first, ...rest] = await articles.getMany([lead, ...others]);
  if (first === undefined) return null;
  const copies = await articles.copiesOfMany([first, ...rest].map(({ seq }) => seq));
  return {
    article: articleRef(first),
    quote: quoteArticle(first),
    imageUrl: first.imageUrl,
    alsoIn: furtherTellings(first, [...rest.map(articleRef), ...[...copies.values()].flat()]),
    updated: false,
  };
};

/** Stories by their articles, for digests composed one after the other that tell the same ones. */
export type StoryMemory = Map<string, Promise<Story | null>>;

const remembered = (
  story: StoryArticles,
  articles: ArticleReader,
  memory: StoryMemory,
): Promise<Story | null> => {
  const key = [story.lead, ...story.others].join(' ');
  const composed = memory.get(key) ?? composeStory(story, articles);
  memory.set(key, composed);
  return composed;
};

/**
 * Composes the digest from the articles as they are now (or were when `memory` was begun); stories whose articles are
 * all gone are left out.
 */
export const composeDigest = async (
  parts: DigestParts,
  subscription: SubscriptionSettings & { readonly id: string },
  articles: ArticleReader,
  memory: StoryMemory = new Map(),
): Promise<Digest> => {
  const composed = await Promise.all(parts.stories.map((story) => remembered(story, articles, memory)));
  const stories = composed.map((story) => {
    if (story === null) return null;
    return { ...story, updated: parts.updatedSeqs.includes(story.article.seq) };
  });
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
