/** In: new and changed entries of a feed. Out: their articles in the store, with their pages' text where needed. */
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { ParsedFeed } from '../domain/feed.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { KnownEntry } from '../store/feed-entry-store.ts';
import type { PolledFeed } from '../store/feed-row.ts';
import { arrivals } from './entry-arrival.ts';
import { entryDraft, isSummary } from './entry-draft.ts';
import type { FeedTools } from './feed-tools.ts';
import type { ChangedEntry } from './find-changed.ts';
import { type EntryReading, keepOwnTexts } from './own-text.ts';
import { type PageReading, readPage } from './read-page.ts';

/** Articles added at once. */
const BATCH = 50;
/** For the pages of one poll; entries that are left then keep what the feed says of them. */
const PAGES_MS = 5 * 60_000;

interface Poll {
  readonly feed: PolledFeed;
  readonly parsed: ParsedFeed;
  readonly tools: FeedTools;
}

interface MadeArticle {
  /** Null if there is nothing to store: the article is another feed's, or a reader sees no change in it. */
  readonly draft: ArticleDraft | null;
  readonly arrival: Arrival;
  readonly seen: KnownEntry;
}

const isOfOtherFeed = ({ articleKey, key }: ChangedEntry): boolean => articleKey !== key;

const read = async (changed: ChangedEntry, tools: FeedTools, mayFetch: boolean): Promise<EntryReading> => {
  const { entry, note } = changed;
  const isWanted = mayFetch && note === null && !isOfOtherFeed(changed) && entry.url !== null;
  return { entry, reading: isWanted && isSummary(entry) ? await readPage(entry.url, tools) : null };
};

const make = (
  { feed, parsed }: Poll,
  changed: ChangedEntry,
  arrival: Arrival,
  reading: PageReading | null,
): MadeArticle => {
  const { entry, isKnown: _, ...known } = changed;
  if (known.note !== null) return { draft: null, arrival, seen: { ...known, note: known.note } };
  if (isOfOtherFeed(changed))
    return { draft: null, arrival, seen: { ...known, note: { kind: 'other-feed' } } };
  const note = reading?.note ?? { kind: 'feed' as const, characters: entry.text.length };
  const draft = entryDraft(feed, parsed, entry, known.key, reading?.page ?? null);
  return { draft, arrival, seen: { ...known, note } };
};

/** Stores the articles, each kind of arrival at once. Returns how many were not there before. */
const store = async (made: readonly MadeArticle[], { add }: FeedTools): Promise<number> => {
  let added = 0;
  for (const [arrival, some] of Map.groupBy(made, (one) => one.arrival)) {
    const drafts = some.flatMap(({ draft }) => draft ?? []);
    const outcomes = drafts.length > 0 ? await add(drafts, arrival) : [];
    added += outcomes.filter(({ outcome }) => outcome === 'added').length;
  }
  return added;
};

/**
 * Adds entries to the store, oldest first, and notes them once they are there, a few at a time: what was
 * cut off is done again by the next poll. Returns how many were not there before.
 */
export const addEntries = async (
  feed: PolledFeed,
  parsed: ParsedFeed,
  changed: readonly ChangedEntry[],
  tools: FeedTools,
): Promise<number> => {
  const poll: Poll = { feed, parsed, tools };
  const arrivalOf = arrivals(feed, parsed, tools.now());
  const fullText = feed.fullText ?? tools.fullText;
  const pagesUntilMs = tools.now() + PAGES_MS;
  const oldestFirst = changed.toReversed();
  let total = 0;
  for (const batch of inBatches(oldestFirst, BATCH)) {
    const readings: EntryReading[] = [];
    for (const entry of batch)
      readings.push(await read(entry, tools, fullText && tools.now() < pagesUntilMs));
    const own = await keepOwnTexts(readings, tools);
    const made = batch.map((one, at) =>
      make(poll, one, one.isKnown ? 'backfill' : arrivalOf(one.entry), own[at] ?? null),
    );
    const added = await store(made, tools);
    const seen = made.map((one) => one.seen);
    await tools.store.recordEntries(feed.id, seen, added, tools.now());
    total += added;
  }
  return total;
};
