/**
 * In: the subscriptions that are due and the articles there are. Out: what each would post: its new articles since the
 * cursor that match, as stories, the first of them now and the rest rolled into the next digest. Sends nothing and
 * changes nothing.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../domain/article.ts';
import type { StoryArticles } from '../domain/digest.ts';
import { DatelineError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { ArticleReader } from '../store/article-store.ts';
import { groupStories } from '../stories/group-stories.ts';
import { type Headline, headline } from '../stories/headline.ts';
import { createTopicIndex } from './match.ts';
import { subscriptionQuery } from './subscription-query.ts';

/** What one subscription would post now. */
export interface Plan {
  readonly subscription: Subscription;
  /** Its cursor once posted. */
  readonly throughSeq: number;
  /** At most the subscription's `max`; empty where nothing matched. */
  readonly stories: readonly StoryArticles[];
  /** Articles of the stories over `max`. */
  readonly rolled: readonly number[];
}

/** A subscription that cannot be planned, and why. */
export interface Unplanned {
  readonly subscription: Subscription;
  readonly error: unknown;
}

export interface PlanSources {
  readonly articles: ArticleReader;
  /** Articles a subscription holds from its last digests. */
  carried(subscriptionId: string): Promise<readonly number[]>;
  /** Those of these articles that were posted to it before. */
  claimed(subscriptionId: string, seqs: readonly number[]): Promise<ReadonlySet<number>>;
  /** One article could not be read for matching; the others go on. */
  onBadArticle(seq: number, error: unknown): void;
}

/** Articles read at once; the event loop has its turn after each. */
const PAGE = 50;
/** Articles that match in one round; what comes after is looked at in the next, so that a long absence fits in memory. */
const MATCH_LIMIT = 500;

interface Progress {
  readonly subscription: Subscription;
  readonly matched: number[];
  throughSeq: number;
}

/** Reads the topics; equal ones are matched once. */
const readTopics = (due: readonly Subscription[], nowMs: number) => {
  const queries: Query[] = [];
  const places = new Map<string, number>();
  const waiting: Progress[][] = [];
  const unplanned: Unplanned[] = [];
  for (const subscription of due) {
    const key = `${subscription.topic}\n${subscription.source ?? ''}`;
    try {
      const place = places.get(key) ?? queries.push(subscriptionQuery(subscription, nowMs)) - 1;
      places.set(key, place);
      waiting[place] ??= [];
      waiting[place].push({ subscription, matched: [], throughSeq: subscription.cursor });
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      unplanned.push({ subscription, error });
    }
  }
  return { queries, waiting, unplanned };
};

/** Goes through the new articles once and hands each to the subscriptions it matches. */
const matchArticles = async (
  { queries, waiting }: Pick<ReturnType<typeof readTopics>, 'queries' | 'waiting'>,
  lastSeq: number,
  { articles, onBadArticle }: PlanSources,
  headlines: Map<number, Headline>,
): Promise<void> => {
  const index = createTopicIndex(queries);
  const everyone = waiting.flat();
  const take = async (article: Article): Promise<void> => {
    for (const place of index.match(article))
      for (const progress of waiting[place] ?? []) {
        const isNew = progress.subscription.cursor < article.seq;
        if (!isNew || progress.matched.length >= MATCH_LIMIT) continue;
        progress.matched.push(article.seq);
        if (progress.matched.length === MATCH_LIMIT) progress.throughSeq = article.seq;
        if (!headlines.has(article.seq)) headlines.set(article.seq, await readHeadline(article, articles));
      }
  };
  let seq = Math.min(...everyone.map(({ subscription }) => subscription.cursor));
  while (seq < lastSeq) {
    const page = await articles.after(seq, { arrival: 'new', limit: PAGE });
    for (const article of page.filter((one) => one.seq <= lastSeq)) {
      await take(article).catch((error: unknown) => onBadArticle(article.seq, error));
      await nextTurn();
    }
    seq = page.at(-1)?.seq ?? lastSeq;
  }
  for (const progress of everyone) if (progress.matched.length < MATCH_LIMIT) progress.throughSeq = lastSeq;
};

const readHeadline = async (article: Article, articles: ArticleReader): Promise<Headline> => {
  const copies = await articles.copiesOf(article.seq);
  return headline(
    article,
    copies.map(({ source }) => source),
  );
};

/** Reads the headlines of articles that were matched in an earlier round. */
const readMissing = async (
  seqs: readonly number[],
  articles: ArticleReader,
  headlines: Map<number, Headline>,
): Promise<void> => {
  const missing = seqs.filter((seq) => !headlines.has(seq));
  for (let at = 0; at < missing.length; at += PAGE) {
    for (const article of await articles.getMany(missing.slice(at, at + PAGE)))
      headlines.set(article.seq, await readHeadline(article, articles));
    await nextTurn();
  }
};

/**
 * Plans every due subscription up to the article `lastSeq`. Takes turns with the event loop. A subscription whose
 * topic cannot be read, or an article that cannot be matched, keeps nobody else from its digest.
 */
export const planDigests = async (
  due: readonly Subscription[],
  lastSeq: number,
  nowMs: number,
  sources: PlanSources,
): Promise<{ plans: Plan[]; unplanned: Unplanned[] }> => {
  const headlines = new Map<number, Headline>();
  const { queries, waiting, unplanned } = readTopics(due, nowMs);
  await matchArticles({ queries, waiting }, lastSeq, sources, headlines);
  const grouped = new Map<string, readonly StoryArticles[]>();
  const plans: Plan[] = [];
  for (const { subscription, matched, throughSeq } of waiting.flat()) {
    const carried = await sources.carried(subscription.id);
    const all = [...new Set([...carried, ...matched])];
    const before = all.length === 0 ? new Set<number>() : await sources.claimed(subscription.id, all);
    const seqs = all.filter((seq) => !before.has(seq)).sort((a, b) => a - b);
    await readMissing(seqs, sources.articles, headlines);
    const key = seqs.join(' ');
    const stories = grouped.get(key) ?? groupStories(seqs.flatMap((seq) => headlines.get(seq) ?? []));
    grouped.set(key, stories);
    const rolled = stories.slice(subscription.max).flatMap(({ lead, others }) => [lead, ...others]);
    plans.push({ subscription, throughSeq, stories: stories.slice(0, subscription.max), rolled });
  }
  return { plans, unplanned };
};
