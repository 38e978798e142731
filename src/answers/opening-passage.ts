/** In: an article's words. Out: how it begins: its first paragraph, as far as it can be quoted. */
import type { ArticleWords } from '../search/forward-index.ts';
import {
  AT_END,
  AT_FLAGS,
  AT_START,
  HEADING,
  PARAGRAPH,
  SENTENCE_STRIDE,
  sentenceCount,
} from '../search/sentence-table.ts';
import { WINDOW_CHARACTERS } from './ranking/cut-windows.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';

/** Null if no sentence can be quoted. `shown` is the publication to quote; `score` is the passage's. */
export const openingPassage = (words: ArticleWords, shown: number, score: number): RankedPassage | null => {
  const { sentences } = words;
  const count = sentenceCount(words);
  const at = (sentence: number, side: number): number => sentences[sentence * SENTENCE_STRIDE + side]!;
  const fits = (first: number, last: number): boolean =>
    (at(last, AT_FLAGS) & HEADING) === 0 && at(last, AT_END) - at(first, AT_START) <= WINDOW_CHARACTERS;
  let first = 0;
  while (first < count && !fits(first, first)) first += 1;
  if (first === count) return null;
  let last = first;
  while (last + 1 < count && (at(last + 1, AT_FLAGS) & PARAGRAPH) === 0 && fits(first, last + 1)) last += 1;
  return {
    words,
    shown,
    first,
    last,
    best: first,
    score,
    worth: score,
    held: 1,
    heldWithTitle: 1,
    mass: 0,
    relevance: 0,
  };
};
