/** In: a feed's document. Out: its entries that are new or changed since the last poll, and what each is known as. */
import { canonicalUrl } from '../domain/article-key.ts';
import type { FeedEntry, ParsedFeed } from '../domain/feed.ts';
import type { PolledFeed } from '../store/feed-row.ts';
import type { KnownEntry } from '../store/feed-store.ts';
import { entryFingerprint, entryKey, trustIds } from './entry-draft.ts';
import type { FeedSources } from './feed-tools.ts';

export interface ChangedEntry extends KnownEntry {
  readonly entry: FeedEntry;
  readonly key: string;
  /** The canonical address of its page, or null. */
  readonly page: string | null;
}

export interface ChangedEntries {
  /** In the order of the document. */
  readonly changed: readonly ChangedEntry[];
  /** The keys of all entries of the document. */
  readonly keys: readonly string[];
}

/** A feed with more entries is read from its top; none that people write comes near. */
const MAX_ENTRIES = 2_000;

/** The entries that can make an article, each once. */
const listEntries = (feed: PolledFeed, parsed: ParsedFeed, nowMs: number): ChangedEntry[] => {
  const entries = new Map<string, ChangedEntry>();
  const worthwhile = parsed.entries.filter(({ title, url, text }) => title || url || text);
  for (const entry of trustIds(worthwhile.slice(0, MAX_ENTRIES))) {
    const key = entryKey(feed, entry);
    const page = entry.url === null ? null : canonicalUrl(entry.url);
    const fingerprint = entryFingerprint(entry, nowMs);
    if (!entries.has(key)) entries.set(key, { entry, key, articleKey: key, page, fingerprint });
  }
  return [...entries.values()];
};

/** Pages that stand for one entry each. Where all link to the front page, it names none of them. */
const ownPages = (entries: readonly ChangedEntry[]): string[] => {
  const byPage = Map.groupBy(entries, ({ page }) => page);
  return [...byPage].flatMap(([page, sharing]) => (page !== null && sharing.length === 1 ? [page] : []));
};

/** Compares a document with what is known. A new entry whose page another feed has brought is that feed's article. */
export const findChanged = async (
  feed: PolledFeed,
  parsed: ParsedFeed,
  { store, now }: Pick<FeedSources, 'store' | 'now'>,
): Promise<ChangedEntries> => {
  const entries = listEntries(feed, parsed, now());
  const keys = entries.map(({ key }) => key);
  const known = await store.knownEntries(feed.id, keys);
  const changed = entries.filter(({ key, fingerprint }) => known.get(key)?.fingerprint !== fingerprint);
  const elsewhere = await store.articlesOfPages(feed.id, ownPages(changed));
  const articleKeyOf = ({ key, page }: ChangedEntry): string =>
    known.get(key)?.articleKey ?? elsewhere.get(page ?? '') ?? key;
  return { changed: changed.map((entry) => ({ ...entry, articleKey: articleKeyOf(entry) })), keys };
};
