/** In: a feed's document. Out: its entries, each once, with what they are recognised by in later polls. */
import { hash } from 'node:crypto';
import { pageAddress } from '../domain/article-key.ts';
import type { FeedEntry, ParsedFeed } from '../domain/feed.ts';
import type { EntryTraits } from '../store/feed-entry-store.ts';
import { haveFarDates } from './compare-entries.ts';

export interface ListedEntry {
  readonly entry: FeedEntry;
  readonly traits: EntryTraits;
  /** Hash of all it says. */
  readonly fingerprint: string;
  /** Hash of what a reader sees of it. */
  readonly contentKey: string;
}

/** A feed with more entries is read from its top; none that people write comes near. */
const MAX_ENTRIES = 2_000;
/** Longer titles are distinguished by their beginning and a hash. */
const MAX_TITLE = 300;

const shortHash = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

const normalTitle = (title: string): string => {
  const line = title.normalize('NFKC').toLowerCase();
  return line.length <= MAX_TITLE ? line : `${line.slice(0, MAX_TITLE).toWellFormed()} ${shortHash(line)}`;
};

/** A date that was moved back to the present moment says nothing. */
const knownDate = ({ published }: FeedEntry, nowMs: number): FeedEntry['published'] =>
  published !== null && Date.parse(published) > nowMs - 1000 ? null : published;

/**
 * A hash of what an entry says. Its fields are named, in an order that stays: were a new field of `FeedEntry` hashed too, every
 * entry that is remembered would look changed, and its page would be fetched again.
 */
const hashEntry = (
  { title, author, text, tags, imageUrl, language }: FeedEntry,
  { id, url, published }: { id: string | null; url: unknown; published: FeedEntry['published'] },
): string => shortHash(JSON.stringify({ id, title, url, published, author, text, tags, imageUrl, language }));

const listEntry = (entry: FeedEntry, nowMs: number): ListedEntry => {
  const published = knownDate(entry, nowMs);
  const { page = null, fragment = null } = (entry.url === null ? null : pageAddress(entry.url)) ?? {};
  const traits: EntryTraits = {
    guid: entry.id,
    page,
    fragment,
    title: normalTitle(entry.title ?? ''),
    textKey: entry.text === '' ? null : shortHash(entry.text),
    published,
  };
  return {
    entry,
    traits,
    fingerprint: hashEntry(entry, { id: entry.id, url: entry.url, published }),
    contentKey: hashEntry(entry, { id: null, url: [page, fragment], published }),
  };
};

/** Whether an entry with the same id is another one, rather than the same one listed twice. */
const isAnother = (one: EntryTraits, other: EntryTraits): boolean =>
  one.page !== other.page ||
  one.fragment !== other.fragment ||
  one.title !== other.title ||
  (one.textKey !== other.textKey && haveFarDates(one, other));

/** An id that several different entries share names none of them. */
const sharedIds = (entries: readonly ListedEntry[]): Set<string> => {
  const first = new Map<string, EntryTraits>();
  const shared = new Set<string>();
  for (const { traits } of entries) {
    if (traits.guid === null) continue;
    const other = first.get(traits.guid);
    if (other !== undefined && isAnother(traits, other)) shared.add(traits.guid);
    first.set(traits.guid, other ?? traits);
  }
  return shared;
};

/** What is the same for an entry that is listed twice. */
const sameness = ({ guid, page, fragment, title, textKey, published }: EntryTraits): string[] => {
  const said = JSON.stringify([page, fragment, title, textKey]);
  const dated = `${said} ${published}`;
  return [...(guid === null ? [] : [`#${guid}`]), textKey === null || guid !== null ? dated : said];
};

/** The entries that can make an article, in the order of the document, each once; the first of those that are the same. */
export const listEntries = (parsed: ParsedFeed, nowMs: number): ListedEntry[] => {
  const worthwhile = parsed.entries.filter(({ title, url, text }) => title || url || text);
  const listed = worthwhile.slice(0, MAX_ENTRIES).map((entry) => listEntry(entry, nowMs));
  const shared = sharedIds(listed);
  const seen = new Set<string>();
  return listed.flatMap((one) => {
    const isShared = one.traits.guid !== null && shared.has(one.traits.guid);
    const traits = isShared ? { ...one.traits, guid: null } : one.traits;
    const names = sameness(traits);
    const isRepeated = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return isRepeated ? [] : [{ ...one, traits, entry: { ...one.entry, id: traits.guid } }];
  });
};
