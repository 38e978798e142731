/** In: the stories of a delivery, by number. Out: the digest as it is shown, with titles, quotations and outlets. */

import { type ArticleRef, toRef } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Digest, DigestHeading, Story, StoryArticles } from '../domain/digest.ts';
import { describeSchedule } from '../domain/schedule.ts';
import {
  describeTopic,
  type Subscription,
  type SubscriptionSettings,
  type Topic,
  topicsOf,
} from '../domain/subscription.ts';
import { speaking } from '../language/speaking.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { articlePrint } from '../stories/headline.ts';
import type { Heard } from './heard.ts';
import { quoteArticle } from './quote-article.ts';

/** What a digest is made of; a `Delivery` holds it (see `partsOf`), a preview brings its own. */
export interface DigestParts {
  readonly id: string;
  readonly subscriptionId: string;
  readonly heading: DigestHeading;
  readonly stories: readonly StoryArticles[];
  readonly rolled: readonly number[];
  readonly updatedSeqs: readonly number[];
  readonly madeAtMs: number;
  readonly language: string;
}

/** The topics that a digest lists under names of their own; undefined if there is one, without a role. */
export const headedTopics = (topic: string): readonly Topic[] | undefined => {
  const topics = topicsOf(topic);
  return topics.length > 1 || topics[0]!.roleId !== null ? topics : undefined;
};

/** What stands over the subscription's digests as it now is, in its language. */
export const headingOf = (
  subscription: Pick<SubscriptionSettings, 'topic' | 'source' | 'schedule' | 'roleId' | 'language'>,
): DigestHeading => {
  const topics = headedTopics(subscription.topic);
  return speaking(subscription.language, () => ({
    title: describeTopic(subscription),
    schedule: describeSchedule(subscription.schedule),
    roleId: subscription.roleId,
    ...(topics && { topics }),
    ...(subscription.schedule.cadence === 'arrival' && { isArrival: true }),
  }));
};

/** The parts of a delivery: under its own heading, whatever became of the subscription since. */
export const partsOf = (delivery: Delivery, subscription: Subscription): DigestParts => ({
  ...delivery,
  heading: delivery.heading ?? headingOf(subscription),
  madeAtMs: delivery.claimedAtMs,
  language: subscription.language,
});

/** One telling per source, in order, the lead's own source left out. */
const furtherTellings = (lead: Article, tellings: readonly ArticleRef[]): ArticleRef[] => {
  const sources = new Set([lead.source]);
  return tellings.filter(({ source }) => !sources.has(source) && sources.add(source));
};

/** A story as it is shown, and the articles it was made of: those that are there. */
export interface ComposedStory {
  readonly story: Story;
  readonly of: StoryArticles;
}

const composeStory = async (
  { lead, others, print }: StoryArticles,
  articles: ArticleReader,
): Promise<ComposedStory | null> => {
  // An article may have been removed since; another telling of its story then leads.
  const [first, ...rest] = await articles.getMany([lead, ...others]);
  if (first === undefined) return null;
  const copies = await articles.copiesOfMany([first, ...rest].map(({ seq }) => seq));
  const copied = [first, ...rest].flatMap(({ duplicateOf }) => duplicateOf ?? []);
  const story = {
    article: toRef(first),
    quote: quoteArticle(first),
    imageUrl: first.imageUrl,
    alsoIn: furtherTellings(first, [...rest.map(toRef), ...[...copies.values()].flat()]),
    updated: false,
  };
  const of = {
    lead: first.seq,
    others: rest.map(({ seq }) => seq),
    otherPrints: rest.map(articlePrint),
    ...(copied.length > 0 && { copied }),
    print: first.seq === lead ? print : articlePrint(first),
  };
  return { story, of };
};

/** The articles as those hear them who are shown the digest. */
export type Composing = Pick<Heard, 'articles' | 'key'>;

/** Stories by their articles and who hears them, for digests composed one after the other that tell the same ones. */
export type StoryMemory = Map<string, Promise<ComposedStory | null>>;

const remembered = (
  story: StoryArticles,
  { articles, key: heard }: Composing,
  memory: StoryMemory,
): Promise<ComposedStory | null> => {
  const key = [story.lead, ...story.others, story.print, heard].join(' ');
  return memory.getOrInsertComputed(key, () => composeStory(story, articles));
};

/**
 * Composes the stories from the articles as they are now (or were when `memory` was begun); those whose articles are
 * all gone are left out.
 */
export const composeStories = async (
  stories: readonly StoryArticles[],
  heard: Composing,
  memory: StoryMemory = new Map(),
): Promise<ComposedStory[]> => {
  const composed = await Promise.all(
    stories.map(async (articlesOf) => {
      const known = await remembered(articlesOf, heard, memory);
      const { topics } = articlesOf;
      if (known === null || topics === undefined) return known;
      return { story: { ...known.story, topics }, of: { ...known.of, topics } };
    }),
  );
  return composed.filter((story) => story !== null);
};

/** Puts the stories under their heading. */
export const arrangeDigest = (parts: DigestParts, composed: readonly ComposedStory[]): Digest => ({
  ...parts.heading,
  deliveryId: parts.id,
  subscriptionId: parts.subscriptionId,
  // What comes again unchanged stays the same object: its card is made once.
  stories: composed.map(({ story }) =>
    parts.updatedSeqs.includes(story.article.seq) ? { ...story, updated: true } : story,
  ),
  rolled: parts.rolled.length,
  madeAtMs: parts.madeAtMs,
  language: parts.language,
});

/** The whole digest, see `composeStories`. */
export const composeDigest = async (parts: DigestParts, articles: ArticleReader): Promise<Digest> =>
  arrangeDigest(parts, await composeStories(parts.stories, { articles, key: '' }));
