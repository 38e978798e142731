/**
 * In: the candidates read and how likely each word is the answer. Out: the windows of whole sentences worth comparing,
 * chosen by a few cheap numbers. A window starts at any sentence and takes in the following ones while they fit.
 */
import type { Day } from '../../search/search-query.ts';
import {
  AT_END,
  AT_FLAGS,
  AT_START,
  AT_TOKEN,
  bodyStart,
  HEADING,
  lengthOf,
  SENTENCE_STRIDE,
} from '../../search/sentence-table.ts';
import { TERM_BITS } from '../../search/token.ts';
import { DEFAULT_LANGUAGE } from '../../text/terms.ts';
import { type Likelihoods, peakOf } from './rank-terms.ts';
import type { ReadArticle, Reading } from './read-candidates.ts';

/** UTF-16 units a window may span. */
export const WINDOW_CHARACTERS = 600;
/** Windows compared closely for one question, and how many of one article: measured, more find little more. */
const WINDOW_LIMIT = 100;
const PER_ARTICLE = 8;

export interface Window {
  readonly article: ReadArticle;
  /** First sentence. */
  readonly first: number;
  /** The sentence behind the last. */
  readonly end: number;
  /** The sentence that answers, by `worthOf`; the first of equals. */
  readonly best: number;
  /** Question terms in it. */
  readonly mask: number;
  /** The share of the question, by weight, that the one sentence holds that holds most. */
  readonly covered: number;
  /** Question terms in it or words that look like them, and the share that the one sentence holds that holds most; 0 in English. */
  readonly alike: number;
  readonly coveredAlike: number;
  /** Bit i: terms i and i + 1 of the question stand together. */
  readonly pairs: number;
  /** Bit r if it holds the word of rank r among the likely answers. */
  readonly answers: number;
  /** The cheap score it was chosen by. */
  readonly prior: number;
}

/** A window before its sentences are compared. */
type Cut = Omit<Window, 'best'>;

/** Marks the likeliest words in each sentence of an article: bit r if it holds the word of rank r. */
const markAnswers = (
  { words, base, sentences: count }: ReadArticle,
  { ranks }: Likelihoods,
  answers: Int32Array,
): void => {
  const { tokens, sentences } = words;
  const length = tokens.length;
  const start = bodyStart(words);
  answers.fill(0, base, base + count);
  let sentence = -1;
  let next = start;
  for (let at = start; at < length; at++) {
    const rank = ranks[tokens[at]! & TERM_BITS]!;
    if (rank < 0) continue;
    while (at >= next) {
      sentence += 1;
      next = sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? length;
    }
    answers[base + sentence]! |= 1 << rank;
  }
};

