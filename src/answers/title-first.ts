/** In: candidates and ranked passages. Out: those of articles whose title has the words of the question, before all others. */
import type { ArticleIndex } from '../search/article-index.ts';
import type { Candidate } from '../search/find-candidates.ts';
import { TERM_BITS } from '../search/token.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE, termOf } from '../text/terms.ts';
import { openingPassage } from './opening-passage.ts';
import type { QuestionPlan } from './plan-question.ts';
import type { RankedPassage } from './rank-passages.ts';

const FUNCTION_TERMS: ReadonlySet<string> = new Set(
  Array.from(FUNCTION_WORDS, (word) => termOf(word, DEFAULT_LANGUAGE)),
);

/** The documents whose title holds the words that carry the question, and no others that carry one; best first. */
export const titledLike = (
  { terms }: QuestionPlan,
  candidates: readonly Candidate[],
  index: ArticleIndex,
): number[] => {
  const asked = new Set(terms.flatMap(({ ids }) => ids));
  const isTitle = (title: readonly number[]): boolean =>
    terms.every(({ ids }) => ids.some((id) => title.includes(id))) &&
    title.every((id) => asked.has(id) || FUNCTION_TERMS.has(index.vocabulary.term(id)));
  return candidates
    .map(({ document }) => document)
    .filter((document) => {
      const { tokens, titleLength } = index.document(document)!;
      return isTitle(Array.from(tokens.subarray(0, titleLength), (token) => token & TERM_BITS));
    });
};

/** Whoever asks in the words of a title wants that article, whatever else they may find: its passages, else its beginning. */
export const titleFirst = (
  passages: readonly RankedPassage[],
  titled: readonly number[],
  index: ArticleIndex,
): RankedPassage[] => {
  const wanted = titled.flatMap((wantedDocument) => {
    const ranked = passages.filter(({ document }) => document === wantedDocument);
    return ranked.length > 0 ? ranked : (openingPassage(wantedDocument, index, 0) ?? []);
  });
  return [...wanted, ...passages.filter(({ document }) => !titled.includes(document))];
};
