/**
 * In: subscriptions that have new articles, and what they posted lately. Out: which of the new articles tell a story of
 * which a post stands already. These join it instead of being posted.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Delivery } from '../domain/delivery.ts';
import { type StoryArticles, seqsOf } from '../domain/digest.ts';
import { HOUR_MS } from '../domain/durations.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { DeliveryLedger } from '../store/delivery-ledger.ts';

/** How long after its post a story takes in later tellings. */
export const JOIN_MS = 72 * HOUR_MS;

/** Subscriptions whose posts are read at once; each may have posted hundreds. */
const TOGETHER = 10;

/** How many articles of a posted story are compared with new ones: its lead and the first of the others. */
const COMPARED = 5;

/** A story that was posted. */
export interface PostedStory {
  readonly deliveryId: string;
  readonly lead: number;
}

/** By subscription: what its posts of the last days tell, by article. */
export type PostedStories = ReadonlyMap<string, ReadonlyMap<number, PostedStory>>;

/** New articles that join a posted story. */
export interface LaterTelling extends PostedStory {
  readonly story: StoryArticles;
}

const storiesIn = ({ id: deliveryId, stories }: Delivery): [number, PostedStory][] =>
  stories.flatMap((story) =>
    seqsOf([story])
      .slice(0, COMPARED)
      .map((seq): [number, PostedStory] => [seq, { deliveryId, lead: story.lead }]),
  );

/** Takes turns with the event loop. */
export const readPostedStories = async (
  subscriptionIds: readonly string[],
  nowMs: number,
  ledger: Pick<DeliveryLedger, 'postedSince'>,
): Promise<PostedStories> => {
  const posted = new Map<string, Map<number, PostedStory>>();
  for (const ids of inBatches(subscriptionIds, TOGETHER)) {
    for (const delivery of await ledger.postedSince(ids, nowMs - JOIN_MS)) {
      const known = posted.getOrInsertComputed(delivery.subscriptionId, () => new Map());
      for (const [seq, story] of storiesIn(delivery)) known.set(seq, story);
    }
    await nextTurn();
  }
  return posted;
};

/** Parts stories of new and posted articles: those that are all new, and the new articles that join a posted one. */
export const partTellings = (
  stories: readonly StoryArticles[],
  posted: ReadonlyMap<number, PostedStory>,
): { readonly fresh: readonly StoryArticles[]; readonly later: readonly LaterTelling[] } => {
  if (posted.size === 0) return { fresh: stories, later: [] };
  const fresh: StoryArticles[] = [];
  const later: LaterTelling[] = [];
  for (const story of stories) {
    const seqs = seqsOf([story]);
    const [first] = seqs.flatMap((seq) => posted.get(seq) ?? []);
    if (first === undefined) {
      fresh.push(story);
      continue;
    }
    const [lead, ...others] = seqs.filter((seq) => !posted.has(seq));
    if (lead !== undefined) later.push({ ...first, story: { ...story, lead, others } });
  }
  return { fresh, later };
};
