/** In: a plan and the candidate articles. Out: the passages most likely to hold the answer, best first. */
import type { ArticleWords } from '../../search/forward-index.ts';
import type { Candidate } from '../find-candidates.ts';
import type { QuestionPlan } from '../plan-question.ts';
import { collectAnswerTerms } from './answer-terms.ts';
import { chooseSentences, isToldInASentence, MAY_COME_FIRST, tellingTime } from './choose-sentences.ts';
import { cutWindows, type Window } from './cut-windows.ts';
import type { Favour } from './favour-windows.ts';
import { findCompanions } from './find-companions.ts';
import { type LinearModel, modelFor, type PassageModel } from './model.ts';
import { type Likelihoods, rankTerms } from './rank-terms.ts';
import { type RankingContext, type Reading, readCandidates } from './read-candidates.ts';
import type { ScoredWindow } from './sentence-features.ts';
import { describeTerms } from './term-features.ts';
import { describeWindows, WINDOW_FEATURE_NAMES, WINDOW_WIDTH } from './window-features.ts';

/** Whole sentences of one article, at most 600 UTF-16 units, no heading among them. */
export interface RankedPassage {
  readonly words: ArticleWords;
  /** The publication of the article to quote. */
  readonly shown: number;
  /** First and last sentence, both included. */
  readonly first: number;
  readonly last: number;
  /** The one sentence that answers best. */
  readonly best: number;
  /** Comparable within one answer only. */
  readonly score: number;
  /** The score with what the passage gains for what is wanted of the question; what passages are ordered by. */
  readonly worth: number;
  /** Share of the question, by rarity, that the passage holds; 0 to 1. */
  readonly held: number;
  /** Share of the question, by rarity, that the passage and its title hold; 0 to 1. */
  readonly heldWithTitle: number;
  /** Likelihood of the words in it to be the answer; 0 to 1. */
  readonly mass: number;
  /** Relevance of its article, recency left out, as a share of the question's rarity. */
  readonly relevance: number;
}

const PASSAGE_LIMIT = 10;
/** More than two matter only if few articles are about the question. */
const PER_ARTICLE = 4;
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

/** Everything up to the features of the windows; the learner starts here too. */
export const compareWindows = (
  reading: Reading,
  model: Pick<PassageModel, 'terms'>,
): { windows: Window[]; rows: Float64Array; terms: Likelihoods } => {
  const found = collectAnswerTerms(reading);
  const terms = rankTerms(found, describeTerms(found, reading), reading, model.terms);
  const { windows, pairWeights } = cutWindows(reading, terms);
  const companions = findCompanions(windows, terms);
  return { windows, terms, rows: describeWindows(windows, terms, companions, pairWeights, reading) };
};

/** Scores of rows of features by their weights. */
export const scoreWindows = (rows: Float64Array, count: number, model: LinearModel): Float64Array => {
  const weights = WINDOW_FEATURE_NAMES.map((feature) => model[feature] ?? 0);
  const scores = new Float64Array(count);
  for (let row = 0, at = 0; row < count; row++) {
    let score = 0;
    for (let feature = 0; feature < WINDOW_WIDTH; feature++) score += rows[at++]! * weights[feature]!;
    scores[row] = score;
  }
  return scores;
};

const overlaps = (a: Window, b: Window): boolean =>
  a.article === b.article && a.first < b.end && b.first < a.end;

const mayFollow = (window: Window, chosen: readonly Window[]): boolean =>
  !chosen.some((other) => overlaps(other, window)) &&
  chosen.filter(({ article }) => article === window.article).length < PER_ARTICLE;

/** The best window that is left, given the likely answers in those before it; -1 if none may follow. */
const bestLeft = (
  { windows, scores, terms }: Comparison,
  chosen: readonly Window[],
  answers: number,
): number => {
  const repetition = REPETITION[chosen.length] ?? LATER_REPETITION;
  let best = -1;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const [at, window] of windows.entries()) {
    if (scores[at]! <= bestWorth) continue;
    const mass = terms.massOf(window.answers);
    const repeated = mass === 0 ? 0 : terms.massOf(window.answers & answers) / mass;
    const worth = scores[at]! - repetition * repeated;
    if (worth <= bestWorth || !mayFollow(window, chosen)) continue;
    best = at;
    bestWorth = worth;
  }
  return best;
};

/** A sentence that holds this much of the question, by rarity, tells just that; one that holds less than `PART` does not. */
const WHOLE = 0.9;
const PART = 0.75;

