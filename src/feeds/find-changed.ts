/** In: a feed's document. Out: its entries that are new or changed since the last poll, and what each is known as. */
import { canonicalUrl } from '../domain/article-key.ts';
import type { FeedEntry, ParsedFeed } from '../domain/feed.ts';
import type { EntryTraits, KnownEntry, LookedUp } from '../store/feed-entry-store.ts';
import type { PolledFeed } from '../store/feed-row.ts';
import type { FeedStore } from '../store/feed-store.ts';
import type { FeedSources } from './feed-tools.ts';
import { type ListedEntry, listEntries } from './list-entries.ts';
import { matchEntries } from './match-entries.ts';
import { nameEntry } from './name-entries.ts';

export interface ChangedEntry extends Omit<KnownEntry, 'note'> {
  readonly entry: FeedEntry;
  /** As it was noted before, if nothing that a reader sees has changed; else null. */
  readonly note: KnownEntry['note'] | null;
  /** Whether it made an article before, which may be lost since. */
  readonly isKnown: boolean;
}

export interface ChangedEntries {
  /** In the order of the document. */
  readonly changed: readonly ChangedEntry[];
  /** The keys of all entries of the document. */
  readonly keys: readonly string[];
}

/** An address without a path, or that of the site or the feed: many entries may have it, and it is nobody's page. */
const frontPages = (feed: PolledFeed, { siteUrl }: ParsedFeed): ((page: string) => boolean) => {
  const own = new Set([siteUrl, feed.url].map((url) => url && canonicalUrl(url)));
  return (page) => own.has(page) || /^https?:\/\/[^/]*(\/(index|default|home)\.\w+)?$/.test(page);
};

/**
 * What is looked up: all that entries have of it. A feed may link all it ever brought to its front page: entries of that
 * are found by the rest.
 */
const TRAITS: readonly (readonly [LookedUp, (traits: EntryTraits, isFront: boolean) => string | null])[] = [
  ['guid', ({ guid }) => guid],
  ['page', ({ page, fragment }, isFront) => (isFront && fragment === null ? null : page)],
  ['title', ({ title }) => title || null],
  ['textKey', ({ textKey }) => textKey],
  ['published', ({ page, published }, isFront) => (page === null || isFront ? published : null)],
];

const isFront = ({ page }: EntryTraits, isFrontPage: (page: string) => boolean): boolean =>
  page !== null && isFrontPage(page);

/** All seen before that may be one of the entries; the exact ones alone if each is one of them. */
const findKnown = async (
  feedId: number,
  entries: readonly ListedEntry[],
  isFrontPage: (page: string) => boolean,
  store: FeedStore,
): Promise<KnownEntry[]> => {
  const fingerprints = entries.map(({ fingerprint }) => fingerprint);
  const exact = await store.entriesWith(feedId, 'fingerprint', fingerprints);
  const known = new Map(exact.map((one) => [one.key, one]));
  const found = new Set(exact.map(({ fingerprint }) => fingerprint));
  const others = entries.filter(({ fingerprint }) => !found.has(fingerprint));
  for (const [trait, read] of TRAITS) {
    const values = others.flatMap(({ traits }) => read(traits, isFront(traits, isFrontPage)) ?? []);
    for (const one of await store.entriesWith(feedId, trait, [...new Set(values)])) known.set(one.key, one);
  }
  return [...known.values()];
};

const countPages = (entries: readonly { readonly page: string | null }[]): Map<string | null, number> => {
  const counts = new Map<string | null, number>();
  for (const { page } of entries) counts.set(page, (counts.get(page) ?? 0) + 1);
  return counts;
};

/** Compares a document with what is known. A new entry whose page another feed has brought is that feed's article. */
export const findChanged = async (
  feed: PolledFeed,
  parsed: ParsedFeed,
  { store, now }: Pick<FeedSources, 'store' | 'now'>,
): Promise<ChangedEntries> => {
  const entries = listEntries(parsed, now());
  const isFrontPage = frontPages(feed, parsed);
  const known = await findKnown(feed.id, entries, isFrontPage, store);
  const matches = matchEntries(entries, known, { isFrontPage });
  const fresh = entries.filter((entry) => !matches.has(entry));

  const [listed, seen] = [countPages(entries.map(({ traits }) => traits)), countPages(known)];
  const isOwnPage = ({ traits: { page } }: ListedEntry): boolean =>
    page !== null && !isFrontPage(page) && listed.get(page) === 1 && !seen.has(page);
  const wholePages = fresh.filter((one) => isOwnPage(one) && one.traits.fragment === null);
  const elsewhere = await store.articlesOfPages(
    feed.id,
    wholePages.map(({ traits }) => traits.page!),
  );
  const names = await nameAll(feed, fresh, isOwnPage, store);

  const changed: ChangedEntry[] = [];
  const keys: string[] = [];
  for (const one of entries) {
    const { entry, traits, fingerprint, contentKey } = one;
    const before = matches.get(one);
    const key = before?.key ?? names.get(one)!;
    keys.push(key);
    if (before?.fingerprint === fingerprint) continue;
    const other = isOwnPage(one) ? elsewhere.get(traits.page!) : undefined;
    const articleKey = before?.articleKey ?? other ?? key;
    const note = before?.contentKey === contentKey ? before.note : null;
    const isKnown = before !== undefined;
    changed.push({ ...traits, entry, key, articleKey, fingerprint, contentKey, note, isKnown });
  }
  return { changed, keys };
};

const nameAll = async (
  feed: PolledFeed,
  entries: readonly ListedEntry[],
  isOwnPage: (entry: ListedEntry) => boolean,
  store: FeedStore,
): Promise<ReadonlyMap<ListedEntry, string>> => {
  const wanted = entries.map((entry) => nameEntry(feed, entry, isOwnPage(entry), new Set()));
  const there = await store.entriesWith(feed.id, 'key', wanted);
  const taken = new Set(there.map(({ key }) => key));
  return new Map(entries.map((entry) => [entry, nameEntry(feed, entry, isOwnPage(entry), taken)]));
};
