/**
 * In: the entries of a feed's document, and those seen before. Out: which are the same. A feed may change an entry's
 * guid, address, title, text or date, and may give several entries one guid or one page: the surest signs are looked
 * for first, in all entries, and what was recognised by them is no candidate any more.
 */
import type { EntryTraits, KnownEntry } from '../store/feed-entry-store.ts';
import { areUnlike, haveAlikeTitles, haveFarDates, isOther, isSame } from './compare-entries.ts';
import type { ListedEntry } from './list-entries.ts';

/** What is known of the document and the feed as a whole. */
export interface MatchContext {
  /** Whether a page stands for no entry by itself, as a site's front page does. */
  readonly isFrontPage: (page: string) => boolean;
}

interface Facts extends MatchContext {
  /** Whether several entries, of the document or seen before, have the same of this sign. */
  readonly isShared: boolean;
  /** Whether the document has no other entry. */
  readonly isAlone: boolean;
  /** Whether several have the page. */
  readonly isSharedPage: (page: string) => boolean;
  /** Whether several entries have this address with different queries: then the query is part of the page's identity. */
  readonly isSharedBase: (base: string) => boolean;
}

/** A sign by which an entry is recognised. */
interface Sign {
  /** Equal for two entries that may be the same; null if there is nothing to go by. */
  readonly of: (traits: EntryTraits, context: MatchContext) => string | null;
  /** Whether the two can be the same in spite of what else differs. */
  readonly holds: (entry: EntryTraits, known: EntryTraits, facts: Facts) => boolean;
}

const joined = (...parts: readonly (string | null)[]): string | null =>
  parts.some((part) => part === null) ? null : JSON.stringify(parts);

/** Something under the same title that comes again, such as a daily bulletin. */
const recurs = (one: EntryTraits, other: EntryTraits): boolean =>
  !isSame(one.textKey, other.textKey) && haveFarDates(one, other);

const haveOtherIds = (one: EntryTraits, other: EntryTraits): boolean => isOther(one.guid, other.guid);

/** The address without what a site may change for all of its pages at once, and its query, which may name a campaign. */
const baseOf = (page: string | null): string | null =>
  page === null ? null : page.replace(/\?.*$/s, '').replace(/^https?:\/\/(www\.)?/, '');

const titleOf = ({ title }: EntryTraits): string | null => title || null;

/** A guid, unless what has it now has nothing else in common with what had it before. */
const BY_GUID: Sign = {
  of: ({ guid }) => guid,
  holds: (entry, known, { isFrontPage }) => {
    const { page } = entry;
    const isOtherPage = isOther(page, known.page) || isOther(entry.fragment, known.fragment);
    const isNowhere = page !== null && isFrontPage(page);
    return !((isOtherPage || isNowhere) && (areUnlike(entry, known) || recurs(entry, known)));
  },
};

/**
 * Whether another entry took the place of one on its page: nothing else agrees, and the days are far apart. A feed that
 * shows one entry at a time gives the next one another guid, or another day.
 */
const hasFollowed = (entry: EntryTraits, known: EntryTraits, isAlone: boolean): boolean => {
  if (!areUnlike(entry, known)) return false;
  return haveOtherIds(entry, known) ? isAlone : haveFarDates(entry, known);
};

const BY_PAGE: readonly Sign[] = [
  {
    of: (traits) => joined(traits.page, titleOf(traits), traits.published),
    holds: (entry, known, { isShared }) => !isShared && !isOther(entry.fragment, known.fragment),
  },
  {
    of: (traits) => joined(traits.page, traits.fragment ?? '', titleOf(traits)),
    holds: (entry, known, { isFrontPage, isSharedPage }) =>
      !recurs(entry, known) || !(isFrontPage(entry.page!) || isSharedPage(entry.page!)),
  },
  { of: ({ page, fragment }) => joined(page, fragment), holds: (_, __, { isShared }) => !isShared },
  {
    of: (traits) => joined(traits.page, titleOf(traits)),
    holds: (entry, known) =>
      isSame(entry.textKey, known.textKey) ||
      !(isOther(entry.fragment, known.fragment) || recurs(entry, known)),
  },
  {
    of: ({ page, textKey }) => joined(page, textKey),
    holds: (entry, known, { isShared }) => !isShared && !isOther(entry.published, known.published),
  },
  {
    of: ({ page, published }) => (published?.includes('T') ? joined(page, published) : null),
    holds: (entry, known, { isShared }) => !isShared && haveAlikeTitles(entry, known),
  },
  {
    of: ({ page }, { isFrontPage }) => (page !== null && isFrontPage(page) ? null : page),
    holds: (entry, known, { isShared, isAlone }) =>
      !isShared &&
      !(
        isOther(entry.fragment, known.fragment) &&
        (!isSame(entry.title, known.title) || recurs(entry, known))
      ) &&
      !hasFollowed(entry, known, isAlone),
  },
];

