/**
 * The rule NewsBlur groups stories by, as it describes it (blog.newsblur.com/2026/03/18/story-clustering): titles that are
 * the same without case and punctuation, or share most of their significant words; and titles that its search finds
 * alike, of which enough words have to be shared. The numbers are those its published source names.
 */
import type { EvalArticle } from '../eval-data.ts';

const LOOKBACK_MS = 120 * 3_600_000;
/** Of the words of both titles, where each has enough of them. */
const ALIKE = { words: 5, shared: 3, ofBoth: 0.6 };
/** Of the words of the shorter title. */
const FOUND = { shared: 4, ofShorter: 0.45 };

const INSIGNIFICANT: ReadonlySet<string> = new Set(
  `a an the and or but in on at to for of is it by with from as be was were are this that have has had do does did will
   would could should may might can shall not no its his her their our your my been being he she so up if me we am us`.split(
    /\s+/,
  ),
);

interface Title {
  readonly plain: string;
  readonly words: ReadonlySet<string>;
}

const readTitle = ({ title }: EvalArticle): Title => {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .trim();
  return { plain, words: new Set(plain.split(/\s+/).filter((word) => !INSIGNIFICANT.has(word))) };
};

/** Whether the rule says that both tell the same story. */
export const isSameByNewsBlur = (a: EvalArticle, b: EvalArticle): boolean => {
  const apartMs = Math.abs(Date.parse(a.published ?? '') - Date.parse(b.published ?? ''));
  if (!(apartMs <= LOOKBACK_MS) || a.source === b.source) return false;
  const [one, other] = [readTitle(a), readTitle(b)];
  if (one.plain === other.plain) return true;
  const shared = [...one.words].filter((word) => other.words.has(word)).length;
  const shorter = Math.min(one.words.size, other.words.size);
  if (shared >= FOUND.shared && shared >= FOUND.ofShorter * shorter) return true;
  const ofBoth = shared / (one.words.size + other.words.size - shared);
  return shorter >= ALIKE.words && shared >= ALIKE.shared && ofBoth >= ALIKE.ofBoth;
};
