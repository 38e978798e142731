/** In: how many articles hold a word. Out: its rarity, blended with what is known of the news at large. */
import type { Dictionary } from '../search/forward-index.ts';
import { COMMON_WORDS, shareOfLevel } from './ranking/common-words.ts';

/** The news at large counts as this many articles beside those of the corpus. */
const BACKGROUND_ARTICLES = 300;

/** Rarity of a term held by `frequency` of `size` documents: ln(1 + (N - df + 0.5) / (df + 0.5)), as in BM25. */
const idfOf = (frequency: number, size: number): number =>
  Math.log(1 + (Math.max(0, size - frequency) + 0.5) / (frequency + 0.5));

/** A corpus that is English by less is not described by a table of English words. */
const MOSTLY = 0.5;

/** Whether the news at large describes this corpus: most of its articles are English, and the table's words are. */
export const hasBackground = ({ englishShare }: Pick<Dictionary, 'englishShare'>): boolean =>
  englishShare >= MOSTLY;

/**
 * The inverse document frequency of a word in a corpus. Few articles say little of how rare it is, many say all: the
 * level of its commonness (`common-words.ts`) counts as articles of its own.
 */
export const rarityOf = (
  frequency: number,
  level: number,
  dictionary: Pick<Dictionary, 'articles' | 'englishShare'>,
): number => {
  const background = hasBackground(dictionary) ? BACKGROUND_ARTICLES : 0;
  return idfOf(frequency + background * shareOfLevel(level), dictionary.articles + background);
};

/** The rarity of an English term in the news at large: 0 if every article holds it, about 7 for words that few do. */
export const rarityInNews = (term: string): number => -Math.log(shareOfLevel(COMMON_WORDS.get(term) ?? 0));
