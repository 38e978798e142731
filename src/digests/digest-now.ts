/** In: a topic and a day. Out: a digest of the articles published since, for someone who asks for it now. */

import type { Article } from '../domain/article.ts';
import type { Digest } from '../domain/digest.ts';
import { DatelineError } from '../domain/errors.ts';
import { MAX_STORIES } from '../domain/subscription.ts';
import { dayText } from '../language/customs.ts';
import { sentence, spoken } from '../language/message.ts';
import { currentLanguage } from '../language/speaking.ts';
import { intersect } from '../query/parse-query.ts';
import { readDay } from '../query/read-times.ts';
import { toStories } from '../stories/group-stories.ts';
import { headline } from '../stories/headline.ts';
import { composeDigest } from './compose-digest.ts';
import type { HeardArticles } from './heard.ts';
import { newestMatching } from './newest-matching.ts';
import { subscriptionQuery } from './subscription-query.ts';

/** Of more articles that match, the newest are made into stories. */
const MOST = 1_000;

/** The day as `YYYY-MM-DD`; yesterday if nothing was typed. Errors: `invalid`. */
export const readSince = (typed: string | null, nowMs: number): string => {
  const day = readDay(typed?.trim() || 'yesterday', nowMs);
  if (day === null)
    throw new DatelineError(
      'invalid',
      sentence`Expected a day such as 2024-03-12, yesterday or last week; got “${typed}”.`,
    );
  return day.from;
};

const matchesSince = async (
  topic: string,
  since: string,
  sources: HeardArticles,
  nowMs: number,
): Promise<Article[]> => {
  const query = subscriptionQuery({ topic, source: null }, nowMs);
  const within = intersect(query.within, { from: since, to: null });
  return newestMatching([{ ...query, within }], MOST, sources, nowMs);
};

/** Stories that most sources report first, at most 25. Errors: `invalid` if the topic cannot be read. */
export const digestNow = async (
  topic: string,
  since: string,
  sources: HeardArticles,
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
