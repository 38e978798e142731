/** In: a plan and its ranked passages. Out: the estimated chance that they hold an answer, 0 to 1. */

import type { QuestionPlan } from '../plan-question.ts';
import { LEARNED_UP_TO, type LinearModel, modelFor } from './model.ts';
import type { RankedPassage } from './rank-passages.ts';

/** Below this an answer is weak; chosen by `npm run learn`, see docs/RANKING.md. */
export const WEAK_BELOW = 0.4;

/** Below this an answer is a miss, by how many articles were asked: from `FEW` on it grows, and from `MANY` on it stays. */
const MISS_OF_FEW = 0.08;
const MISS_OF_MANY = 0.15;
const FEW = 50;
const MANY = 4_000;

/**
 * Among few articles hardly any sounds like an answer without being one, so that a low estimate is still worth reading; among
 * many some always does.
 */
export const missBelow = (articles: number): number => {
  const size = Math.min(MANY, Math.max(FEW, articles));
  return MISS_OF_FEW + ((MISS_OF_MANY - MISS_OF_FEW) * Math.log(size / FEW)) / Math.log(MANY / FEW);
};

/** What the chance is estimated from. `one` is the same for all. */
export const CONFIDENCE_FEATURES = [
  'one',
  'held',
  'heldWithTitle',
  'heldByThree',
  'relevance',
  'mass',
  'score',
  'lead',
  'missing',
  'terms',
  'size',
] as const;

/** The numbers behind an estimate, in the order of `CONFIDENCE_FEATURES`; null if nothing was found. */
export const confidenceSigns = (plan: QuestionPlan, passages: readonly RankedPassage[]): number[] | null => {
  const [first, second] = passages;
  if (first === undefined) return null;
  const top = passages.slice(0, 3);
  const missing = plan.terms.filter(({ ids }) => ids.length === 0).reduce((sum, { idf }) => sum + idf, 0);
  return [
    1,
    first.held,
    first.heldWithTitle,
    top.reduce((sum, { heldWithTitle }) => sum + heldWithTitle, 0) / top.length,
    first.relevance,
    first.mass,
    first.score,
    first.score - (second?.score ?? first.score),
    missing / plan.totalIdf,
    Math.log1p(plan.terms.length),
    Math.log1p(Math.min(LEARNED_UP_TO, plan.articles)),
  ];
};

/** The chance by a model's weights; 0 if nothing was found. */
export const estimate = (signs: readonly number[] | null, model: LinearModel): number => {
  if (signs === null) return 0;
  const sum = signs.reduce((total, sign, at) => total + sign * (model[CONFIDENCE_FEATURES[at]!] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
};

/** The chance by the learned weights; 0 if nothing was found. */
export const confidenceOf = (plan: QuestionPlan, passages: readonly RankedPassage[]): number =>
  estimate(confidenceSigns(plan, passages), modelFor(plan.language).confidence);
