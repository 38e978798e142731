/**
 * In: the subscriptions that are due and the articles there are. Out: what each would post: its new articles since the
 * cursor that match, as stories, the first of them now and the rest rolled into the next digest. Sends nothing and
 * changes nothing.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type StoryArticles, seqsOf } from '../domain/digest.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';
import { groupStories, type Stories } from '../stories/group-stories.ts';
import type { Headline } from '../stories/headline.ts';
import type { HeardArticles } from './heard.ts';
import { type LaterTelling, type PostedStories, partTellings, readPostedStories } from './later-tellings.ts';
import { groupAlike, matchArticles, PLANNED_LIMIT, type Progress } from './match-articles.ts';
import { type HeadlineSources, type Material, PAGE, readMissing } from './read-headlines.ts';
import { readTopics, type Unplanned } from './read-topics.ts';
import { storiesByTopic } from './stories-by-topic.ts';
import { createUntold, type Member } from './untold.ts';

/** What one subscription would post now. */
export interface Plan {
  readonly subscription: Subscription;
  /** Its cursor once posted. */
  readonly throughSeq: number;
  /** At most the subscription's `max`; empty if nothing matched. */
  readonly stories: readonly StoryArticles[];
  /** What is carried over: articles of the stories over `max`, and what was carried over and not looked at in this round. */
  readonly rolled: readonly number[];
  /** Articles that tell a story of which a post stands: they join it and are not posted. */
  readonly later: readonly LaterTelling[];
}

export interface PlanSources extends HeardArticles, HeadlineSources {
  readonly ledger: Pick<DeliveryLedger, 'posted' | 'postedBefore' | 'postedSince'>;
  /** Headlines of articles posted lately, kept here from round to round. */
  readonly postedHeadlines: Map<number, Headline>;
}

/** How many posted articles are compared with what comes, the latest ones: their headlines take some 20 KB each. */
const POSTED_LIMIT = 2_000;

const withCopied = (story: StoryArticles, { originals }: Material): StoryArticles => {
  const copied = seqsOf([story]).flatMap((seq) => originals.get(seq) ?? []);
  return copied.length === 0 ? story : { ...story, copied };
};

const latest = (seqs: Iterable<number>): number[] => [...seqs].sort((a, b) => b - a).slice(0, POSTED_LIMIT);

/** What subscriptions that have something new posted lately; its headlines are read as well. */
const readPosted = async (
  everyone: readonly Progress[],
  nowMs: number,
  sources: PlanSources,
  material: Material,
): Promise<PostedStories> => {
  const ids = everyone
    .filter(({ carried, matched }) => matched.length + carried.length > 0)
    .flatMap(({ alike }) => alike)
    .filter(({ laterTellings }) => laterTellings !== 'post')
    .map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const posted = await readPostedStories(ids, nowMs, sources.ledger);
  const all = new Set([...posted.values()].flatMap((stories) => [...stories.keys()]));
  const seqs = latest(all);
  const { headlines } = material;
  const kept = sources.postedHeadlines;
  for (const seq of seqs) if (kept.has(seq) && !headlines.has(seq)) headlines.set(seq, kept.get(seq)!);
  await readMissing(seqs, sources, material);
  for (const seq of seqs) if (headlines.has(seq)) kept.set(seq, headlines.get(seq)!);
  const stay = new Set(latest(kept.keys()));
  for (const seq of kept.keys()) if (!stay.has(seq)) kept.delete(seq);
  return posted;
};

/** In a forum each story that comes is a post of its own; the others follow at once. */
const storiesAtOnce = ({ max, channelKind, schedule }: Subscription): number =>
  channelKind === 'forum' && schedule.cadence === 'arrival' ? 1 : max;

/** The stories that new and posted articles tell, with what they copied: once for all who have the same of both. */
const createTellings = (stories: Stories, material: Material) => {
  const known = new Map<readonly number[], Map<string, readonly StoryArticles[]>>();
  return (
    how: 'of' | 'singly',
    news: readonly number[],
    posted: readonly number[],
  ): readonly StoryArticles[] =>
    known
      .getOrInsertComputed(news, () => new Map())
      .getOrInsertComputed(`${how} ${posted.join(' ')}`, () =>
        stories[how]([...news, ...posted]).map((story) => withCopied(story, material)),
      );
};

/** What one subscription would post of these articles, and what would join its posts. */
const planOne = async (
  { subscription, progress }: Member,
  news: readonly number[],
  tellings: ReturnType<typeof createTellings>,
  posted: PostedStories,
  { questions }: PlanSources,
  nowMs: number,
): Promise<Plan> => {
  const standing = posted.get(subscription.id) ?? new Map();
  const told =
    subscription.laterTellings === 'post'
      ? tellings('singly', news, [])
      : tellings('of', news, [...standing.keys()]);
  const { fresh, later } = partTellings(told, standing);
  const max = storiesAtOnce(subscription);
  const rolled = [...seqsOf(fresh.slice(max)), ...subscription.carried.slice(progress.carried.length)];
  const planned = await storiesByTopic(fresh.slice(0, max), subscription, questions, nowMs);
  return { subscription, throughSeq: progress.throughSeq, stories: planned, rolled, later };
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
  const groups = new Map(groupAlike(due).map((alike) => [alike[0], alike]));
  const { queries, places, unplanned } = readTopics([...groups.keys()], nowMs);
  const progress = new Map(
    places.flat().map((first): [Subscription, Progress] => {
      const { cursor, topic } = first;
      const hasSeveral = topic.includes('\n');
      const carried = first.carried.slice(0, PLANNED_LIMIT);
      const alike = groups.get(first)!;
      return [first, { alike, cursor, hasSeveral, carried, matched: [], throughSeq: cursor }];
    }),
  );
  const waiting = places.map((sharing) => sharing.map((first) => progress.get(first)!));
  const everyone = [...progress.values()];
  await matchArticles(queries, waiting, lastSeq, sources, material);
  await readMissing(
    everyone.flatMap(({ carried }) => carried),
    sources,
    material,
  );
  const posted = await readPosted(everyone, nowMs, sources, material);
  const tellings = createTellings(await groupStories([...material.headlines.values()]), material);
  const plans: Plan[] = [];
  const untold = createUntold(material, sources.ledger);
  const members = everyone.flatMap((progress) =>
    progress.alike.map((subscription): Member => ({ subscription, progress })),
  );
  for (const page of inBatches(members, PAGE)) {
    for (const [member, seqs] of await untold(page))
      plans.push(await planOne(member, seqs, tellings, posted, sources, nowMs));
    await nextTurn();
  }
  const everyUnplanned = unplanned.flatMap(({ subscription, error }) =>
    groups.get(subscription)!.map((one) => ({ subscription: one, error })),
  );
  return { plans, unplanned: everyUnplanned };
};
