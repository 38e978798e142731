/** In: ranked passages. Out: the same, those of an article whose title was typed before all others. */
import type { Query } from '../domain/query.ts';
import type { ArticleIndex, DocumentEntry } from '../search/article-index.ts';
import { TERM_BITS } from '../search/token.ts';
import { terms } from '../text/terms.ts';
import type { QuestionPlan } from './plan-question.ts';
import type { RankedPassage } from './rank-passages.ts';

/** Whether a title has as many words as the question and holds all that carry it. */
const isTitleOf = ({ tokens, titleLength }: DocumentEntry, words: number, plan: QuestionPlan): boolean => {
  if (titleLength !== words) return false;
  const title = new Set(Array.from(tokens.subarray(0, titleLength), (token) => token & TERM_BITS));
  return plan.terms.every(({ ids }) => ids.some((id) => title.has(id)));
};

/** Whoever types a title wants that article, whatever else its words may answer. */
export const titleFirst = (
  passages: readonly RankedPassage[],
  query: Query,
  plan: QuestionPlan,
  index: ArticleIndex,
): RankedPassage[] => {
  const words = terms(query.words).length;
  const isWanted = ({ document }: RankedPassage): boolean =>
    isTitleOf(index.document(document)!, words, plan);
  const wanted = passages.filter(isWanted);
  return [...wanted, ...passages.filter((passage) => !wanted.includes(passage))];
};
