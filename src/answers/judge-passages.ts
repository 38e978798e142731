/** In: a question's plan and its ranked passages. Out: the verdict on them, and their order where that tells on it. */
import type { Answer } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { terms } from '../text/terms.ts';
import { confidenceOf, MISS_BELOW, WEAK_BELOW } from './confidence-of.ts';
import { holdersFirst, holdingOf, isKeywords } from './keywords.ts';
import type { QuestionPlan } from './plan-question.ts';
import type { RankedPassage } from './rank-passages.ts';
import { titleFirst } from './title-first.ts';

export interface Judgement extends Pick<Answer, 'asked' | 'verdict' | 'confidence' | 'unquoted'> {
  /** Best first. */
  readonly passages: readonly RankedPassage[];
}

const isName = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Without a name it asks about, or half of its words, what was found may be about something else, however it fits. */
const isDoubtful = ({ missing, terms }: QuestionPlan): boolean =>
  missing.some(isName) || missing.length * 2 >= terms.length;

const judgeAnswer = (
  plan: QuestionPlan,
  passages: readonly RankedPassage[],
  isTitled: boolean,
): Judgement => {
  const confidence = confidenceOf(plan, passages);
  const isFound = passages.length > 0 && (confidence >= MISS_BELOW || isTitled);
  const isSure = confidence >= WEAK_BELOW && !isDoubtful(plan);
  const verdict = isFound ? (isSure ? 'answered' : 'weak') : 'none';
  return { asked: 'question', passages, confidence, verdict, unquoted: [] };
};

const judgeKeywords = (
  plan: QuestionPlan,
  ranked: readonly RankedPassage[],
  index: ArticleIndex,
): Judgement => {
  const passages = holdersFirst(ranked, plan, index);
  const { lacked, share } = holdingOf(passages[0], plan, index);
  const verdict = share === 0 ? 'none' : lacked.length > 0 ? 'weak' : 'answered';
  const unquoted = lacked.filter((word) => !plan.missing.includes(word));
  return { asked: 'keywords', passages, confidence: share, verdict, unquoted };
};

/**
 * A question is judged by how likely an answer is, keywords by whether they were found; those that hold them come first.
 * `titled` are the documents whose title has the words of the question, which come before all: one whose title was
 * typed was found, however it reads, and one whose title asks the same is never nothing.
 */
export const judgePassages = (
  query: Query,
  plan: QuestionPlan,
  ranked: readonly RankedPassage[],
  titled: readonly number[],
  index: ArticleIndex,
): Judgement => {
  const isTyped = titled.some(
    (document) => index.document(document)!.titleLength === terms(query.words).length,
  );
  const judgement =
    isTyped || isKeywords(query, plan)
      ? judgeKeywords(plan, ranked, index)
      : judgeAnswer(plan, ranked, titled.length > 0);
  return { ...judgement, passages: titleFirst(judgement.passages, titled, index) };
};
