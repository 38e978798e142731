/**
 * In: the candidates read and how likely each word is the answer. Out: the passages worth comparing (windows of whole
 * sentences) with a row of features each, used alike by ranking and by the learner.
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

export const WINDOW_CHARACTERS = 600;
export const WINDOW_FEATURES = [
  'cov',
  'covName',
  'covFocus',
  'covCtx',
  'covNoun',
  'both',
  'covNew',
  'titleCov',
  'bestSent',
  'secondSent',
  'sumSent',
  'pairs',
  'docCov',
  'share',
  'relevance',
  'logRank',
  'logAge',
  'future',
  'lead',
  'logPos',
  'relPos',
  'chars',
  'missMax',
  'mass',
  'massTop',
  'massBest',
  'massLog',
  'massRank',
  'sup3',
  'covMass',
  'bestBoth',
  'massNear',
  'docMass',
  'single',
  'about',
] as const;
const F = WINDOW_FEATURES.length;

export interface Window {
  document: ReadDocument;
  first: number;
  end: number;
  best: number;
  prior: number;
  mask: number;
  row: number;
}

export interface TermScores {
  slots: Int32Array;
  p: Float64Array;
  rank: Float64Array;
  support: (slot: number) => number;
}

let mass = new Float64Array(8192),
  massTop = new Float64Array(8192),
  stamps = new Int32Array(0);
let stamp = 0;
export const rows = new Float64Array(512 * F);

const sentenceMass = (d: ReadDocument, s: number, t: TermScores): void => {
  const { tokens, sentences } = d.entry;
  const from = sentences[s * SENTENCE_STRIDE + AT_TOKEN]!,
    to = s + 1 < d.sentences ? sentences[(s + 1) * SENTENCE_STRIDE + AT_TOKEN]! : tokens.length;
  stamp++;
  let sum = 0,
    top = 0;
  for (let i = from; i < to; i++) {
    const slot = t.slots[tokens[i]! & TERM_BITS]!;
    if (slot < 0 || stamps[slot] === stamp) continue;
    stamps[slot] = stamp;
    const p = t.p[slot]!;
    sum += p;
    if (p > top) top = p;
  }
  mass[d.base + s] = sum;
  massTop[d.base + s] = top;
};

export const LIMITS = { windows: 100, perDocument: 6, wMass: 2 };

export const makeWindows = (reading: Reading, t: TermScores): Window[] => {
  const { plan, documents, masks, pairs, weigh } = reading;
  const total = plan.totalIdf;
  const last = documents.at(-1);
  const needed = last ? last.base + last.sentences : 0;
  if (mass.length < needed) {
    mass = new Float64Array(needed * 2);
    massTop = new Float64Array(needed * 2);
  }
  if (stamps.length < 20000) stamps = new Int32Array(20000);
  const pw: number[] = plan.terms.map((x, i) => {
    const n = plan.terms[i + 1];
    return n && n.position - x.position <= 2 ? Math.min(x.idf, n.idf) : 0;
  });
  const pTot = pw.reduce((a, b) => a + b, 0) || 1;
  const pairSum = (m: number): number => {
    let s = 0;
    while (m) {
      const b = 31 - Math.clz32(m & -m);
      s += pw[b]!;
      m &= m - 1;
    }
    return s / pTot;
  };
  const all: Window[] = [];
  for (const d of documents) {
    const st = d.entry.sentences;
    const own: Window[] = [];
    for (let s = 0; s < d.sentences; s++) {
      if (masks[d.base + s]! || d.titleMask) sentenceMass(d, s, t);
      else {
        mass[d.base + s] = 0;
        massTop[d.base + s] = 0;
      }
    }
    const age = d.entry.day === UNKNOWN_DAY ? 6 : Math.log1p(Math.max(0, plan.asOfDay - d.entry.day));
    for (let s = 0; s < d.sentences; s++) {
      if (st[s * 4 + AT_FLAGS]! & HEADING) continue;
      const start = st[s * 4 + AT_START]!;
      let e = s,
        m = 0,
        pm = 0,
        bs = -1,
        bi = s,
        cov1 = 0,
        ms = 0,
        mt = 0;
      while (
        e < d.sentences &&
        !(st[e * 4 + AT_FLAGS]! & HEADING) &&
        st[e * 4 + AT_END]! - start <= WINDOW_CHARACTERS
      ) {
        const x = d.base + e;
        m |= masks[x]!;
        pm |= pairs[x]!;
        const c = weigh(masks[x]!) / total;
        if (c > cov1) cov1 = c;
        const v = c + mass[x]!;
        if (v > bs) {
          bs = v;
          bi = e;
        }
        ms += mass[x]!;
        if (massTop[x]! > mt) mt = massTop[x]!;
        e++;
      }
      if (e === s) continue;
      if (m === 0 && s > 0) continue;
      const prior =
        (2 * weigh(m)) / total +
        (1.5 * weigh(m | d.titleMask)) / total +
        cov1 +
        pairSum(pm) +
        2 * d.share +
        (s === 0 ? 0.5 : 0) -
        0.15 * age -
        0.1 * Math.log1p(s) +
        (0.3 * weigh(d.mask)) / total +
        LIMITS.wMass * (Math.min(1, ms) + mt);
      own.push({ document: d, first: s, end: e, best: bi, prior, mask: m, row: 0 });
    }
    own.sort((a, b) => b.prior - a.prior);
    for (let i = 0; i < Math.min(own.length, LIMITS.perDocument); i++) all.push(own[i]!);
  }
  all.sort((a, b) => b.prior - a.prior);
  const keep = all.slice(0, LIMITS.windows);
  // doc mass: max window mass in doc
  keep.forEach((w, i) => {
    w.row = i;
    fill(reading, t, w, i, pairSum);
  });
  return keep;
};

const fill = (
  reading: Reading,
  t: TermScores,
  w: Window,
  row: number,
  pairSum: (m: number) => number,
): void => {
  const { plan, masks, pairs, weigh } = reading;
  const d = w.document,
    st = d.entry.sentences,
    tk = d.entry.tokens,
    total = plan.totalIdf;
  const share = (m: number, of: number): number => (of === 0 ? 0 : weigh(m & of) / weigh(of));
  let pm = 0,
    best = 0,
    second = 0,
    sum = 0;
  for (let s = w.first; s < w.end; s++) {
    pm |= pairs[d.base + s]!;
    const c = weigh(masks[d.base + s]!) / total;
    sum += c;
    if (c > best) {
      second = best;
      best = c;
    } else if (c > second) second = c;
  }
  stamp++;
  let m = 0,
    top = 0,
    rank = 1e9,
    s1 = 0,
    s2 = 0,
    s3 = 0;
  const from = st[w.first * 4 + AT_TOKEN]!,
    to = w.end < d.sentences ? st[w.end * 4 + AT_TOKEN]! : tk.length;
  for (let i = from; i < to; i++) {
    const slot = t.slots[tk[i]! & TERM_BITS]!;
    if (slot < 0 || stamps[slot] === stamp) continue;
    stamps[slot] = stamp;
    const p = t.p[slot]!;
    m += p;
    if (p > top) top = p;
    if (t.rank[slot]! < rank) rank = t.rank[slot]!;
    const v = t.support(slot);
    if (v > s1) {
      s3 = s2;
      s2 = s1;
      s1 = v;
    } else if (v > s2) {
      s3 = s2;
      s2 = v;
    } else if (v > s3) s3 = v;
  }
  const all = 2 ** plan.terms.length - 1;
  const cov = weigh(w.mask) / total;
  const both = weigh(w.mask | d.titleMask) / total;
  let miss = 0;
  for (let i = 0; i < plan.terms.length; i++)
    if (!((w.mask >>> i) & 1)) miss = Math.max(miss, plan.terms[i]!.idf);
  const covMass = (() => {
    let x = 0;
    for (let s = w.first; s < w.end; s++)
      x = Math.max(x, mass[d.base + s]! * (weigh(masks[d.base + s]! | d.titleMask) / total));
    return x;
  })();
  const age = d.entry.day === UNKNOWN_DAY ? 6 : Math.log1p(Math.max(0, plan.asOfDay - d.entry.day));
  const v = [
    cov,
    share(w.mask, plan.nameMask),
    share(w.mask, plan.focusMask),
    share(w.mask, all & ~plan.focusMask),
    share(w.mask, plan.nounMask),
    both,
    weigh(w.mask & ~d.titleMask) / total,
    weigh(d.titleMask) / total,
    best,
    second,
    sum,
    pairSum(pm),
    weigh(d.mask) / total,
    d.share,
    d.relevance,
    Math.log1p(reading.documents.indexOf(d)),
    age,
    d.entry.day > plan.asOfDay ? 1 : 0,
    w.first === 0 ? 1 : 0,
    Math.log1p(w.first),
    w.first / d.sentences,
    (st[(w.end - 1) * 4 + AT_END]! - st[w.first * 4 + AT_START]!) / WINDOW_CHARACTERS,
    miss / 8,
    m,
    top,
    mass[d.base + w.best]!,
    Math.log(m + 0.003),
    1 / (1 + rank),
    s1 + s2 + s3,
    covMass,
    weigh(masks[d.base + w.best]! | d.titleMask) / total,
    m * both,
    0,
    w.end - w.first === 1 ? 1 : 0,
    plan.about && d.entry.day >= plan.about.from && d.entry.day <= plan.about.to ? 1 : 0,
  ];
  rows.set(v, row * F);
};
