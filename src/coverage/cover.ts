/** In: an article or a topic, and the archive. Out: what became of it: its story, timeline or comparison. */
import type { Archive } from '../answers/archive.ts';
import type { Comparison, StoryView, Timeline } from '../domain/coverage.ts';
import { DAY_MS } from '../domain/durations.ts';
import { isoDay } from '../domain/iso-time.ts';
import type { QueryPiece } from '../domain/query.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { type AddedDays, buildTimeline } from './build-timeline.ts';
import { compareTellings } from './compare-tellings.ts';
import { dayOfArticle, findStory, findTopic } from './find-tellings.ts';
import { isAbout, mainStory } from './main-story.ts';
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

export const readTopicStory = async (
  topic: string,
  asOfMs: number,
  archive: Archive,
): Promise<StoryView | null> => {
  const [lead] = await mainStory(await findTopic(topic, { asOfMs, limit: COMPARED_ARTICLES }, archive));
  return lead === undefined ? null : viewStory(lead, await findStory(lead, asOfMs, archive));
};

/** Changes looked through, the latest ones. */
const CHANGES = 500;

/** When sentences were added to articles after they had come in: a live page grows for days under its first date. */
const addedDays = async (articles: readonly StoredArticle[], archive: Archive): Promise<AddedDays> => {
  const seqs = articles.filter((one) => one.changedAtMs > one.addedAtMs).map(({ seq }) => seq);
  const changes = seqs.length === 0 ? [] : await archive.articles.textChanges({ seqs, limit: CHANGES });
  const days = new Map<string, string>();
  for (const { article, changedAtMs, sentences } of changes.toReversed())
    for (const { before, after } of sentences)
      if (before === null && after !== null) days.set(`${article.seq} ${after}`, isoDay(changedAtMs));
  return ({ article, text }) => days.get(`${article.seq} ${text}`) ?? null;
};

/** Only articles with a larger number than `after`: what a member has not seen. */
export const readTimeline = async (
  topic: string,
  { asOfMs, after }: { readonly asOfMs: number; readonly after: number },
  archive: Archive,
): Promise<Timeline> => {
  const found = await findTopic(topic, { asOfMs, limit: TIMELINE_ARTICLES }, archive);
  const { articles, topic: words } = found;
  const unseen = articles.filter(({ seq }) => seq > after);
  const through = articles.reduce((largest, { seq }) => Math.max(largest, seq), after);
  const event = await mainStory(found);
  return { ...(await buildTimeline(unseen, words, event, await addedDays(unseen, archive))), through };
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
  const about = found.articles.filter((article) => isAbout(article, found.topic));
  return compareTellings([...new Set([...story, ...near(story[0], about)])]);
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
