/** In: a topic or an article. Out: the stored articles about it, and the stories they tell. */
import type { Archive } from '../answers/archive.ts';
import { archiveClock } from '../answers/archive-clock.ts';
import { type Candidate, findCandidates } from '../answers/find-candidates.ts';
import { investigate } from '../answers/investigate.ts';
import type { PlanTerm } from '../answers/plan-question.ts';
import { type Article, publishedDay, publishedMs } from '../domain/article.ts';
import { DAY_MS } from '../domain/durations.ts';
import { DatelineError } from '../domain/errors.ts';
import { isoDay } from '../domain/iso-time.ts';
import type { QueryPiece } from '../domain/query.ts';
import { sentence } from '../language/message.ts';
import { parseQuery } from '../query/parse-query.ts';
import { replaceWords } from '../query/replace-words.ts';
import { hasSubject } from '../query/subject.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { toStories } from '../stories/group-stories.ts';
import { type Headline, headline } from '../stories/headline.ts';
import { kinTerms } from './kin-terms.ts';
import { writeOutInitials } from './write-out-initials.ts';

/** A story is looked for among this many articles of these days on both sides. */
const NEARBY = 60;
const NEARBY_DAYS = 3;

/** A word of a topic, or words of which one is enough. */
export interface TopicWord {
  /** As typed; null if one of several is enough. */
  readonly word: string | null;
  /** Those of its kin among them. */
  readonly terms: readonly string[];
  /** Rare words weigh more. */
  readonly weight: number;
}

export interface TopicArticles {
  /** Best first; each holds what the topic asks for. */
  readonly articles: readonly StoredArticle[];
  readonly topic: readonly TopicWord[];
  /** The clock it was asked by: of an archive that ends before, when that ends. Epoch milliseconds. */
  readonly asOfMs: number;
}

/** Those words of a topic that stand among the terms. */
export const wordsHeld = (topic: readonly TopicWord[], held: ReadonlySet<string>): TopicWord[] =>
  topic.filter(({ terms }) => terms.some((term) => held.has(term)));

const weightOf = (words: readonly TopicWord[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

/** How much of the topic's weight these terms hold, 0 to 1. */
export const topicHeld = (topic: readonly TopicWord[], held: ReadonlySet<string>): number => {
  const total = weightOf(topic);
  return total === 0 ? 1 : weightOf(wordsHeld(topic, held)) / total;
};

/** By weight, how much of a topic an article has to hold if few hold all. */
const MOST = 0.7;
/** With fewer that hold every word, those that hold most count as well. */
const ENOUGH = 3;

/** Without the words that only say what is wanted of it ("a summary of"). */
const topicOf = (sought: string, terms: readonly PlanTerm[]): TopicWord[] => {
  const words = sought.toLowerCase();
  const about = terms.filter(({ word }) => words.includes(word.toLowerCase()));
  const needed = about.filter(({ isOptional }) => !isOptional);
  const optional = about.filter(({ isOptional }) => isOptional);
  const alone = needed.map(({ word, forms, idf }) => ({
    word,
    terms: forms.flatMap(kinTerms),
    weight: idf,
  }));
  if (optional.length === 0) return alone;
  const weight = Math.max(...optional.map(({ idf }) => idf));
  return [...alone, { word: null, terms: optional.flatMap(({ forms }) => forms.flatMap(kinTerms)), weight }];
};

const heldWeight = ({ mask }: Candidate, weights: readonly number[]): number =>
  weights.reduce((sum, weight, bit) => ((mask >>> bit) & 1 ? sum + weight : sum), 0);

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
  options: TopicOptions,
  archive: Archive,
): Promise<TopicArticles> => {
  const { limit, also } = options;
  const { asOfMs } = await archiveClock(archive.engine, options);
  const query = parseQuery(topic, asOfMs, also);
  if (!hasSubject(query.words) && query.phrases.length === 0)
    throw new DatelineError(
      'invalid',
      sentence`A topic was expected, such as “Kyiv” or “rail strike”; none of these words names one.`,
    );
  const { plan, must, scope, dictionary, corrections } = await investigate(query, { asOfMs }, archive);
  const request = { scope, asOfDay: plan.asOfDay, limit };
  const found = await findCandidates(plan.terms, must, request, dictionary, archive);
  const weights = plan.terms.map(({ isOptional, idf }) => (isOptional ? 0 : idf));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const whole = found.filter((candidate) => heldWeight(candidate, weights) >= total * 0.999);
  const chosen =
    whole.length >= ENOUGH
      ? whole
      : found.filter((candidate) => heldWeight(candidate, weights) >= total * MOST);
  const read = await readArticles(chosen, archive);
  const articles = read.filter(tellsOneEvent);
  if (whole.length < ENOUGH) {
    const texts = read.map(({ title, body }) => `${title}\n${body}`);
    const written = writeOutInitials(topic, texts);
    const named = written === null ? null : await findTopic(written, options, archive);
    if (named !== null && named.articles.length > articles.length) return named;
  }
  return { articles, topic: topicOf(replaceWords(query.sought, corrections), plan.terms), asOfMs };
};

const headlines = new WeakMap<StoredArticle, Headline>();

/** Kept with the article: articles on a topic are compared more than once. */
const headlineOf = (article: StoredArticle): Headline =>
  headlines.getOrInsertComputed(article, () => headline(article));

/** Not a roundup, a quiz or a briefing, of which each sentence may tell something else. */
const tellsOneEvent = (article: StoredArticle): boolean => headlineOf(article).title.size > 0;

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
          { kind: 'filter', name: 'after', value: isoDay(around - NEARBY_DAYS * DAY_MS) },
          { kind: 'filter', name: 'before', value: isoDay(around + NEARBY_DAYS * DAY_MS) },
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
  const stories = await toStories(articles.map(headlineOf));
  return stories.map(({ lead, others }) => [lead, ...others].map((seq) => bySeq.get(seq)!));
};

/** The day an article counts for in a timeline. */
export const dayOfArticle = ({ published, addedAtMs }: Article): string =>
  publishedDay(published) ?? isoDay(addedAtMs);
