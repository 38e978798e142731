/** In: a plan and the candidate articles. Out: the passages most likely to hold the answer, best first. */
import type { ArticleWords } from '../../search/forward-index.ts';
import type { Candidate } from '../find-candidates.ts';
import type { QuestionPlan } from '../plan-question.ts';
import { COMPARED_WITH, isWorthALook, LOOKED_AT } from '../second-look.ts';
import { collectAnswerTerms } from './answer-terms.ts';
import { chooseSentences, isToldInASentence, MAY_COME_FIRST, tellingTime } from './choose-sentences.ts';
import { cutWindows, sumUp, type Window } from './cut-windows.ts';
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

/** More than two matter only if few articles are about the question. */
const PER_ARTICLE = 4;
/**
 * What the second, third, … passage loses, at most, for holding the likely answers of those before it: the first ones
 * offer different answers, the later ones the likeliest again in other words. Measured from 0 to 5.
 */
const REPETITION = [0, 2.5, 2.5];
const LATER_REPETITION = 0.7;

/** What a window loses if a part of it was chosen before and the rest alone is left. Measured from 0 to 6. */
const PARTED = 4;

/** Windows with the numbers they are compared by. */
interface Comparison {
  readonly windows: readonly Window[];
  readonly scores: Float64Array;
  readonly terms: Likelihoods;
  /** The window of fewer sentences; null if what overlaps a window chosen before is left out. */
  readonly part: ((window: Window, first: number, end: number) => Window) | null;
  /** How many are chosen at most. */
  readonly limit: number;
}

/** A window that was chosen, or the rest of it. */
interface Choice {
  /** Its place among the windows. */
  readonly at: number;
  readonly window: Window;
  /** What it loses for being a rest. */
  readonly loss: number;
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

const overlaps = (a: Window, b: Window): boolean => a.first < b.end && b.first < a.end;

/** The window, or what of it is in none of those chosen; null if it may not follow them. */
const leftOf = (
  window: Window,
  chosen: readonly Choice[],
  part: Comparison['part'],
): Omit<Choice, 'at'> | null => {
  const before = chosen.map((pick) => pick.window).filter(({ article }) => article === window.article);
  if (before.length >= PER_ARTICLE) return null;
  const shown = before.filter((other) => overlaps(other, window));
  if (shown.length === 0) return { window, loss: 0 };
  let { first, end } = window;
  for (const other of shown) {
    if (other.first <= first) first = Math.max(first, other.end);
    else end = Math.min(end, other.first);
  }
  return part === null || first >= end ? null : { window: part(window, first, end), loss: PARTED };
};

/** The best window that is left, given the likely answers in those before it; null if none may follow. */
const bestLeft = (
  { windows, scores, terms, part }: Comparison,
  chosen: readonly Choice[],
  answers: number,
): Choice | null => {
  const repetition = REPETITION[chosen.length] ?? LATER_REPETITION;
  let best: Choice | null = null;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const [at, window] of windows.entries()) {
    if (scores[at]! <= bestWorth) continue;
    const mass = terms.massOf(window.answers);
    const repeated = mass === 0 ? 0 : terms.massOf(window.answers & answers) / mass;
    const worth = scores[at]! - repetition * repeated;
    if (worth <= bestWorth) continue;
    const left = leftOf(window, chosen, part);
    if (left === null || worth - left.loss <= bestWorth) continue;
    best = { at, ...left };
    bestWorth = worth - left.loss;
  }
  return best;
};

/** A sentence that holds this much of the question, by rarity, is about just that; one that holds less than `PART` does not. */
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
export const chooseWindows = (comparison: Comparison): Choice[] => {
  const { windows, limit } = comparison;
  const picks: Choice[] = [];
  let answers = 0;
  while (picks.length < limit) {
    const likeliest = bestLeft(comparison, picks, answers);
    if (likeliest === null) break;
    const at = picks.length === 0 ? preferWhole(comparison, likeliest.at) : likeliest.at;
    const next = at === likeliest.at ? likeliest : { at, window: windows[at]!, loss: 0 };
    picks.push(next);
    answers |= next.window.answers;
  }
  return picks;
};

/**
 * The window without the sentences at its ends that hold nothing of the question nor of a likely answer; one of them
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
 * How many of the best windows may come first for what their sentences say: the best alone if one of its sentences
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

/** Ranks passages of the candidates: none that overlap, at most four of one article, and no more than are looked at. */
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
  // Measured in languages other than English alone.
  const part = (window: Window, first: number, end: number): Window => ({
    ...window,
    ...sumUp(window.article, first, end, terms, reading),
  });
  const limit = isWorthALook(plan) ? COMPARED_WITH : LOOKED_AT;
  const picks = chooseWindows({ windows, scores, terms, part: reading.hasAlike ? part : null, limit });
  const passages = picks.map(({ at, window, loss }) => ({ window, score: scores[at]! - loss }));
  return orderTold(passages, terms, reading, model, favour).map(({ place, best: told }) => {
    const { at, window, loss } = picks[place]!;
    const { article, mask, answers } = window;
    const timed = plan.type === 'time' ? tellingTime(window, told, reading) : told;
    const best = favour?.bestOf(window, reading) ?? timed;
    const { first, end } = loss > 0 ? window : trim({ ...window, best }, reading);
    return {
      words: article.words,
      shown: shown.get(article.words)!,
      first,
      last: end - 1,
      best,
      score: learned[at]! - loss,
      worth: scores[at]! - loss,
      held: reading.weigh(mask) / plan.totalIdf,
      heldWithTitle: reading.weigh(mask | article.titleMask) / plan.totalIdf,
      mass: Math.min(1, terms.massOf(answers)),
      relevance: article.relevance,
    };
  });
};
