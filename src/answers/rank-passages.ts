/** In: a plan and the candidate articles. Out: the passages most likely to hold the answer, best first. */
import type { ArticleIndex } from '../search/article-index.ts';
import type { Candidate } from '../search/find-candidates.ts';
import { collectAnswerTerms } from './answer-terms.ts';
import { cutWindows, heldIn, type Window } from './cut-windows.ts';
import { findCompanions } from './find-companions.ts';
import { type LinearModel, PASSAGE_MODEL, type PassageModel } from './model.ts';
import type { QuestionPlan } from './plan-question.ts';
import { type Reading, readCandidates } from './read-candidates.ts';
import { describeTerms, type Likelihoods, rankTerms } from './term-features.ts';
import { describeWindows, WINDOW_FEATURES } from './window-features.ts';

/** Whole sentences of one article, at most 600 UTF-16 units, no heading among them. */
export interface RankedPassage {
  /** Number of the document in the index. */
  readonly document: number;
  /** First and last sentence, both included. */
  readonly first: number;
  readonly last: number;
  /** The one sentence that answers best. */
  readonly best: number;
  /** Comparable within one answer only. */
  readonly score: number;
  /** Share of the question, by rarity, that the passage holds; 0 to 1. */
  readonly held: number;
  /** The same for the passage with its title. */
  readonly heldWithTitle: number;
  /** Likelihood of the words in it to be the answer; 0 to 1. */
  readonly mass: number;
  /** Relevance of its article, recency left out, as a share of the question's rarity. */
  readonly relevance: number;
}

const PASSAGE_LIMIT = 8;
const PER_DOCUMENT = 2;
/**
 * What the second, third, … passage loses, at most, for holding the likely answers of those before it: the first ones
 * offer different answers, the later ones the likeliest again in other words. Measured from 0 to 5.
 */
const REPETITION = [0, 2.5, 2.5];
const LATER_REPETITION = 0.7;

/** Windows with the numbers they are compared by. */
interface Comparison {
  readonly windows: readonly Window[];
  readonly scores: Float64Array;
  readonly terms: Likelihoods;
}

const WIDTH = WINDOW_FEATURES.length;

/** Everything up to the features of the windows; the learner starts here too. */
export const compareWindows = (
  reading: Reading,
  model: PassageModel,
): { windows: Window[]; rows: Float64Array; terms: Likelihoods } => {
  const found = collectAnswerTerms(reading);
  describeTerms(found, reading);
  const terms = rankTerms(found, reading, model.terms);
  const { windows, pairIdf } = cutWindows(reading, terms);
  const companions = findCompanions(windows, terms);
  return { windows, terms, rows: describeWindows(windows, terms, companions, pairIdf, reading) };
};

/** Scores of rows of features by their weights. */
export const scoreWindows = (rows: Float64Array, count: number, model: LinearModel): Float64Array => {
  const weights = WINDOW_FEATURES.map((feature) => model[feature] ?? 0);
  const scores = new Float64Array(count);
  for (let row = 0, at = 0; row < count; row++) {
    let score = 0;
    for (let feature = 0; feature < WIDTH; feature++) score += rows[at++]! * weights[feature]!;
    scores[row] = score;
  }
  return scores;
};

const overlaps = (a: Window, b: Window): boolean =>
  a.document === b.document && a.first < b.end && b.first < a.end;

const mayFollow = (window: Window, chosen: readonly Window[]): boolean =>
  !chosen.some((other) => overlaps(other, window)) &&
  chosen.filter(({ document }) => document === window.document).length < PER_DOCUMENT;

/** The best window left, given what those before it hold; -1 where none may follow. */
const nextBest = (
  { windows, scores, terms }: Comparison,
  chosen: readonly Window[],
  held: number,
): number => {
  const repetition = REPETITION[chosen.length] ?? LATER_REPETITION;
  let best = -1;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const [at, window] of windows.entries()) {
    if (scores[at]! <= bestWorth) continue;
    const mass = terms.massOf(window.held);
    const repeated = mass === 0 ? 0 : terms.massOf(window.held & held) / mass;
    const worth = scores[at]! - repetition * repeated;
    if (worth <= bestWorth || !mayFollow(window, chosen)) continue;
    best = at;
    bestWorth = worth;
  }
  return best;
};

/** Picks windows one after the other, so that later ones offer other answers than earlier ones. */
export const chooseWindows = (comparison: Comparison): number[] => {
  const picks: number[] = [];
  const chosen: Window[] = [];
  let held = 0;
  while (picks.length < PASSAGE_LIMIT) {
    const next = nextBest(comparison, chosen, held);
    if (next < 0) break;
    picks.push(next);
    chosen.push(comparison.windows[next]!);
    held |= comparison.windows[next]!.held;
  }
  return picks;
};

/**
 * The window without the sentences at its ends that tell neither of the question nor of a likely answer; one of them
 * stays as context beside those that do.
 */
const trim = ({ document, first, end, best }: Window, { masks }: Reading): { first: number; end: number } => {
  const tells = (sentence: number): boolean => {
    const at = document.base + sentence;
    return masks[at] !== 0 || heldIn(at) !== 0;
  };
  let from = first;
  let to = end;
  while (to - 2 >= best && !tells(to - 1) && !tells(to - 2)) to -= 1;
  while (from + 1 <= best && !tells(from) && !tells(from + 1)) from += 1;
  return { first: from, end: to };
};

const MASS = WINDOW_FEATURES.indexOf('mass');

/** Ranks passages of the candidates: at most 8, none that overlap, at most two of one article. */
export const rankPassages = (
  plan: QuestionPlan,
  candidates: readonly Candidate[],
  index: ArticleIndex,
  model: PassageModel = PASSAGE_MODEL,
): RankedPassage[] => {
  const reading = readCandidates(plan, candidates, index);
  const { windows, rows, terms } = compareWindows(reading, model);
  const scores = scoreWindows(rows, windows.length, model.windows);
  return chooseWindows({ windows, scores, terms }).map((at) => {
    const { document, best, mask } = windows[at]!;
    const { first, end } = trim(windows[at]!, reading);
    return {
      document: document.document,
      first,
      last: end - 1,
      best,
      score: scores[at]!,
      held: reading.weigh(mask) / plan.totalIdf,
      heldWithTitle: reading.weigh(mask | document.titleMask) / plan.totalIdf,
      mass: Math.min(1, rows[at * WIDTH + MASS]!),
      relevance: document.relevance,
    };
  });
};
