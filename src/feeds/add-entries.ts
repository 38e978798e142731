/** In: new and changed entries of a feed. Out: their articles in the library, with their pages' text where needed. */
import type { ArticleDraft } from '../domain/article.ts';
import type { ParsedFeed } from '../domain/feed.ts';
import type { PolledFeed } from '../store/feed-row.ts';
import type { SeenEntry } from '../store/feed-store.ts';
import { entryDraft, isSummary } from './entry-draft.ts';
import type { FeedTools } from './feed-tools.ts';
import type { ChangedEntry } from './find-changed.ts';
import { readPage } from './read-page.ts';

/** Articles handed to the library at once. */
const BATCH = 50;
/** For the pages of one poll; entries that are left then keep what the feed says of them. */
const PAGES_MS = 5 * 60_000;

interface MadeArticle {
  /** Null where the article is another feed's. */
  readonly draft: ArticleDraft | null;
  readonly seen: SeenEntry;
}

const make = async (
  feed: PolledFeed,
  parsed: ParsedFeed,
  { entry, ...known }: ChangedEntry,
  tools: FeedTools,
  mayFetch: boolean,
): Promise<MadeArticle> => {
  if (known.articleKey !== known.key)
    return { draft: null, seen: { ...known, note: 'another feed had brought the same page' } };
  const reading =
    mayFetch && entry.url !== null && isSummary(entry) ? await readPage(entry.url, tools) : null;
  const note = reading?.note ?? `its text came in the feed (${entry.text.length} characters)`;
  return { draft: entryDraft(feed, parsed, entry, reading?.page ?? null), seen: { ...known, note } };
};

/**
 * Hands entries to the library, oldest first, and notes them once they are stored there, a few at a time: what was
 * cut off is done again by the next poll. Returns how many the library had not held.
 */
export const addEntries = async (
  feed: PolledFeed,
  parsed: ParsedFeed,
  changed: readonly ChangedEntry[],
  tools: FeedTools,
): Promise<number> => {
  const arrival = feed.lastSuccessMs === null ? 'backfill' : 'new';
  const fullText = feed.fullText ?? tools.fullText;
  const pagesUntilMs = tools.now() + PAGES_MS;
  const oldestFirst = changed.toReversed();
  let total = 0;
  for (let start = 0; start < oldestFirst.length; start += BATCH) {
    const made: MadeArticle[] = [];
    for (const entry of oldestFirst.slice(start, start + BATCH))
      made.push(await make(feed, parsed, entry, tools, fullText && tools.now() < pagesUntilMs));
    const drafts = made.flatMap(({ draft }) => draft ?? []);
    const outcomes = drafts.length > 0 ? await tools.add(drafts, arrival) : [];
    const added = outcomes.filter(({ outcome }) => outcome === 'added').length;
    await tools.store.recordEntries(
      feed.id,
      made.map(({ seen }) => seen),
      added,
      tools.now(),
    );
    total += added;
  }
  return total;
};
