/**
 * In: the candidates read and how likely each word is the answer. Out: the windows of whole sentences worth comparing,
 * chosen by a few cheap numbers. A window starts at any sentence and takes in the following ones while they fit.
 */
import { UNKNOWN_DAY } from '../search/article-index.ts';
import {
  AT_END,
  AT_FLAGS,
  AT_START,
  AT_TOKEN,
  HEADING,
  SENTENCE_STRIDE,
  TERM_BITS,
} from '../search/document.ts';
import type { ReadDocument, Reading } from './read-candidates.ts';
import type { Likelihoods } from './term-features.ts';

/** UTF-16 units a window may span. */
export const WINDOW_CHARACTERS = 600;
/** Windows compared closely for one question, and how many of one article: measured, more find little more. */
const WINDOW_LIMIT = 150;
const PER_DOCUMENT = 8;

export interface Window {
  readonly document: ReadDocument;
  /** First sentence. */
  readonly first: number;
  /** The sentence behind the last. */
  readonly end: number;
  /** The sentence that holds most of the question and of the likely answers. */
  readonly best: number;
  /** Question terms in it. */
  readonly mask: number;
  /** Bit i: terms i and i + 1 of the question stand together. */
  readonly pairs: number;
  /** The cheap score it was chosen by. */
  readonly prior: number;
}

/** First and last token of a run of sentences; the last one is not included. */
export const tokensOf = ({ entry }: ReadDocument, first: number, end: number): [number, number] => [
  entry.sentences[first * SENTENCE_STRIDE + AT_TOKEN]!,
  entry.sentences[end * SENTENCE_STRIDE + AT_TOKEN] ?? entry.tokens.length,
];

/** By sentence, numbered as in the reading: likelihood that it holds the answer, and that of its likeliest word. */
let masses = new Float64Array(8192);
let peaks = new Float64Array(8192);
/** By place of a word: the last sentence that counted it. */
let counted = new Int32Array(0);
let stamp = 0;

/** The summed likelihood of the words in a sentence, by its number in the reading. */
export const massOf = (sentence: number): number => masses[sentence]!;

const reserve = ({ documents }: Reading, { likelihoods }: Likelihoods): void => {
  const last = documents.at(-1);
  const sentences = last === undefined ? 0 : last.base + last.sentences;
  if (masses.length < sentences) {
    masses = new Float64Array(sentences * 2);
    peaks = new Float64Array(sentences * 2);
  }
  if (counted.length < likelihoods.length) counted = new Int32Array(likelihoods.length);
};

const weighSentence = (document: ReadDocument, sentence: number, terms: Likelihoods): void => {
  const { tokens } = document.entry;
  const [from, to] = tokensOf(document, sentence, sentence + 1);
  stamp += 1;
  let mass = 0;
  let peak = 0;
  for (let at = from; at < to; at++) {
    const slot = terms.slots[tokens[at]! & TERM_BITS]!;
    if (slot < 0 || counted[slot] === stamp) continue;
    counted[slot] = stamp;
    const likelihood = terms.likelihoods[slot]!;
    mass += likelihood;
    if (likelihood > peak) peak = likelihood;
  }
  masses[document.base + sentence] = mass;
  peaks[document.base + sentence] = peak;
};

/** Weight of each neighbouring pair of question terms; all of them sum to one. */
const pairWeights = ({ plan }: Reading): number[] => {
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
export const logAge = (document: ReadDocument, asOfDay: number): number =>
  document.entry.day === UNKNOWN_DAY ? 6 : Math.log1p(Math.max(0, asOfDay - document.entry.day));

/** What the windows of one document have in common in the cheap score. */
const documentPrior = (document: ReadDocument, { plan, weigh }: Reading): number =>
  2 * document.share - 0.15 * logAge(document, plan.asOfDay) + (0.3 * weigh(document.mask)) / plan.totalIdf;

/** The window that starts at a sentence, or null where it holds nothing of the question. */
const windowAt = (
  document: ReadDocument,
  first: number,
  base: number,
  pairIdf: readonly number[],
  { masks, pairs, plan, weigh }: Reading,
): Window | null => {
  const { sentences } = document.entry;
  const limit = sentences[first * SENTENCE_STRIDE + AT_START]! + WINDOW_CHARACTERS;
  let end = first;
  let mask = 0;
  let pair = 0;
  let mass = 0;
  let peak = 0;
  let covered = 0;
  let best = first;
  let bestWorth = -1;
  for (; end < document.sentences; end++) {
    const row = end * SENTENCE_STRIDE;
    if (sentences[row + AT_FLAGS]! & HEADING || sentences[row + AT_END]! > limit) break;
    const at = document.base + end;
    const own = weigh(masks[at]!) / plan.totalIdf;
    mask |= masks[at]!;
    pair |= pairs[at]!;
    mass += masses[at]!;
    peak = Math.max(peak, peaks[at]!);
    covered = Math.max(covered, own);
    if (own + masses[at]! > bestWorth) {
      bestWorth = own + masses[at]!;
      best = end;
    }
  }
  if (end === first || (mask === 0 && first > 0)) return null;
  const words = (2 * weigh(mask) + 1.5 * weigh(mask | document.titleMask)) / plan.totalIdf + covered;
  const place = (first === 0 ? 0.5 : 0) - 0.1 * Math.log1p(first);
  const answer = 2 * (Math.min(1, mass) + peak);
  const prior = base + words + place + answer + weighPairs(pair, pairIdf);
  return { document, first, end, best, mask, pairs: pair, prior };
};

const byPrior = (a: Window, b: Window): number => b.prior - a.prior;

const windowsOf = (
  document: ReadDocument,
  pairIdf: readonly number[],
  terms: Likelihoods,
  reading: Reading,
): Window[] => {
  for (let sentence = 0; sentence < document.sentences; sentence++) weighSentence(document, sentence, terms);
  const base = documentPrior(document, reading);
  const windows: Window[] = [];
  for (let first = 0; first < document.sentences; first++) {
    const window = windowAt(document, first, base, pairIdf, reading);
    if (window !== null) windows.push(window);
  }
  return windows.sort(byPrior).slice(0, PER_DOCUMENT);
};

/** Cuts the candidates into windows and keeps the ones worth comparing, the most promising first. */
export const cutWindows = (
  reading: Reading,
  terms: Likelihoods,
): { windows: Window[]; pairIdf: readonly number[] } => {
  reserve(reading, terms);
  const pairIdf = pairWeights(reading);
  const windows = reading.documents.flatMap((document) => windowsOf(document, pairIdf, terms, reading));
  return { windows: windows.sort(byPrior).slice(0, WINDOW_LIMIT), pairIdf };
};
