/** In: a topic and a day. Out: a digest of the articles published since, for someone who asks for it now. */

import { type Article, publishedMs } from '../domain/article.ts';
import type { Digest } from '../domain/digest.ts';
import { DatelineError } from '../domain/errors.ts';
import { MAX_STORIES } from '../domain/subscription.ts';
import { dayText } from '../language/customs.ts';
import { sentence, spoken } from '../language/message.ts';
import { currentLanguage } from '../language/speaking.ts';
import { readDay } from '../query/read-times.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { toStories } from '../stories/group-stories.ts';
import { headline } from '../stories/headline.ts';
import { composeDigest } from './compose-digest.ts';
import type { Matcher } from './matcher.ts';
import { subscriptionQuery } from './subscription-query.ts';

/** Articles looked through at most, newest first. */
const LOOK_THROUGH = 1_000;

/** The day as `YYYY-MM-DD`; yesterday where nothing was typed. Errors: `invalid`. */
export const readSince = (typed: string | null, nowMs: number): string => {
  const day = readDay(typed?.trim() || 'yesterday', nowMs);
  if (day === null)
    throw new DatelineError(
      'invalid',
      sentence`Expected a day such as 2024-03-12, yesterday or last week; got “${typed}”.`,
    );
  return day.from;
};

export interface DigestSources {
  readonly articles: ArticleReader;
  readonly matcher: Matcher;
}

const matchesSince = async (
  topic: string,
  since: string,
  { articles, matcher }: DigestSources,
  nowMs: number,
): Promise<Article[]> => {
  const query = subscriptionQuery({ topic, source: null }, nowMs);
  const before = new Date(nowMs).toISOString();
  const { sources, excludedSources } = query;
  const newest = await articles.latest({ count: LOOK_THROUGH, before, sources, excludedSources });
  // Unknown dates are not since any day.
  const recent = newest.filter(
    ({ published }) => (publishedMs(published) ?? Number.NEGATIVE_INFINITY) >= Date.parse(since),
  );
  const [found] = await matcher.match([query], { seqs: recent.map(({ seq }) => seq) });
  const matches = new Set(found);
  return recent.filter(({ seq }) => matches.has(seq));
};

/** Stories told by most sources first, at most 25. Errors: `invalid` where the topic cannot be read. */
export const digestNow = async (
  topic: string,
  since: string,
  sources: DigestSources,
  nowMs: number,
): Promise<Digest> => {
  const stories = await toStories(
    (await matchesSince(topic, since, sources, nowMs)).map((article) => headline(article)),
  );
  const heading = {
    title: topic === '' ? spoken`Everything published` : topic,
    schedule: spoken`since ${dayText(Date.parse(since))}`,
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
    language: currentLanguage().code,
  };
  const digest = await composeDigest(parts, sources.articles);
  return { ...digest, rolled: Math.max(0, stories.length - MAX_STORIES) };
};
