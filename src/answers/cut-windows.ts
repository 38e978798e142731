/**
 * In: the candidates read and how likely each word is the answer. Out: the windows of whole sentences worth comparing,
 * chosen by a few cheap numbers. A window starts at any sentence and takes in the following ones while they fit.
 */
import { UNKNOWN_DAY } from '../search/article-index.ts';
import { AT_END, AT_FLAGS, AT_START, AT_TOKEN, HEADING, SENTENCE_STRIDE } from '../search/document.ts';
import { TERM_BITS } from '../search/token.ts';
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
  /** The sentence that answers, by `worthOf`; the first of equals. */
  readonly best: number;
  /** Question terms in it. */
  readonly mask: number;
  /** Bit i: terms i and i + 1 of the question stand together. */
  readonly pairs: number;
  /** Bit r where it holds the word of rank r among the likely answers. */
  readonly held: number;
  /** The cheap score it was chosen by. */
  readonly prior: number;
}

/** By sentence, numbered as in the reading: bit r where it holds the word of rank r. */
let heldBySentence = new Int32Array(8192);

/** The likeliest words in a sentence, by its number in the reading. */
export const heldIn = (sentence: number): number => heldBySentence[sentence]!;

const reserve = ({ documents }: Reading): void => {
  const last = documents.at(-1);
  const sentences = last === undefined ? 0 : last.base + last.sentences;
  if (heldBySentence.length < sentences) heldBySentence = new Int32Array(sentences * 2);
};

const readSentences = ({ entry, base, sentences: count }: ReadDocument, { ranks }: Likelihoods): void => {
  const { tokens, titleLength, sentences } = entry;
  const length = tokens.length;
  heldBySentence.fill(0, base, base + count);
  let sentence = -1;
  let next = titleLength;
  for (let at = titleLength; at < length; at++) {
    const rank = ranks[tokens[at]! & TERM_BITS]!;
    if (rank < 0) continue;
    while (at >= next) {
      sentence += 1;
      next = sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? length;
    }
    heldBySentence[base + sentence]! |= 1 << rank;
  }
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

/** Likelihood of the likeliest of the words held: ranks count up from the likeliest. */
const peakOf = (held: number, { byRank }: Likelihoods): number =>
  held === 0 ? 0 : byRank[31 - Math.clz32(held & -held)]!;

/**
 * How well a sentence answers, to compare it within a window: by the likeliest answer in it, else by how much of the
 * question it holds. The latter alone where nothing is asked.
 */
const worthOf = (own: number, held: number, terms: Likelihoods, { plan }: Reading): number =>
  held === 0 || plan.type === 'topic' ? own - 1 : peakOf(held, terms);

/** The window that starts at a sentence; null where it would hold nothing of the question. */
const windowAt = (
  document: ReadDocument,
  first: number,
  base: number,
  pairIdf: readonly number[],
  terms: Likelihoods,
  reading: Reading,
): Window | null => {
  const { masks, pairs, plan, weigh } = reading;
  const { sentences } = document.entry;
  const limit = sentences[first * SENTENCE_STRIDE + AT_START]! + WINDOW_CHARACTERS;
  let end = first;
  let mask = 0;
  let pair = 0;
  let held = 0;
  let covered = 0;
  let best = first;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (; end < document.sentences; end++) {
    const row = end * SENTENCE_STRIDE;
    if (sentences[row + AT_FLAGS]! & HEADING || sentences[row + AT_END]! > limit) break;
    const at = document.base + end;
    const own = weigh(masks[at]!) / plan.totalIdf;
    const worth = worthOf(own, heldBySentence[at]!, terms, reading);
    mask |= masks[at]!;
    pair |= pairs[at]!;
    held |= heldBySentence[at]!;
    if (own > covered) covered = own;
    if (worth > bestWorth) {
      bestWorth = worth;
      best = end;
    }
  }
  if (end === first || (mask === 0 && first > 0)) return null;
  const words = (2 * weigh(mask) + 1.5 * weigh(mask | document.titleMask)) / plan.totalIdf + covered;
  const place = (first === 0 ? 0.5 : 0) - 0.1 * Math.log1p(first);
  const answer = 2 * (terms.massOf(held) + peakOf(held, terms));
  const prior = base + words + place + answer + weighPairs(pair, pairIdf);
  return { document, first, end, best, mask, pairs: pair, held, prior };
};

const byPrior = (a: Window, b: Window): number => b.prior - a.prior;

/** Keeps the best windows of a document, best first. */
const insert = (windows: Window[], window: Window): void => {
  if (windows.length === PER_DOCUMENT) {
    if (window.prior <= windows[PER_DOCUMENT - 1]!.prior) return;
    windows.pop();
  }
  const at = windows.findIndex(({ prior }) => prior < window.prior);
  windows.splice(at < 0 ? windows.length : at, 0, window);
};

const windowsOf = (
  document: ReadDocument,
  pairIdf: readonly number[],
  terms: Likelihoods,
  reading: Reading,
): Window[] => {
  readSentences(document, terms);
  const base = documentPrior(document, reading);
  const windows: Window[] = [];
  for (let first = 0; first < document.sentences; first++) {
    const at = document.base + first;
    // A window that opens with nothing is no better than the next one.
    if (first > 0 && reading.masks[at] === 0 && heldBySentence[at] === 0) continue;
    const window = windowAt(document, first, base, pairIdf, terms, reading);
    if (window !== null) insert(windows, window);
  }
  return windows;
};

/** Cuts the candidates into windows and keeps the ones worth comparing, the most promising first. */
export const cutWindows = (
  reading: Reading,
  terms: Likelihoods,
): { windows: Window[]; pairIdf: readonly number[] } => {
  reserve(reading);
  const pairIdf = pairWeights(reading);
  const windows = reading.documents.flatMap((document) => windowsOf(document, pairIdf, terms, reading));
  return { windows: windows.sort(byPrior).slice(0, WINDOW_LIMIT), pairIdf };
};
