/** In: what two entries are recognised by. Out: whether they agree in it. */
import type { EntryTraits } from '../store/feed-entry-store.ts';

/** What recurs under one title does so from one day to the next; an update comes sooner. */
const RECURS_MS = 20 * 3600 * 1000;

/** Both are known, and equal. */
export const isSame = (one: string | null, other: string | null): boolean => one !== null && one === other;

/** Both are known, and different. */
export const isOther = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

/** Whether the two are of different days, as what comes again under the same title is. */
export const haveFarDates = (one: EntryTraits, other: EntryTraits): boolean =>
  one.published !== null &&
  other.published !== null &&
  Math.abs(Date.parse(one.published) - Date.parse(other.published)) >= RECURS_MS;

/** Words, and the characters of scripts that put no space between words. */
const WORDS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]|[\p{L}\p{M}\p{N}]+/gu;

/** Whether half of the words of the shorter title stand in the other one; a title that was not kept may be alike. */
export const haveAlikeTitles = ({ title: one }: EntryTraits, { title: other }: EntryTraits): boolean => {
  if (one === null || other === null) return true;
  const [few, many] = [new Set(one.match(WORDS)), new Set(other.match(WORDS))].sort(
    (a, b) => a.size - b.size,
  ) as [Set<string>, Set<string>];
  const common = [...few].filter((word) => many.has(word)).length;
  return few.size > 0 && common * 2 >= few.size;
};

/** Whether the two agree in nothing but the identifier they share. */
export const areUnlike = (one: EntryTraits, other: EntryTraits): boolean =>
  !haveAlikeTitles(one, other) &&
  !isSame(one.textKey, other.textKey) &&
  !isSame(one.published, other.published);
