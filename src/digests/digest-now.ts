/** In: a topic and a day. Out: a digest of the articles published since, for someone who asks for it now. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Article, publishedMs } from '../domain/article.ts';
import type { Digest } from '../domain/digest.ts';
import { DatelineError } from '../domain/errors.ts';
import { MAX_STORIES } from '../domain/subscription.ts';
import { readDay } from '../query/read-times.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { toStories } from '../stories/group-stories.ts';
import { headline } from '../stories/headline.ts';
import { composeDigest } from './compose-digest.ts';
import { createTopicIndex } from './match.ts';
import { subscriptionQuery } from './subscription-query.ts';

/** Articles looked through at most, newest first. */
const LOOK_THROUGH = 1_000;
const PAGE = 100;

/** The day as `YYYY-MM-DD`; yesterday where nothing was typed. Errors: `invalid`. */
export const readSince = (typed: string | null, nowMs: number): string => {
  const day = readDay(typed?.trim() || 'yesterday', nowMs);
  if (day === null)
    throw new DatelineError(
      'invalid',
      `A day such as 2024-03-12, yesterday or last week was expected; “${typed}” came.`,
    );
  return day.from;
};

const matchesSince = async (
  topic: string,
  since: string,
  articles: ArticleReader,
  nowMs: number,
): Promise<Article[]> => {
  const query = subscriptionQuery({ topic, source: null }, nowMs);
  const index = createTopicIndex([query]);
  const found: Article[] = [];
  const before = new Date(nowMs).toISOString();
  // Unknown dates come last and are not since any day.
  const { sources, excludedSources } = query;
  for (const article of await articles.latest({ count: LOOK_THROUGH, before, sources, excludedSources })) {
    if ((publishedMs(article.published) ?? Number.NEGATIVE_INFINITY) < Date.parse(since)) break;
    if (index.match(article).length > 0) found.push(article);
    if (found.length % PAGE === 0) await nextTurn();
  }
  return found;
};

/** Stories told by most sources first, at most 25. Errors: `invalid` where the topic cannot be read. */
export const digestNow = async (
  topic: string,
  since: string,
  articles: ArticleReader,
  nowMs: number,
): Promise<Digest> => {
  const stories = toStories(
    (await matchesSince(topic, since, articles, nowMs)).map((article) => headline(article)),
  );
  const heading = {
    title: topic === '' ? 'Everything published' : topic,
    schedule: `since ${days.format(Date.parse(since))}`,
    roleId: null,
  };
  const parts = {
    id: 'now',
    subscriptionId: 'now',
    heading,
    stories: stories.slice(0, MAX_STORIES),
    rolled: [],
    updatedSeqs: [],
    madeAtMs: nowMs,
  };
  const digest = await composeDigest(parts, articles);
  return { ...digest, rolled: Math.max(0, stories.length - MAX_STORIES) };
};

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
