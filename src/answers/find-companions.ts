/**
 * In: windows. Out: which of the likeliest words each holds, and for each of those words its companion: the other half
 * of a name ("Mikhail" to "Gorbachev"). A name is worth more where it stands in full.
 */
import { ADJACENT, CAPITAL, TERM_BITS } from '../search/document.ts';
import { tokensOf, type Window } from './cut-windows.ts';
import { type Likelihoods, TOP_TERMS } from './term-features.ts';

export interface Companions {
  /** By window: bit r where it holds the word of rank r. */
  readonly held: Int32Array;
  /** By rank: the word's likelihood, 0 where no window holds it. */
  readonly likelihoods: Float64Array;
  /** By rank: place of the companion, -1 where the word mostly stands alone. */
  readonly companions: Int32Array;
}

/** A companion stands beside the word in at least this share of the windows that hold it. */
const COMPANION_SHARE = 0.25;

/** Key of a word's rank and the place of the word beside it. */
const SLOTS = 1 << 20;

const countWindow = (
  window: Window,
  { slots, ranks, likelihoods }: Likelihoods,
  seen: Float64Array,
  likelihoodByRank: Float64Array,
  beside: Map<number, number>,
): number => {
  const { tokens } = window.document.entry;
  const weight = window.document.share;
  const [from, to] = tokensOf(window.document, window.first, window.end);
  const pairs = new Set<number>();
  let held = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    const slot = slots[token & TERM_BITS]!;
    const rank = slot < 0 ? TOP_TERMS : ranks[slot]!;
    if (rank === TOP_TERMS) continue;
    if (!((held >>> rank) & 1)) seen[rank]! += weight;
    held |= 1 << rank;
    likelihoodByRank[rank] = likelihoods[slot]!;
    if (!(token & CAPITAL)) continue;
    for (const other of [at - 1, at + 1]) {
      const neighbour = tokens[other];
      if (neighbour === undefined || other < from || other >= to || !(neighbour & CAPITAL)) continue;
      const place = slots[neighbour & TERM_BITS]!;
      if (place >= 0 && tokens[Math.max(at, other)]! & ADJACENT) pairs.add(rank * SLOTS + place);
    }
  }
  for (const pair of pairs) beside.set(pair, (beside.get(pair) ?? 0) + weight);
  return held;
};

/** Finds the companions of the likeliest words. */
export const findCompanions = (windows: readonly Window[], terms: Likelihoods): Companions => {
  const seen = new Float64Array(TOP_TERMS);
  const likelihoods = new Float64Array(TOP_TERMS);
  const beside = new Map<number, number>();
  const held = Int32Array.from(windows, (window) => countWindow(window, terms, seen, likelihoods, beside));
  const companions = new Int32Array(TOP_TERMS).fill(-1);
  const most = new Float64Array(TOP_TERMS);
  for (const [pair, weight] of beside) {
    const rank = Math.floor(pair / SLOTS);
    if (weight <= most[rank]! || weight < COMPANION_SHARE * seen[rank]!) continue;
    most[rank] = weight;
    companions[rank] = pair % SLOTS;
  }
  return { held, likelihoods, companions };
};
