/**
 * In: windows. Out: a row of features each, used alike by ranking and by the learner. To add one: "A ranking feature"
 * in docs/ARCHITECTURE.md.
 */
import { tokensOf } from '../../search/sentence-table.ts';
import { TERM_BITS } from '../../search/token.ts';
import { logAge, type Window, weighPairs } from './cut-windows.ts';
import { type Likelihoods, TOP_TERMS } from './rank-terms.ts';
import type { Reading } from './read-candidates.ts';

/** A window as its features see it. */
interface WindowSigns {
  readonly window: Window;
  /** Place of its article among the candidates, from 0. */
  readonly rank: number;
  /** Weight of the neighbouring pairs of question terms in it, 0 to 1. */
  readonly pairs: number;
  /** Likelihood that the answer is in it, and that it is there in full, as far as it is a name. */
  readonly mass: number;
  readonly fullNames: number;
  /** How near the question's words stand to the likely answers. */
  readonly nearMass: number;
}

type WindowFeature = (signs: WindowSigns, reading: Reading) => number;

/** How fast nearness fades from word to word. */
const NEAR_DECAY = 0.9;
/** Days that an article of “this week” may be old: a week and a day. */
const THIS_WEEK_DAYS = 8;
/** About the idf of a rare word. */
const IDF_OF_RARE = 8;

/** The share of the terms of `of`, by weight, that a mask holds. */
const share = (mask: number, of: number, { weigh }: Reading): number =>
  of === 0 ? 0 : weigh(mask & of) / weigh(of);

const weightOf = (mask: number, { weigh, plan }: Reading): number => weigh(mask) / plan.totalIdf;

const withTitle = ({ window }: WindowSigns, reading: Reading): number =>
  weightOf(window.mask | window.article.titleMask, reading);

const rarestMissing = ({ window }: WindowSigns, { plan }: Reading): number =>
  plan.terms.reduce((most, { idf }, bit) => ((window.mask >>> bit) & 1 ? most : Math.max(most, idf)), 0);

/** Idf of the sentence that holds the second most of the question. */
const secondSentence = ({ article, first, end }: Window, { scratch, weigh }: Reading): number => {
  let best = 0;
  let second = 0;
  for (let sentence = first; sentence < end; sentence++) {
    const held = weigh(scratch.masks[article.base + sentence]!);
    if (held > best) {
      second = best;
      best = held;
    } else if (held > second) second = held;
  }
  return second;
};

/** Every one with its reason and its measured gain in docs/RANKING.md. */
const WINDOW_FEATURES = {
  held: ({ window }, reading) => weightOf(window.mask, reading),
  heldFocus: ({ window }, reading) => share(window.mask, reading.plan.focusMask, reading),
  heldNoun: ({ window }, reading) => share(window.mask, reading.plan.nounMask, reading),
  heldWithTitle: withTitle,
  heldByArticle: ({ window }, reading) => weightOf(window.article.mask, reading),
  rarestMissing: (signs, reading) => rarestMissing(signs, reading) / IDF_OF_RARE,
  bestSentence: ({ window }) => window.covered,
  secondSentence: ({ window }, reading) => secondSentence(window, reading) / reading.plan.totalIdf,
  heldAlike: ({ window }, reading) => weightOf(window.alike, reading),
  bestAlike: ({ window }) => window.coveredAlike,
  articleAlike: ({ window }, reading) => (reading.hasAlike ? weightOf(window.article.alikeMask, reading) : 0),
  pairs: ({ pairs }) => pairs,
  lead: ({ window }) => (window.first === 0 ? 1 : 0),
  rank: ({ rank }) => Math.log1p(rank),
  age: ({ window }, { plan }) => logAge(window.article, plan.asOfDay),
  week: ({ window: { article } }, { plan }) =>
    article.day !== null && plan.asOfDay - article.day <= THIS_WEEK_DAYS ? 1 : 0,
  inAskedDays: ({ window: { article } }, { plan: { about } }) =>
    about !== null && article.day !== null && article.day >= about.from && article.day <= about.to ? 1 : 0,
  mass: ({ mass }) => mass,
  massInContext: (signs, reading) => signs.mass * withTitle(signs, reading),
  fullNames: ({ fullNames }) => fullNames,
  nearMass: ({ nearMass }) => nearMass,
} satisfies Record<string, WindowFeature>;

