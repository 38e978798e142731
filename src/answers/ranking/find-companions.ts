/**
 * In: windows. Out: for each of the likeliest words its companion: the other half
 * of a name ("Mikhail" to "Gorbachev"). A name is worth more if it stands in full.
 */
import { tokensOf } from '../../search/sentence-table.ts';
import { ADJACENT, CAPITAL, TERM_BITS } from '../../search/token.ts';
import type { Window } from './cut-windows.ts';
import { type Likelihoods, TOP_TERMS } from './rank-terms.ts';

/** A companion stands beside the word in at least this share of the windows that hold it. */
const COMPANION_SHARE = 0.25;

/** Pairs of a word's rank and the term beside it, as one number. */
const TERMS = TERM_BITS + 1;

const countWindow = (window: Window, { ranks }: Likelihoods, beside: Map<number, number>): void => {
  const { words } = window.article;
  const { tokens } = words;
  const [from, to] = tokensOf(words, window.first, window.end);
  const pairs = new Set<number>();
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    const rank = ranks[token & TERM_BITS]!;
    if (rank < 0 || !(token & CAPITAL)) continue;
    for (const other of [at - 1, at + 1]) {
      const neighbour = tokens[other] ?? 0;
      if (other < from || other >= to || !(neighbour & CAPITAL)) continue;
      if (tokens[Math.max(at, other)]! & ADJACENT) pairs.add(rank * TERMS + (neighbour & TERM_BITS));
    }
  }
  for (const pair of pairs) beside.set(pair, (beside.get(pair) ?? 0) + window.article.share);
};

/** Weight of the windows that hold each of the likeliest words. */
const weighHolders = (windows: readonly Window[]): Float64Array => {
  const weights = new Float64Array(TOP_TERMS);
  for (const { answers, article } of windows)
    for (let rank = 0; rank < TOP_TERMS; rank++) if ((answers >>> rank) & 1) weights[rank]! += article.share;
  return weights;
};

/** The companion of each of the likeliest words by rank: a term id, or -1 if the word mostly stands alone. */
export const findCompanions = (windows: readonly Window[], terms: Likelihoods): Int32Array => {
  const beside = new Map<number, number>();
  for (const window of windows) countWindow(window, terms, beside);
  const holders = weighHolders(windows);
  const companions = new Int32Array(TOP_TERMS).fill(-1);
  const most = new Float64Array(TOP_TERMS);
  for (const [pair, weight] of beside) {
    const rank = Math.floor(pair / TERMS);
    if (weight <= most[rank]! || weight < COMPANION_SHARE * holders[rank]!) continue;
    most[rank] = weight;
    companions[rank] = pair % TERMS;
  }
  return companions;
};
