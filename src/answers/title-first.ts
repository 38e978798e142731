/** In: candidates and ranked passages. Out: those of articles whose title has the words of the question, before all others. */
import { titleIds } from '../search/sentence-table.ts';
import type { Candidate } from './find-candidates.ts';
import { openingPassage } from './opening-passage.ts';
import type { QuestionPlan } from './plan-question.ts';
import type { RankedPassage } from './ranking/rank-passages.ts';
import { FUNCTION_WORD } from './ranking/term-kinds.ts';

/**
 * The candidates whose title holds the words that carry the question, and no others that carry one; best first. `kinds`
 * are by term id, as in `term-kinds.ts`.
 */
export const titledLike = (
  { terms }: QuestionPlan,
  candidates: readonly Candidate[],
  kinds: Uint16Array,
): Candidate[] => {
  const asked = new Set(terms.flatMap(({ ids }) => ids));
  return candidates.filter(({ words }) => {
    const title = titleIds(words);
    return (
      terms.every(({ ids }) => ids.some((id) => title.includes(id))) &&
      title.every((id) => asked.has(id) || (kinds[id]! & FUNCTION_WORD) !== 0)
    );
  });
};

/** A question in the words of a title is answered from that article first: by its passages, else its beginning. */
export const titleFirst = (
  passages: readonly RankedPassage[],
  titled: readonly Candidate[],
): RankedPassage[] => {
  const wanted = titled.flatMap(({ words, shown }) => {
    const ranked = passages.filter((passage) => passage.words === words);
    return ranked.length > 0 ? ranked : (openingPassage(words, shown, 0) ?? []);
  });
  return [...wanted, ...passages.filter((passage) => !titled.some(({ words }) => passage.words === words))];
};