export type WindowFeatureName = keyof typeof WINDOW_FEATURES;

export const WINDOW_FEATURE_NAMES = Object.keys(WINDOW_FEATURES) as WindowFeatureName[];
export const WINDOW_WIDTH = WINDOW_FEATURE_NAMES.length;

const FUNCTIONS: readonly WindowFeature[] = Object.values(WINDOW_FEATURES);

/** Which ranks have their companion in the window, as bits; words without a companion count as having it. */
const fullIn = (window: Window, companions: Int32Array): number => {
  const { words } = window.article;
  const [from, to] = tokensOf(words, window.first, window.end);
  let full = 0;
  for (let rank = 0; rank < TOP_TERMS; rank++) {
    if (!((window.answers >>> rank) & 1)) continue;
    const companion = companions[rank]!;
    let isFull = companion < 0;
    for (let at = from; at < to && !isFull; at++) isFull = (words.tokens[at]! & TERM_BITS) === companion;
    if (isFull) full |= 1 << rank;
  }
  return full;
};

/** Sums the decayed weights of the question's words from the beginning of a window. */
const fillNear = (tokens: Uint32Array, from: number, to: number, { plan, scratch }: Reading): void => {
  scratch.reserveWords(to - from);
  const { near, bits } = scratch;
  let before = 0;
  for (let at = from; at < to; at++) {
    before *= NEAR_DECAY;
    const bit = bits.values[tokens[at]! & TERM_BITS]!;
    if (bit >= 0) before += plan.terms[bit]!.idf;
    near[at - from] = before;
  }
};

const nearMassOf = (window: Window, terms: Likelihoods, reading: Reading): number => {
  if (window.answers === 0) return 0;
  const { words } = window.article;
  const { tokens } = words;
  const [from, to] = tokensOf(words, window.first, window.end);
  fillNear(tokens, from, to, reading);
  const { plan, scratch } = reading;
  const { near, bits } = scratch;
  const nearest = new Float64Array(TOP_TERMS);
  let after = 0;
  for (let at = to - 1; at >= from; at--) {
    after *= NEAR_DECAY;
    const id = tokens[at]! & TERM_BITS;
    const bit = bits.values[id]!;
    if (bit >= 0) after += plan.terms[bit]!.idf;
    const rank = terms.ranks[id]!;
    if (rank >= 0) nearest[rank] = Math.max(nearest[rank]!, near[at - from]! + after);
  }
  return nearest.reduce((sum, nearness, rank) => sum + (terms.byRank[rank]! * nearness) / plan.totalIdf, 0);
};

/** A row of `WINDOW_WIDTH` numbers for each window. Valid until the next question. */
export const describeWindows = (
  windows: readonly Window[],
  terms: Likelihoods,
  companions: Int32Array,
  pairWeights: readonly number[],
  reading: Reading,
): Float64Array => {
  const { scratch, articles } = reading;
  scratch.reserveWindows(windows.length, WINDOW_WIDTH);
  const ranks = new Map(articles.map((article, rank) => [article, rank]));
  const rows = scratch.windowRows;
  let at = 0;
  for (const window of windows) {
    const signs: WindowSigns = {
      window,
      rank: ranks.get(window.article)!,
      pairs: weighPairs(window.pairs, pairWeights),
      mass: terms.massOf(window.answers),
      fullNames: terms.massOf(fullIn(window, companions)),
      nearMass: nearMassOf(window, terms, reading),
    };
    for (const feature of FUNCTIONS) rows[at++] = feature(signs, reading);
  }
  return rows;
};
