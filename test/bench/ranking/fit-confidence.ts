/** In: outcomes. Out: the model that distinguishes answered questions from those that no article answers, and how well. */
import { CONFIDENCE_FEATURES, estimate } from '../../../src/answers/ranking/confidence-of.ts';
import type { LinearModel } from '../../../src/answers/ranking/model.ts';
import type { Outcome } from './cross-validate.ts';
import { fitListwise, type Group } from './fit-listwise.ts';
import { named } from './fit-ranking.ts';
import { FOLDS } from './folds.ts';

const CONFIDENCE_L2 = 3;

/** A yes-or-no question as a group of two rows, so that the same fit learns a logistic model. */
export const asChoice = (signs: readonly number[] | null, isAnswered: boolean): Group[] =>
  signs === null
    ? []
    : [
        {
          count: 2,
          columns: Int32Array.from(signs, (_, at) => at),
          rows: Float64Array.from([...signs, ...signs.map(() => 0)]),
          right: Uint8Array.from(isAnswered ? [1, 0] : [0, 1]),
        },
      ];

export const fitConfidence = (outcomes: readonly Outcome[]): LinearModel => {
  const choices = outcomes.flatMap(({ hits, signs, signsWithout }) => [
    ...asChoice(signs, hits.slice(0, 3).includes(true)),
    ...asChoice(signsWithout, false),
  ]);
  return named(CONFIDENCE_FEATURES, fitListwise(choices, CONFIDENCE_FEATURES.length, CONFIDENCE_L2));
};

/** Confidence in a question's answer, and in what is found without the articles that hold it. */
export interface Judged {
  readonly outcome: Outcome;
  readonly with: number;
  readonly without: number;
}

/** Each fold judged by a model learned from the others. */
export const judgeConfidence = (outcomes: readonly Outcome[], folds: readonly number[]): Judged[] => {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitConfidence(outcomes.filter((_, at) => folds[at] !== fold)),
  );
  return outcomes.map((outcome, at) => ({
    outcome,
    with: estimate(outcome.signs, models[folds[at]!]!),
    without: estimate(outcome.signsWithout, models[folds[at]!]!),
  }));
};

/** The chance that a question asked of all articles gets more confidence than one asked without those that answer. */
export const areaUnderCurve = (judged: readonly Judged[]): number => {
  let wins = 0;
  for (const a of judged)
    for (const b of judged) wins += a.with > b.without ? 1 : a.with === b.without ? 0.5 : 0;
  return wins / judged.length ** 2;
};
