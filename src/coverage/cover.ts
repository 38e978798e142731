/** In: an article or a topic, and the archive. Out: what became of it: its story, timeline or comparison. */
import type { Archive } from '../answers/archive.ts';
import type { Comparison, StoryView, Timeline } from '../domain/coverage.ts';
import { DAY_MS } from '../domain/durations.ts';
import type { QueryPiece } from '../domain/query.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { isExplainer } from '../stories/other-kinds.ts';
import { buildTimeline } from './build-timeline.ts';
import { compareTellings } from './compare-tellings.ts';
import {
  dayOfArticle,
  findStory,
  findTopic,
  storiesOf,
  type TopicArticles,
  type TopicWord,
  wordsHeld,
} from './find-tellings.ts';
import { contentTerms } from './read-sentences.ts';
import { viewStory } from './view-story.ts';

/** Articles looked through for a timeline, and for a comparison. */
const TIMELINE_ARTICLES = 150;
const COMPARED_ARTICLES = 40;
/** Articles of other sources this many days away may still tell the same. */
const SAME_DAYS = 3;

/** The story that an article tells, or null if the article is gone. */
export const readStory = async (seq: number, asOfMs: number, archive: Archive): Promise<StoryView | null> => {
  const [article] = await archive.articles.getMany([seq]);
  return article === undefined ? null : viewStory(article, await findStory(article, asOfMs, archive));
};

/** UTF-16 units of a beginning, and what it counts beside a title: less of it is what the article is about. */
const BEGINNING = 400;
const BEGUN = 0.7;
/** Whoever tells less of the topic there is not about it. */
const LEAST = 0.3;

/** How much of the topic stands in the title, or at the beginning: what an article is about, not only names. */
const tellsOf = ({ title, body, language }: StoredArticle, topic: readonly TopicWord[]): number => {
  const share = (held: ReadonlySet<string>): number =>
    wordsHeld(topic, held).length / Math.max(1, topic.length);
  const begun = contentTerms(`${title}\n${body.slice(0, BEGINNING)}`, language);
  return Math.max(share(contentTerms(title, language)), BEGUN * share(begun));
};

/** An explainer is rarely the event itself. */
const AROUND = 0.6;

/**
 * The story that tells most of a topic, by how much of it stands in its titles and beginnings, how many outlets tell it, how
 * much else was written on the topic that day and how well its articles match; empty if no article is about it.
 */
const mainStory = async ({ articles, topic }: TopicArticles): Promise<StoredArticle[]> => {
  const rank = new Map(articles.map(({ seq }, place) => [seq, 5 / (place + 5)]));
  const tells = new Map(articles.map((article) => [article, tellsOf(article, topic)]));
  const onDay = Map.groupBy(articles, dayOfArticle);
  /** What else was written about it that day: an event has much said around it. */
  const around = (story: readonly StoredArticle[]): number =>
    onDay
      .get(dayOfArticle(story[0]!))!
      .filter((article) => !story.includes(article))
      .reduce((sum, article) => sum + tells.get(article)! ** 2, 0);
  const most = (story: readonly StoredArticle[]): number =>
    Math.max(...story.map((article) => tells.get(article)!));
  const worth = (story: readonly StoredArticle[]): number =>
    (0.1 + most(story) ** 2) *
    (story.every(({ title }) => isExplainer(title)) ? AROUND : 1) *
    (1 + Math.log2(new Set(story.map(({ source }) => source)).size)) *
    (1 + Math.log2(1 + around(story))) *
    (0.5 + Math.max(...story.map(({ seq }) => rank.get(seq)!)));
  const about = (await storiesOf(articles)).filter((story) => most(story) >= LEAST);
  const judged = about.map((story) => ({ story, worth: worth(story) }));
  return judged.toSorted((a, b) => b.worth - a.worth)[0]?.story ?? [];
};

export const readTopicStory = async (
  topic: string,
  asOfMs: number,
  archive: Archive,
): Promise<StoryView | null> => {
  const [lead] = await mainStory(await findTopic(topic, { asOfMs, limit: COMPARED_ARTICLES }, archive));
  return lead === undefined ? null : viewStory(lead, await findStory(lead, asOfMs, archive));
};

/** Only articles with a larger number than `after`: what a member has not seen. */
export const readTimeline = async (
  topic: string,
  { asOfMs, after }: { readonly asOfMs: number; readonly after: number },
  archive: Archive,
): Promise<Timeline> => {
  const { articles, topic: words } = await findTopic(topic, { asOfMs, limit: TIMELINE_ARTICLES }, archive);
  const unseen = articles.filter(({ seq }) => seq > after);
  const through = articles.reduce((largest, { seq }) => Math.max(largest, seq), after);
  return { ...(await buildTimeline(unseen, words)), through };
};

const near = (lead: StoredArticle | undefined, articles: readonly StoredArticle[]): StoredArticle[] => {
  const day = lead === undefined ? Number.NaN : Date.parse(dayOfArticle(lead));
  return articles.filter((one) => Math.abs(Date.parse(dayOfArticle(one)) - day) <= SAME_DAYS * DAY_MS);
};

/** `sources` as typed; empty compares those that tell most of it. */
export const readComparison = async (
  topic: string,
  { asOfMs, sources }: { readonly asOfMs: number; readonly sources: readonly string[] },
  archive: Archive,
): Promise<Comparison> => {
  const also = sources.map((value): QueryPiece => ({ kind: 'filter', name: 'source', value }));
  const found = await findTopic(topic, { asOfMs, limit: COMPARED_ARTICLES, also }, archive);
  const story = await mainStory(found);
  // Those that no story joins may tell it as well: what they have in common decides.
  return compareTellings([...new Set([...story, ...near(story[0], found.articles)])]);
};

/** How the sources tell the story of an article; no articles if it is gone. */
export const readStoryComparison = async (
  seq: number,
  asOfMs: number,
  archive: Archive,
): Promise<Comparison> => {
  const [article] = await archive.articles.getMany([seq]);
  return compareTellings(article === undefined ? [] : await findStory(article, asOfMs, archive));
};
