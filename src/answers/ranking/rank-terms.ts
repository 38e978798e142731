/** In: words that may be the answer and their features. Out: how likely each is the answer by the learned weights. */
import type { QuestionType } from '../question-words.ts';
import type { AnswerTerm } from './answer-term.ts';
import { bitWeights } from './bit-weights.ts';
import { type LinearModel, softmax } from './model.ts';
import type { Reading } from './read-candidates.ts';
import type { Scratch } from './scratch.ts';
import { TERM_FEATURE_NAMES, TERM_WIDTH, TYPED_FEATURES } from './term-features.ts';

/** Words that are told apart by rank: their presence fits one mask. */
export const TOP_TERMS = 24;

/** How likely each word is the answer. Valid until the next question. */
export interface Likelihoods {
  /** By term id: 0 for the likeliest word, 1 for the next; -1 for all but the first `TOP_TERMS`. */
  readonly ranks: Int8Array;
  /** By rank; those of all words of a question sum to one. */
  readonly byRank: Float64Array;
  /** Likelihood that the answer is among the words whose bits are set. */
  massOf(answers: number): number;
}

/** Likelihood of the likeliest of the words whose bits are set: ranks count up from the likeliest. */
export const peakOf = (answers: number, { byRank }: Pick<Likelihoods, 'byRank'>): number =>
  answers === 0 ? 0 : byRank[31 - Math.clz32(answers & -answers)]!;

/** The weights for one type of question: common and special ones added up. */
const weightsFor = (type: QuestionType, model: LinearModel): Float64Array =>
  Float64Array.from(
    TERM_FEATURE_NAMES,
    (feature) =>
      (model[feature] ?? 0) + (TYPED_FEATURES.includes(feature) ? (model[`${type}:${feature}`] ?? 0) : 0),
  );

const fillLikelihoods = (
  rows: Float64Array,
  count: number,
  weights: Float64Array,
  { likelihoods }: Scratch,
): void => {
  for (let place = 0, at = 0; place < count; place++) {
    let score = 0;
    for (let feature = 0; feature < TERM_WIDTH; feature++) score += rows[at++]! * weights[feature]!;
    likelihoods[place] = score;
  }
  softmax(likelihoods, count);
};

/** Picks the likeliest words out one after the other; sorting all would cost more. Returns their likelihoods. */
const rankTop = (terms: readonly AnswerTerm[], { likelihoods, ranks }: Scratch): Float64Array => {
  const byRank = new Float64Array(TOP_TERMS);
  for (let rank = 0; rank < Math.min(TOP_TERMS, terms.length); rank++) {
    let best = 0;
    for (let place = 1; place < terms.length; place++)
      if (likelihoods[place]! > likelihoods[best]!) best = place;
    byRank[rank] = likelihoods[best]!;
    likelihoods[best] = -1;
    ranks.mark(terms[best]!.id, rank);
  }
  return byRank;
};

export const rankTerms = (
  terms: readonly AnswerTerm[],
  rows: Float64Array,
  { plan, scratch }: Reading,
  model: LinearModel,
): Likelihoods => {
  fillLikelihoods(rows, terms.length, weightsFor(plan.type, model), scratch);
  const byRank = rankTop(terms, scratch);
  return { ranks: scratch.ranks.values, byRank, massOf: bitWeights(byRank) };
};
