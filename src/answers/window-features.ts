/** In: windows. Out: a row of features each, used alike by ranking and by the learner. */
import { tokensOf } from '../search/document.ts';
import { TERM_BITS } from '../search/token.ts';
import { logAge, type Window, weighPairs } from './cut-windows.ts';
import type { Reading } from './read-candidates.ts';
import { type Likelihoods, TOP_TERMS } from './term-features.ts';

/** Every one with its reason and its measured gain in docs/RANKING.md. */
export const WINDOW_FEATURES = [
  'held',
  'heldFocus',
  'heldNoun',
  'heldWithTitle',
  'heldByArticle',
  'rarestMissing',
  'secondSentence',
  'pairs',
  'lead',
  'rank',
  'age',
  'week',
  'named',
  'mass',
  'massInContext',
  'fullNames',
  'nearMass',
] as const;
const WIDTH = WINDOW_FEATURES.length;

/** How fast nearness fades from word to word. */
const NEAR_DECAY = 0.9;

/** What the likely answers in one window come to. */
interface AnswerSigns {
  fullNames: number;
  nearMass: number;
}

let rows = new Float64Array(256 * WIDTH);
let near = new Float64Array(256);
const nearest = new Float64Array(TOP_TERMS);

const share = (mask: number, of: number, { weigh }: Reading): number =>
  of === 0 ? 0 : weigh(mask & of) / weigh(of);

const fillNear = (tokens: Uint32Array, from: number, to: number, { bits, plan }: Reading): void => {
  if (near.length < to - from) near = new Float64Array((to - from) * 2);
  let before = 0;
  for (let at = from; at < to; at++) {
    before *= NEAR_DECAY;
    const bit = bits[tokens[at]! & TERM_BITS]!;
    if (bit >= 0) before += plan.terms[bit]!.idf;
    near[at - from] = before;
  }
};

/** Which ranks have their companion in the window, as bits; words without a companion count as having it. */
const fullIn = (window: Window, companions: Int32Array): number => {
  const { tokens } = window.document.entry;
  const [from, to] = tokensOf(window.document.entry, window.first, window.end);
  let full = 0;
  for (let rank = 0; rank < TOP_TERMS; rank++) {
    if (!((window.held >>> rank) & 1)) continue;
    const companion = companions[rank]!;
    let isFull = companion < 0;
    for (let at = from; at < to && !isFull; at++) isFull = (tokens[at]! & TERM_BITS) === companion;
    if (isFull) full |= 1 << rank;
  }
  return full;
};

/** Reads the words of a window: how near the question's words stand to the likely answers, and what else they tell. */
const readSigns = (
  window: Window,
  terms: Likelihoods,
  companions: Int32Array,
  reading: Reading,
): AnswerSigns => {
  const { bits, plan } = reading;
  const { tokens } = window.document.entry;
  const [from, to] = tokensOf(window.document.entry, window.first, window.end);
  fillNear(tokens, from, to, reading);
  nearest.fill(0);
  let after = 0;
  for (let at = to - 1; at >= from; at--) {
    after *= NEAR_DECAY;
    const id = tokens[at]! & TERM_BITS;
    const bit = bits[id]!;
    if (bit >= 0) after += plan.terms[bit]!.idf;
    const rank = terms.ranks[id]!;
    if (rank >= 0) nearest[rank] = Math.max(nearest[rank]!, near[at - from]! + after);
  }
  let nearMass = 0;
  for (let rank = 0; rank < TOP_TERMS; rank++)
    nearMass += (terms.byRank[rank]! * nearest[rank]!) / plan.totalIdf;
  return { fullNames: terms.massOf(fullIn(window, companions)), nearMass };
};

const rarestMissing = (mask: number, { plan }: Reading): number =>
  plan.terms.reduce((most, { idf }, bit) => ((mask >>> bit) & 1 ? most : Math.max(most, idf)), 0);

/** Idf of the sentence that holds the second most of the question. */
const secondSentence = ({ document, first, end }: Window, { masks, weigh }: Reading): number => {
  let best = 0;
  let second = 0;
  for (let sentence = first; sentence < end; sentence++) {
    const held = weigh(masks[document.base + sentence]!);
    if (held > best) {
      second = best;
      best = held;
    } else if (held > second) second = held;
  }
  return second;
};

const fillRow = (
  row: number,
  window: Window,
  rank: number,
  signs: AnswerSigns,
  terms: Likelihoods,
  pairIdf: readonly number[],
  reading: Reading,
): void => {
  const { plan, weigh } = reading;
  const { document, mask, held, first } = window;
  const mass = terms.massOf(held);
  const total = plan.totalIdf;
  const { day } = document.entry;
  const withTitle = weigh(mask | document.titleMask) / total;
  const age = logAge(document, plan.asOfDay);
  const isNamed = plan.about !== null && day >= plan.about.from && day <= plan.about.to;
  const daysOld = plan.asOfDay - day;
  let at = row * WIDTH;
  rows[at++] = weigh(mask) / total;
  rows[at++] = share(mask, plan.focusMask, reading);
  rows[at++] = share(mask, plan.nounMask, reading);
  rows[at++] = withTitle;
  rows[at++] = weigh(document.mask) / total;
  rows[at++] = rarestMissing(mask, reading) / 8;
  rows[at++] = secondSentence(window, reading) / total;
  rows[at++] = weighPairs(window.pairs, pairIdf);
  rows[at++] = first === 0 ? 1 : 0;
  rows[at++] = Math.log1p(rank);
  rows[at++] = age;
  rows[at++] = daysOld <= 8 ? 1 : 0;
  rows[at++] = isNamed ? 1 : 0;
  rows[at++] = mass;
  rows[at++] = mass * withTitle;
  rows[at++] = signs.fullNames;
  rows[at++] = signs.nearMass;
};

/** Computes a row for each window. The result is valid until the next call: the array is reused. */
export const describeWindows = (
  windows: readonly Window[],
  terms: Likelihoods,
  companions: Int32Array,
  pairIdf: readonly number[],
  reading: Reading,
): Float64Array => {
  if (rows.length < windows.length * WIDTH) rows = new Float64Array(windows.length * 2 * WIDTH);
  const ranks = new Map(reading.documents.map((document, rank) => [document, rank]));
  for (const [row, window] of windows.entries()) {
    const signs = readSigns(window, terms, companions, reading);
    fillRow(row, window, ranks.get(window.document)!, signs, terms, pairIdf, reading);
  }
  return rows;
};
