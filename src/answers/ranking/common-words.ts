/**
 * How common a word is in the news at large: which a corpus of few articles cannot say itself. The table,
 * `common-words.json`, is made by `npm run learn` and holds nothing but stems and the share of articles that hold them.
 */
import table from './common-words.json' with { type: 'json' };

/** Levels of commonness: 0 for words that are not in the table, then from the rarest of it up to those in every article. */
export const LEVELS = 32;
const HIGHEST = LEVELS - 1;
/** The share of articles that hold a word of the lowest level in the table. */
const LOWEST_SHARE = 0.004;
/** What words that are not in the table are taken for. */
const RARE_SHARE = 0.001;
const STEP = Math.log(LOWEST_SHARE) / (HIGHEST - 1);

const SHARES = Float64Array.from({ length: LEVELS }, (_, level) =>
  level === 0 ? RARE_SHARE : Math.exp(STEP * (HIGHEST - level)),
);

/** The level of words that this share of all articles hold, 0 to 1; 0 below the lowest. */
export const levelOfShare = (share: number): number =>
  Math.max(0, Math.round(HIGHEST - Math.log(share) / STEP));

/** The share of articles that hold a word of that level. */
export const shareOfLevel = (level: number): number => SHARES[level]!;

/** Stems of English words with their levels. By level, the terms of each in one line. */
export const COMMON_WORDS: ReadonlyMap<string, number> = new Map(
  (table as readonly string[]).flatMap((terms, level) =>
    terms === '' ? [] : terms.split(' ').map((term) => [term, level] as const),
  ),
);
