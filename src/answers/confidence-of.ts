/** In: a plan and its ranked passages. Out: the estimated chance that they hold an answer, 0 to 1. */
import type { QuestionPlan } from './plan-question.ts';
import type { RankedPassage } from './rank-passages.ts';

/** Below these an answer is a miss, or weak. */
export const MISS_BELOW = 0.3;
export const WEAK_BELOW = 0.6;

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** How much of the question, by weight, the best of the passages holds with its title. */
const coverageOf = (plan: QuestionPlan, passages: readonly RankedPassage[]): number =>
  Math.max(0, ...passages.slice(0, 3).map(({ coverage }) => coverage)) / plan.totalIdf;

/** 0 where nothing was found. */
export const confidenceOf = (plan: QuestionPlan, passages: readonly RankedPassage[]): number => {
  const first = passages[0];
  return first === undefined ? 0 : logistic(5 * coverageOf(plan, passages) - 1.5);
};
