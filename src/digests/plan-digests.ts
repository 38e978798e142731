/**
 * In: the subscriptions that are due and the articles there are. Out: what each would post: its new articles since the
 * cursor that match, as stories, the first of them now and the rest rolled into the next digest. Sends nothing and
 * changes nothing.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../domain/article.ts';
import { type StoryArticles, seqsOf } from '../domain/digest.ts';
import type { Query } from '../domain/query.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { ArticleReader, StoredArticle } from '../store/article-store.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import { groupStories } from '../stories/group-stories.ts';
import { type Headline, headline } from '../stories/headline.ts';
import { earlierTellings } from './earlier-tellings.ts';
import { createTopicIndex } from './match.ts';
import { readTopics, type Unplanned } from './read-topics.ts';
import type { Facts } from './topic.ts';

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

export interface PlanSources {
  readonly articles: ArticleReader;
  readonly ledger: Pick<DeliveryLedger, 'posted'>;
  /** One article could not be read for matching; the others go on. */
  onBadArticle(seq: number, error: unknown): void;
}

/** Articles read at once; the event loop has its turn after each. */
const PAGE = 50;
/** Articles that match in one round; what comes after is looked at in the next, so that a long absence fits in memory. */
const MATCH_LIMIT = 500;

/** What is read of the articles that digests may hold, by number. */
interface Material {
  readonly headlines: Map<number, Headline>;
  /** Of copies alone: what they are copies of. */
  readonly originals: Map<number, number>;
  /** All articles that have the text of one, removed ones too. */
  readonly sameText: Map<number, readonly number[]>;
}

interface Progress {
  readonly subscription: Subscription;
  readonly matched: number[];
  throughSeq: number;
}

/** Goes through the new articles once and hands each to the subscriptions it matches. */
const matchArticles = async (
  queries: readonly Query[],
  waiting: readonly (readonly Progress[])[],
  lastSeq: number,
  { articles, onBadArticle }: PlanSources,
  material: Material,
): Promise<void> => {
  const index = createTopicIndex(queries);
  const everyone = waiting.flat();
  /** Whether anyone takes it. */
  const take = (article: Article, earlier: readonly Facts[]): boolean => {
    let isTaken = false;
    for (const place of index.match(article, earlier))
      for (const progress of waiting[place] ?? []) {
        if (progress.subscription.cursor >= article.seq || progress.matched.length >= MATCH_LIMIT) continue;
        progress.matched.push(article.seq);
        if (progress.matched.length === MATCH_LIMIT) progress.throughSeq = article.seq;
        isTaken = true;
      }
    return isTaken;
  };
  let seq = Math.min(...everyone.map(({ subscription }) => subscription.cursor));
  while (seq < lastSeq) {
    const page = await articles.after(seq, { arrival: 'new', limit: PAGE });
    const earlier = await earlierTellings(page, articles);
    const taken: StoredArticle[] = [];
    for (const article of page.filter((one) => one.seq <= lastSeq)) {
      try {
        if (take(article, earlier(article))) taken.push(article);
      } catch (error) {
        onBadArticle(article.seq, error);
      }
      await nextTurn();
    }
    if (taken.length > 0) await readHeadlines(taken, articles, material);
    seq = page.at(-1)?.seq ?? lastSeq;
  }
  for (const progress of everyone) if (progress.matched.length < MATCH_LIMIT) progress.throughSeq = lastSeq;
};

/** Reads the headlines of these articles, with the sources of their copies. */
const readHeadlines = async (
  found: readonly StoredArticle[],
  articles: ArticleReader,
  { headlines, originals, sameText }: Material,
): Promise<void> => {
  const seqs = found.map(({ seq }) => seq);
  const copies = await articles.copiesOfMany(seqs);
  for (const [seq, numbers] of await articles.numbersOfTexts(seqs)) sameText.set(seq, numbers);
  for (const article of found) {
    const sources = copies.get(article.seq)?.map(({ source }) => source);
    headlines.set(article.seq, headline(article, sources));
    if (article.duplicateOf !== null) originals.set(article.seq, article.duplicateOf);
    await nextTurn();
  }
};

/** Reads the headlines of articles that were matched in an earlier round. */
const readMissing = async (
  seqs: readonly number[],
  articles: ArticleReader,
  material: Material,
): Promise<void> => {
  const missing = [...new Set(seqs)].filter((seq) => !material.headlines.has(seq));
  for (let at = 0; at < missing.length; at += PAGE)
    await readHeadlines(await articles.getMany(missing.slice(at, at + PAGE)), articles, material);
};

/** What waits for a subscription and what matched, each text once, without what it posted from another outlet. */
const untold = async (
  { subscription: { id, carried }, matched }: Progress,
  { sameText }: Material,
  ledger: PlanSources['ledger'],
): Promise<number[]> => {
  const byText = new Map<number, number>();
  for (const seq of [...carried, ...matched]) {
    const text = sameText.get(seq)?.[0] ?? seq;
    if (!byText.has(text)) byText.set(text, seq);
  }
  const chosen = [...byText.values()];
  const others = (seq: number): number[] => sameText.get(seq)?.filter((number) => number !== seq) ?? [];
  const told = chosen.flatMap(others);
  const posted = told.length === 0 ? new Set() : await ledger.posted(id, told);
  return chosen.filter((seq) => !others(seq).some((number) => posted.has(number)));
};

const withCopied = (story: StoryArticles, { originals }: Material): StoryArticles => {
  const copied = seqsOf([story]).flatMap((seq) => originals.get(seq) ?? []);
  return copied.length === 0 ? story : { ...story, copied };
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
): Promise<{ plans: Plan[]; unplanned: readonly Unplanned[] }> => {
  const material: Material = { headlines: new Map(), originals: new Map(), sameText: new Map() };
  const { queries, places, unplanned } = readTopics(due, nowMs);
  const waiting = places.map((sharing) =>
    sharing.map((subscription): Progress => ({ subscription, matched: [], throughSeq: subscription.cursor })),
  );
  const everyone = waiting.flat();
  await matchArticles(queries, waiting, lastSeq, sources, material);
  await readMissing(
    everyone.flatMap(({ subscription }) => subscription.carried),
    sources.articles,
    material,
  );
  const stories = groupStories([...material.headlines.values()]);
  const plans: Plan[] = [];
  for (const progress of everyone) {
    const { subscription, throughSeq } = progress;
    const all = stories
      .of(await untold(progress, material, sources.ledger))
      .map((story) => withCopied(story, material));
    const rolled = seqsOf(all.slice(subscription.max));
    plans.push({ subscription, throughSeq, stories: all.slice(0, subscription.max), rolled });
    if (plans.length % PAGE === 0) await nextTurn();
  }
  return { plans, unplanned };
};