/** Weight of each neighbouring pair of question terms; all of them sum to one. */
const weighNeighbours = ({ plan }: Reading): number[] => {
  const weights = plan.terms.map((term, at) => {
    const next = plan.terms[at + 1];
    return next !== undefined && next.position - term.position <= 2 ? Math.min(term.idf, next.idf) : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / total);
};

/** The weight of the pairs in a mask, 0 to 1. */
export const weighPairs = (pairs: number, weights: readonly number[]): number => {
  let sum = 0;
  for (let left = pairs; left !== 0; left &= left - 1) sum += weights[31 - Math.clz32(left & -left)]!;
  return sum;
};

/** ln(1 + days) since publication; articles of unknown date count as a year old. */
export const logAge = ({ day }: Pick<ReadArticle, 'day'>, asOfDay: Day): number =>
  day === null ? 6 : Math.log1p(Math.max(0, asOfDay - day));

/** What the windows of one article have in common in the cheap score. */
const articlePrior = (article: ReadArticle, { plan, weigh }: Reading): number =>
  2 * article.share - 0.15 * logAge(article, plan.asOfDay) + (0.3 * weigh(article.mask)) / plan.totalIdf;

/** Of sentences that hold as much of the question, the longer says more of it: this much for a character. */
export const WORTH_OF_LENGTH = 1e-4;

/** What words alike, and the likeliest answer, are worth beside words of the question in languages other than English. */
const WORTH_OF_ALIKE = 0.5;
const WORTH_OF_ANSWER = 0.7;

/**
 * How well a sentence answers, to compare it within a window: by the likeliest answer in it, else by how much of the
 * question it holds. The latter alone if nothing is asked. What is likely was learned from English: elsewhere both count.
 */
const worthOf = (article: ReadArticle, sentence: number, terms: Likelihoods, reading: Reading): number => {
  const { plan, weigh, hasAlike, scratch } = reading;
  const at = article.base + sentence;
  const share = (mask: number): number => weigh(mask) / plan.totalIdf;
  const own = share(scratch.masks[at]!);
  if (plan.type === 'topic') return own - 1 + lengthOf(article.words, sentence) * WORTH_OF_LENGTH;
  const answers = scratch.answers[at]!;
  if (plan.language === DEFAULT_LANGUAGE) return answers === 0 ? own - 1 : peakOf(answers, terms);
  const alike = hasAlike ? share(scratch.masks[at]! | scratch.alikeMasks[at]!) - own : 0;
  return own + WORTH_OF_ALIKE * alike + WORTH_OF_ANSWER * peakOf(answers, terms);
};

/** The sentence behind the last that fits into a window: none is longer, and none holds a heading. */
const endFrom = ({ words: { sentences }, sentences: count }: ReadArticle, first: number): number => {
  const limit = sentences[first * SENTENCE_STRIDE + AT_START]! + WINDOW_CHARACTERS;
  let end = first;
  while (end < count) {
    const row = end * SENTENCE_STRIDE;
    if (sentences[row + AT_FLAGS]! & HEADING || sentences[row + AT_END]! > limit) break;
    end += 1;
  }
  return end;
};

const cut = (article: ReadArticle, first: number, end: number, reading: Reading): Omit<Cut, 'prior'> => {
  const { plan, weigh, hasAlike, scratch } = reading;
  let mask = 0;
  let pairs = 0;
  let answers = 0;
  let covered = 0;
  let alike = 0;
  let coveredAlike = 0;
  for (let sentence = first; sentence < end; sentence++) {
    const at = article.base + sentence;
    const own = weigh(scratch.masks[at]!) / plan.totalIdf;
    mask |= scratch.masks[at]!;
    pairs |= scratch.pairs[at]!;
    if (hasAlike) {
      alike |= scratch.alikeMasks[at]!;
      coveredAlike = Math.max(coveredAlike, weigh(scratch.alikeMasks[at]!) / plan.totalIdf);
    }
    answers |= scratch.answers[at]!;
    if (own > covered) covered = own;
  }
  return { article, first, end, mask, covered, alike, coveredAlike, pairs, answers };
};

/** The sentence that answers best; the first of equals. */
const bestIn = (
  { article, first, end }: Pick<Cut, 'article' | 'first' | 'end'>,
  terms: Likelihoods,
  reading: Reading,
): number => {
  let best = first;
  let most = Number.NEGATIVE_INFINITY;
  for (let sentence = first; sentence < end; sentence++) {
    const worth = worthOf(article, sentence, terms, reading);
    if (worth > most) {
      most = worth;
      best = sentence;
    }
  }
  return best;
};

/** What the sentences of an article from `first` up to `end` hold. */
export const sumUp = (
  article: ReadArticle,
  first: number,
  end: number,
  terms: Likelihoods,
  reading: Reading,
): Omit<Window, 'prior'> => ({
  ...cut(article, first, end, reading),
  best: bestIn({ article, first, end }, terms, reading),
});

/** The window that starts at a sentence; null if it would hold nothing of the question. */
const windowAt = (
  article: ReadArticle,
  first: number,
  base: number,
  pairWeights: readonly number[],
  terms: Likelihoods,
  reading: Reading,
): Cut | null => {
  const { plan, weigh } = reading;
  const end = endFrom(article, first);
  if (end === first) return null;
  const window = cut(article, first, end, reading);
  const { mask, covered, answers, pairs } = window;
  if (mask === 0 && first > 0) return null;
  const words = (2 * weigh(mask) + 1.5 * weigh(mask | article.titleMask)) / plan.totalIdf + covered;
  const place = (first === 0 ? 0.5 : 0) - 0.1 * Math.log1p(first);
  const answer = 2 * (terms.massOf(answers) + peakOf(answers, terms));
  const prior = base + words + place + answer + weighPairs(pairs, pairWeights);
  return { ...window, prior };
};

const byPrior = (a: Cut, b: Cut): number => b.prior - a.prior;

/** Keeps the best windows of an article, best first. */
const insert = (windows: Cut[], window: Cut): void => {
  if (windows.length === PER_ARTICLE) {
    if (window.prior <= windows[PER_ARTICLE - 1]!.prior) return;
    windows.pop();
  }
  const at = windows.findIndex(({ prior }) => prior < window.prior);
  windows.splice(at < 0 ? windows.length : at, 0, window);
};

const windowsOf = (
  article: ReadArticle,
  pairWeights: readonly number[],
  terms: Likelihoods,
  reading: Reading,
): Cut[] => {
  const { masks, answers } = reading.scratch;
  markAnswers(article, terms, answers);
  const base = articlePrior(article, reading);
  const windows: Cut[] = [];
  for (let first = 0; first < article.sentences; first++) {
    const at = article.base + first;
    // A window that opens with nothing is no better than the next one.
    if (first > 0 && masks[at] === 0 && answers[at] === 0) continue;
    const window = windowAt(article, first, base, pairWeights, terms, reading);
    if (window !== null) insert(windows, window);
  }
  return windows;
};

/** Cuts the candidates into windows and keeps the ones worth comparing, the most promising first. */
export const cutWindows = (
  reading: Reading,
  terms: Likelihoods,
): { windows: Window[]; pairWeights: readonly number[] } => {
  const pairWeights = weighNeighbours(reading);
  const cuts = reading.articles.flatMap((article) => windowsOf(article, pairWeights, terms, reading));
  const kept = cuts.sort(byPrior).slice(0, WINDOW_LIMIT);
  return { windows: kept.map((one) => ({ ...one, best: bestIn(one, terms, reading) })), pairWeights };
};
