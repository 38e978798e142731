/**
 * In: the queries of subscriptions and the new articles. Out: which articles each subscription takes, and how far it has looked.
 * The articles are gone through once for all subscriptions.
 */
import { inBatches } from '../domain/in-batches.ts';
import type { Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { StoredArticle } from '../store/article-store.ts';
import { earlierCopies } from './earlier-copies.ts';
import type { HeardArticles } from './heard.ts';
import { asksFor } from './matcher.ts';
import { type HeadlineSources, type Material, PAGE, readHeadlines } from './read-headlines.ts';

type MatchSources = HeardArticles & HeadlineSources;

/** Articles looked through at once. */
const WINDOW = 1_000;

/**
 * Articles planned for a subscription in one round, those carried over first. What comes after is looked at in a later one, so
 * that a long absence fits in memory and a post costs no more the more there is to come.
 */
export const PLANNED_LIMIT = 500;

/** Subscriptions that take the same articles: alike in topic, source, cursor and what is carried over. */
export type Alike = readonly [Subscription, ...Subscription[]];

export const groupAlike = (subscriptions: readonly Subscription[]): Alike[] =>
  Map.groupBy(subscriptions, ({ topic, source, cursor, carried }) =>
    JSON.stringify([topic, source, cursor, carried]),
  )
    .values()
    .map(([first, ...others]): Alike => [first!, ...others])
    .toArray();

/** How far subscriptions that take the same articles have come in this round. */
export interface Progress {
  readonly alike: Alike;
  readonly cursor: number;
  /** They have several topics. */
  readonly hasSeveral: boolean;
  /** Of what was carried over: what is planned now. */
  readonly carried: readonly number[];
  readonly matched: number[];
  throughSeq: number;
}

const isFull = ({ carried, matched }: Progress): boolean => carried.length + matched.length >= PLANNED_LIMIT;

/** Hands each query's matches to the subscriptions that wait for them. Returns the articles that anyone takes. */
const takeMatches = async (
  queries: readonly Query[],
  matches: readonly (readonly number[])[],
  waiting: readonly (readonly Progress[])[],
  { articles }: MatchSources,
): Promise<StoredArticle[]> => {
  const all = [...new Set(matches.flat())].sort((a, b) => a - b);
  const news: StoredArticle[] = [];
  for (const page of inBatches(all, PAGE))
    news.push(...(await articles.getMany(page)).filter(({ arrival }) => arrival === 'new'));
  const bySeq = new Map(news.map((article) => [article.seq, article]));
  const earlier = await earlierCopies(news, articles);
  const taken = new Set<StoredArticle>();
  /** Of those whom several queries bring something: what. */
  const wanted = new Map<Progress, Set<number>>();
  for (const [place, query] of queries.entries())
    for (const seq of matches[place]!) {
      const article = bySeq.get(seq);
      if (article === undefined || earlier(article).some((publication) => asksFor(query, publication)))
        continue;
      for (const progress of waiting[place]!) {
        if (!progress.hasSeveral) {
          if (take(progress, seq)) taken.add(article);
        } else if (wanted.get(progress)?.add(seq) === undefined) wanted.set(progress, new Set([seq]));
      }
    }
  // What is over the limit has to come after what is taken, whichever topic it is on.
  for (const [progress, seqs] of wanted)
    for (const seq of [...seqs].toSorted((a, b) => a - b))
      if (take(progress, seq)) taken.add(bySeq.get(seq)!);
  return [...taken];
};

const take = (progress: Progress, seq: number): boolean => {
  if (progress.cursor >= seq || isFull(progress)) return false;
  progress.matched.push(seq);
  if (isFull(progress)) progress.throughSeq = seq;
  return true;
};

/** Goes through the new articles once, window by window, with the queries that somebody still waits for. */
export const matchArticles = async (
  queries: readonly Query[],
  waiting: readonly (readonly Progress[])[],
  lastSeq: number,
  sources: MatchSources,
  material: Material,
): Promise<void> => {
  const open = new Set(waiting.flat().filter((progress) => !isFull(progress)));
  const nextOf = (some: Iterable<Progress>): number =>
    [...some].reduce((least, { cursor }) => Math.min(least, cursor), lastSeq);
  for (let after = nextOf(open); after < lastSeq; ) {
    const through = Math.min(lastSeq, after + WINDOW);
    const isReading = (progress: Progress): boolean => open.has(progress) && progress.cursor < through;
    const places = [...queries.keys()].filter((place) => waiting[place]!.some(isReading));
    const asked = places.map((place) => queries[place]!);
    const matches = await sources.questions.match(asked, { after, through });
    const readers = places.map((place) => waiting[place]!.filter(isReading));
    const taken = await takeMatches(asked, matches, readers, sources);
    for (const page of inBatches(taken, PAGE)) await readHeadlines(page, sources, material);
    for (const progress of open) if (isFull(progress)) open.delete(progress);
    // Nobody may wait for what comes next: those who are far behind may be full.
    after = Math.max(through, nextOf(open));
  }
  for (const progress of open) progress.throughSeq = lastSeq;
};
