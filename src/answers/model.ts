/**
 * The learned weights and how they are applied: two linear models, one over words that may be the answer, one over
 * passages. In: rows of features. Out: scores. The weights are made by `npm run learn`.
 */
import { readFileSync } from 'node:fs';

/** A linear model. */
export interface LinearModel {
  /** Names of the features, in the order of the weights. */
  readonly features: readonly string[];
  readonly weights: readonly number[];
}

export interface PassageModel {
  readonly terms: LinearModel;
  readonly windows: LinearModel;
}

/** Dot products of `count` rows of `width` features with the weights, into `scores`. */
export const scoreRows = (
  rows: Float64Array,
  count: number,
  weights: ArrayLike<number>,
  scores: Float64Array,
): void => {
  const width = weights.length;
  for (let row = 0, at = 0; row < count; row++) {
    let sum = 0;
    for (let feature = 0; feature < width; feature++) sum += rows[at++]! * weights[feature]!;
    scores[row] = sum;
  }
};

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

/** The model beside this file. */
export const readModel = (): PassageModel =>
  JSON.parse(readFileSync(new URL('./passage-model.json', import.meta.url), 'utf8')) as PassageModel;
