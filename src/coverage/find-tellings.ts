/** In: a topic or an article. Out: the stored articles about it, and the stories they tell. */

import type { Archive } from '../answers/archive.ts';
import { archiveClock } from '../answers/archive-clock.ts';
import { type Candidate, findCandidates } from '../answers/find-candidates.ts';
import { investigate } from '../answers/investigate.ts';
import { type Article, publishedDay, publishedMs } from '../domain/article.ts';
import { DAY_MS } from '../domain/durations.ts';
import { DatelineError } from '../domain/errors.ts';
import type { QueryPiece } from '../domain/query.ts';
import { sentence } from '../language/message.ts';
import { parseQuery } from '../query/parse-query.ts';
import { hasSubject } from '../query/subject.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { toStories } from '../stories/group-stories.ts';
import { headline } from '../stories/headline.ts';
import { contentTerms } from './read-sentences.ts';

/** A story is looked for among this many articles of these days on both sides. */
const NEARBY = 60;
const NEARBY_DAYS = 3;

export interface TopicArticles {
  /** Best first; each holds what the topic asks for. */
  readonly articles: readonly StoredArticle[];
  readonly terms: ReadonlySet<string>;
}

/** By weight, how much of a topic an article has to hold if few hold all. */
const MOST = 0.7;
/** With fewer that hold every word, those that hold most count as well. */
const ENOUGH = 3;

const heldWeight = ({ mask }: Candidate, terms: readonly { readonly idf: number }[]): number =>
  terms.reduce((sum, { idf }, bit) => ((mask >>> bit) & 1 ? sum + idf : sum), 0);

/** Articles in the order of their numbers asked for, each text once. */
const readArticles = async (found: readonly Candidate[], { articles }: Archive): Promise<StoredArticle[]> =>
  (await articles.getMany(found.map(({ shown }) => shown))).filter((article) => article !== null);

export interface TopicOptions {
  readonly asOfMs: number;
  /** At most this many articles. */
  readonly limit: number;
  /** What has to hold besides the topic. */
  readonly also?: readonly QueryPiece[];
}

/**
 * The articles on a topic, in the query language.
 * @throws DatelineError `invalid` if it cannot be read or names nothing, `not_found` if it names an unknown source.
 */
export const findTopic = async (
  topic: string,
  { asOfMs: clockMs, limit, also }: TopicOptions,
  archive: Archive,
): Promise<TopicArticles> => {
  const { asOfMs } = await archiveClock(archive.engine, { asOfMs: clockMs });
  const query = parseQuery(topic, asOfMs, also);
  if (!hasSubject(query.words) && query.phrases.length === 0)
    throw new DatelineError(
      'invalid',
      sentence`A topic was expected, such as “Kyiv” or “rail strike”; none of these words names one.`,
    );
  const { plan, must, scope, dictionary } = await investigate(query, { asOfMs }, archive);
  const request = { scope, asOfDay: plan.asOfDay, limit };
  const found = await findCandidates(plan.terms, must, request, dictionary, archive);
  const total = plan.terms.reduce((sum, { idf }) => sum + idf, 0);
  const whole = found.filter((candidate) => heldWeight(candidate, plan.terms) >= total * 0.999);
  const chosen =
    whole.length >= ENOUGH
      ? whole
      : found.filter((candidate) => heldWeight(candidate, plan.terms) >= total * MOST);
  return {
    articles: (await readArticles(chosen, archive)).filter(tellsOneEvent),
    terms: contentTerms(query.sought, null),
  };
};

/** Not a roundup, a quiz or a briefing, of which each sentence may tell something else. */
const tellsOneEvent = (article: StoredArticle): boolean => headline(article).title.size > 0;

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The articles that tell the same event, the one asked for among them; its copies are tellings too. */
export const findStory = async (
  article: StoredArticle,
  asOfMs: number,
  archive: Archive,
): Promise<StoredArticle[]> => {
  const around = publishedMs(article.published);
  const words = [...new Set(article.title.match(/[\p{L}\p{N}]+/gu))].slice(0, 24).join(' ');
  const days: QueryPiece[] =
    around === null
      ? []
      : [
          { kind: 'filter', name: 'after', value: dayText(around - NEARBY_DAYS * DAY_MS) },
          { kind: 'filter', name: 'before', value: dayText(around + NEARBY_DAYS * DAY_MS) },
        ];
  const query = parseQuery(words, asOfMs, days);
  const { plan, must, scope, dictionary } = await investigate(query, { asOfMs }, archive);
  const request = { scope, asOfDay: plan.asOfDay, limit: NEARBY };
  const found = await findCandidates(plan.terms, must, request, dictionary, archive);
  const near = await archive.articles.getMany([
    ...new Set([article.seq, ...found.map(({ words: { seq } }) => seq)]),
  ]);
  const stories = await storiesOf(near);
  const own = stories.find((story) => story.some(({ seq }) => seq === article.seq)) ?? [article];
  const copies = await archive.articles.copiesOfMany(own.map(({ seq }) => seq));
  const copySeqs = new Set([...copies.values()].flat().map(({ seq }) => seq));
  for (const { seq } of own) copySeqs.delete(seq);
  return [...own, ...(await archive.articles.getMany([...copySeqs]))];
};

/** The articles as stories, each with its articles. */
export const storiesOf = async (articles: readonly StoredArticle[]): Promise<StoredArticle[][]> => {
  const bySeq = new Map(articles.map((article) => [article.seq, article]));
  const stories = await toStories(articles.map((article) => headline(article)));
  return stories.map(({ lead, others }) => [lead, ...others].map((seq) => bySeq.get(seq)!));
};

/** The day an article counts for in a timeline. */
export const dayOfArticle = ({ published, addedAtMs }: Article): string =>
  publishedDay(published) ?? dayText(addedAtMs);
