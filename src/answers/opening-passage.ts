/** In: an article of the index. Out: how it begins: its first paragraph, as far as it can be quoted. */
import type { ArticleIndex } from '../search/article-index.ts';
import { AT_END, AT_FLAGS, AT_START, HEADING, PARAGRAPH, SENTENCE_STRIDE } from '../search/document.ts';
import { WINDOW_CHARACTERS } from './cut-windows.ts';
import type { RankedPassage } from './rank-passages.ts';

/** Null where no sentence can be quoted. `score` is the passage's. */
export const openingPassage = (
  document: number,
  index: ArticleIndex,
  score: number,
): RankedPassage | null => {
  const { sentences } = index.document(document)!;
  const count = sentences.length / SENTENCE_STRIDE;
  const at = (sentence: number, side: number): number => sentences[sentence * SENTENCE_STRIDE + side]!;
  const fits = (first: number, last: number): boolean =>
    (at(last, AT_FLAGS) & HEADING) === 0 && at(last, AT_END) - at(first, AT_START) <= WINDOW_CHARACTERS;
  let first = 0;
  while (first < count && !fits(first, first)) first += 1;
  if (first === count) return null;
  let last = first;
  while (last + 1 < count && (at(last + 1, AT_FLAGS) & PARAGRAPH) === 0 && fits(first, last + 1)) last += 1;
  return { document, first, last, best: first, score, held: 1, heldWithTitle: 1, mass: 0, relevance: 0 };
};