const isWithoutPage = (one: EntryTraits, other: EntryTraits): boolean =>
  one.page === null && other.page === null;

/** If neither guid nor page say so. */
const BY_CONTENT: readonly Sign[] = [
  {
    of: (traits) => joined(titleOf(traits), traits.textKey ?? ''),
    holds: (entry, known, { isSharedBase }) => {
      const isNear = !haveFarDates(entry, known);
      if (isWithoutPage(entry, known)) return isNear || !haveOtherIds(entry, known);
      const isSaid = entry.textKey !== null || isSame(entry.published, known.published);
      const isOnePage = baseOf(entry.page) === baseOf(known.page) && !isSharedBase(baseOf(entry.page)!);
      return isNear && (isSaid || isOnePage);
    },
  },
  {
    of: (traits) => (traits.published?.includes('T') ? joined(titleOf(traits), traits.published) : null),
    holds: (entry, known, { isShared }) => !isShared && !isOther(baseOf(entry.page), baseOf(known.page)),
  },
  {
    of: ({ page, published }) => (page === null && published?.includes('T') ? published : null),
    holds: (entry, known, { isShared }) =>
      !isShared &&
      !haveOtherIds(entry, known) &&
      ((entry.title === '' && known.title === '') || haveAlikeTitles(entry, known)),
  },
  {
    of: (traits) => titleOf(traits),
    holds: (entry, known, { isShared }) =>
      !isShared && isWithoutPage(entry, known) && !haveOtherIds(entry, known) && !haveFarDates(entry, known),
  },
  {
    of: ({ textKey }) => textKey,
    holds: (entry, known, { isShared }) =>
      !isShared &&
      baseOf(entry.page) === baseOf(known.page) &&
      (!haveOtherIds(entry, known) || isSame(entry.published, known.published)) &&
      !haveFarDates(entry, known),
  },
];

/** Candidates looked at for one entry and one sign: a feed may give thousands the same page and title. */
const MAX_TRIED = 20;

const SIGNS: readonly Sign[] = [BY_GUID, ...BY_PAGE, ...BY_CONTENT];

const groupBy = <T>(items: Iterable<T>, keyOf: (item: T) => string | null): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    groups.getOrInsertComputed(key, () => []).push(item);
  }
  return groups;
};

const isSharedBy = (
  entries: readonly ListedEntry[],
  known: readonly KnownEntry[],
  of: (page: string | null) => string | null,
): ((key: string) => boolean) => {
  const listed = groupBy(entries, ({ traits }) => of(traits.page));
  const seen = groupBy(known, ({ page }) => of(page));
  return (key) => (listed.get(key)?.length ?? 0) > 1 || (seen.get(key)?.length ?? 0) > 1;
};

/** The entries that were seen before, with what they are known as. `known`: the latest seen first. */
export const matchEntries = (
  entries: readonly ListedEntry[],
  known: readonly KnownEntry[],
  context: MatchContext,
): ReadonlyMap<ListedEntry, KnownEntry> => {
  const matches = new Map<ListedEntry, KnownEntry>();
  const left = new Set(known);
  const claim = (entry: ListedEntry, one: KnownEntry): void => {
    matches.set(entry, one);
    left.delete(one);
  };
  const exact = groupBy(known, ({ fingerprint }) => fingerprint);
  for (const entry of entries) {
    const same = exact.get(entry.fingerprint)?.find((one) => left.has(one));
    if (same !== undefined) claim(entry, same);
  }
  const isSharedPage = isSharedBy(entries, known, (page) => page);
  const isSharedBase = isSharedBy(entries, [], baseOf);
  for (const { of, holds } of SIGNS) {
    const all = groupBy(known, (one) => of(one, context));
    const listed = groupBy(entries, ({ traits }) => of(traits, context));
    for (const [key, sharing] of listed) {
      const candidates = all.get(key) ?? [];
      const facts = {
        ...context,
        isAlone: entries.length === 1,
        isSharedPage,
        isSharedBase,
        isShared: sharing.length > 1 || candidates.length > 1,
      };
      const open = candidates.filter((one) => left.has(one));
      for (const entry of sharing) {
        if (matches.has(entry)) continue;
        const at = open.slice(0, MAX_TRIED).findIndex((one) => holds(entry.traits, one, facts));
        if (at >= 0) claim(entry, open.splice(at, 1)[0]!);
      }
    }
  }
  return matches;
};
