/** The learned weights, made by `npm run learn`, and the arithmetic they are applied with. */
import { DEFAULT_LANGUAGE } from '../../text/terms.ts';
import foreign from './foreign-passage-model.json' with { type: 'json' };
import model from './passage-model.json' with { type: 'json' };

/** Weights of a linear model by feature. */
export type LinearModel = Readonly<Record<string, number>>;

export interface PassageModel {
  /** Which word is the answer. */
  readonly terms: LinearModel;
  /** Which passage holds it. */
  readonly windows: LinearModel;
  /** Which sentence of the best passages answers. */
  readonly sentences: LinearModel;
  /** Whether the best passages hold it at all. */
  readonly confidence: LinearModel;
}

export const PASSAGE_MODEL: PassageModel = model;

/** No corpus that the weights were learned over has more articles than about this many. */
export const LEARNED_UP_TO = 5_000;

/**
 * Other languages inflect more, and more of their words look alike than are the same: what a passage holds means something else
 * there.
 */
const FOREIGN_MODEL: PassageModel = { ...PASSAGE_MODEL, ...foreign };

/** By the language of the question. */
export const modelFor = (language: string): PassageModel =>
  language === DEFAULT_LANGUAGE ? PASSAGE_MODEL : FOREIGN_MODEL;

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
