/** The learned weights, made by `npm run learn`, and the arithmetic they are applied with. */
import model from './passage-model.json' with { type: 'json' };

/** Weights of a linear model by feature. */
export type LinearModel = Readonly<Record<string, number>>;

export interface PassageModel {
  /** Which word is the answer. */
  readonly terms: LinearModel;
  /** Which passage holds it. */
  readonly windows: LinearModel;
  /** Whether the best passages hold it at all. */
  readonly confidence: LinearModel;
}

export const PASSAGE_MODEL: PassageModel = model;

/** Turns the first `count` scores into probabilities that sum to one, in place. */
export const softmax = (scores: Float64Array, count: number): void => {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) top = Math.max(top, scores[at]!);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    scores[at] = Math.exp(scores[at]! - top);
    sum += scores[at]!;
  }
  for (let at = 0; at < count; at++) scores[at]! /= sum;
};