/**
 * The best window; but if no sentence of it holds the question, and one elsewhere in its article does, the best window
 * with such a sentence.
 */
const preferWhole = ({ windows, scores }: Comparison, first: number): number => {
  const { article, covered } = windows[first]!;
  if (covered >= PART) return first;
  return windows.reduce((best, window, at) => {
    const isWhole = window.article === article && window.covered >= WHOLE;
    return isWhole && (best === first || scores[at]! > scores[best]!) ? at : best;
  }, first);
};

/** Picks windows one after the other, so that later ones offer other answers than earlier ones. */
export const chooseWindows = (comparison: Comparison): number[] => {
  const picks: number[] = [];
  const chosen: Window[] = [];
  let answers = 0;
  while (picks.length < PASSAGE_LIMIT) {
    const likeliest = bestLeft(comparison, chosen, answers);
    if (likeliest < 0) break;
    const next = picks.length === 0 ? preferWhole(comparison, likeliest) : likeliest;
    picks.push(next);
    chosen.push(comparison.windows[next]!);
    answers |= comparison.windows[next]!.answers;
  }
  return picks;
};

/**
 * The window without the sentences at its ends that tell neither of the question nor of a likely answer; one of them
 * stays as context beside those that do.
 */
const trim = (
  { article, first, end, best }: Window,
  { scratch: { masks, answers } }: Reading,
): { first: number; end: number } => {
  const tells = (sentence: number): boolean => {
    const at = article.base + sentence;
    return masks[at] !== 0 || answers[at] !== 0;
  };
  let from = first;
  let to = end;
  while (to - 2 >= best && !tells(to - 1) && !tells(to - 2)) to -= 1;
  while (from + 1 <= best && !tells(from) && !tells(from + 1)) from += 1;
  return { first: from, end: to };
};

/**
 * How many of the best windows may come first for what their sentences tell: the best alone if one of its sentences
 * holds the question, and if the order follows what is wanted.
 */
const openPlaces = (first: Window, favour: Favour | null): number =>
  first.covered >= WHOLE || favour !== null ? 1 : MAY_COME_FIRST;

/** The places of the passages, the first one first, each with its sentence that answers best. */
const orderTold = (
  passages: readonly ScoredWindow[],
  terms: Likelihoods,
  reading: Reading,
  { sentences }: PassageModel,
  favour: Favour | null,
): readonly { readonly place: number; readonly best: number }[] => {
  const [first] = passages;
  if (first === undefined || !isToldInASentence(reading.plan))
    return passages.map(({ window }, place) => ({ place, best: window.best }));
  return chooseSentences(passages, terms, reading, sentences, openPlaces(first.window, favour));
};

const MASS = WINDOW_FEATURE_NAMES.indexOf('mass');

/** Ranks passages of the candidates: at most 10, none that overlap, at most four of one article. */
export const rankPassages = (
  plan: QuestionPlan,
  candidates: readonly Candidate[],
  context: RankingContext,
  model: PassageModel = modelFor(plan.language),
  favour: Favour | null = null,
): RankedPassage[] => {
  const reading = readCandidates(plan, candidates, context);
  const { windows, rows, terms } = compareWindows(reading, model);
  const learned = scoreWindows(rows, windows.length, model.windows);
  const scores =
    favour === null ? learned : learned.map((score, at) => score + favour.gain(windows[at]!, reading));
  const shown = new Map(candidates.map((candidate) => [candidate.words, candidate.shown]));
  const picks = chooseWindows({ windows, scores, terms });
  const passages = picks.map((at) => ({ window: windows[at]!, score: scores[at]! }));
  return orderTold(passages, terms, reading, model, favour).map(({ place, best: told }) => {
    const at = picks[place]!;
    const { article, mask } = windows[at]!;
    const timed = plan.type === 'time' ? tellingTime(windows[at]!, told, reading) : told;
    const best = favour?.bestOf(windows[at]!, reading) ?? timed;
    const { first, end } = trim({ ...windows[at]!, best }, reading);
    return {
      words: article.words,
      shown: shown.get(article.words)!,
      first,
      last: end - 1,
      best,
      score: learned[at]!,
      worth: scores[at]!,
      held: reading.weigh(mask) / plan.totalIdf,
      heldWithTitle: reading.weigh(mask | article.titleMask) / plan.totalIdf,
      mass: Math.min(1, rows[at * WINDOW_WIDTH + MASS]!),
      relevance: article.relevance,
    };
  });
};
