/**
 * In: the candidates read. Out: the words that are not in the question but keep standing where the question is talked
 * about, in one article after another, with what is known of each: the answer is likely among them.
 */
import {
  ADJACENT,
  AMOUNT,
  AT_TOKEN,
  CAPITAL,
  INITIAL,
  NUMBER,
  QUOTED,
  SENTENCE_STRIDE,
  TERM_BITS,
} from '../search/document.ts';
import type { TermScores } from './features.ts';
import { softmax } from './model.ts';
import { idfOf } from './plan-question.ts';
import { QUESTION_TYPES, type QuestionType } from './question-words.ts';
import type { ReadDocument, Reading } from './read-candidates.ts';
import { NUMBER_WORD, PLACE, TIME, termKinds } from './term-kinds.ts';

export const TERM_FEATURES = [
  'support',
  'best',
  'docs',
  'idf',
  'supIdf',
  'cap',
  'num',
  'amount',
  'quoted',
  'place',
  'time',
  'numWord',
  'prox',
  'proxIdf',
  'proxMax',
  'noun',
  'title',
  'tf',
  'adj',
  'typed',
  'year',
  'type',
  'nTerms',
  'rank',
  'len',
  'burst',
  'typedProx',
] as const;
const F = TERM_FEATURES.length;
const LIMIT = 16384;
let slots = new Int32Array(0);
const ids = new Int32Array(LIMIT);
const N_ACC = 16;
const acc = new Float64Array(LIMIT * N_ACC);
const perDocument = new Float64Array(LIMIT * 3);
const seenAt = new Int32Array(LIMIT);
const seenCount = new Float64Array(LIMIT);
let count = 0;
export const features = new Float64Array(LIMIT * F);
export const termIds = ids;
export const slotOf = (): Int32Array => slots;
let prox = new Float64Array(1024);
let nounProx = new Float64Array(1024);
let stamp = 0;
const [SUP, BEST, DOCS, CAP, NUM, AMT, QUO, OCC, PROX, PMAX, NOUN, TITLE, TF, ADJ] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
] as const;

const touched: number[] = [];
const slotFor = (id: number): number => {
  let slot = slots[id]!;
  if (slot < 0) {
    if (count >= LIMIT) return -1;
    slot = count++;
    slots[id] = slot;
    ids[slot] = id;
    seenAt[slot] = -1;
    acc.fill(0, slot * N_ACC, slot * N_ACC + N_ACC);
  }
  return slot;
};
const PROX_DECAY = 0.88,
  NOUN_DECAY = 0.75;
const collect = (reading: Reading, d: ReadDocument, seen: Set<number>): void => {
  const { plan, masks, bits, weigh } = reading;
  const { tokens, sentences } = d.entry;
  const dw = d.share * d.share;
  touched.length = 0;
  for (let s = 0; s < d.sentences; s++) {
    const own = masks[d.base + s]!;
    const around =
      ((s > 0 ? masks[d.base + s - 1]! : 0) |
        (s + 1 < d.sentences ? masks[d.base + s + 1]! : 0) |
        d.titleMask) &
      ~own;
    const e = (weigh(own) + 0.4 * weigh(around)) / plan.totalIdf;
    const w = e * e * dw;
    if (w < 0.01) continue;
    const from = sentences[s * SENTENCE_STRIDE + AT_TOKEN]!;
    const to = s + 1 < d.sentences ? sentences[(s + 1) * SENTENCE_STRIDE + AT_TOKEN]! : tokens.length;
    let h = to - from;
    for (let i = from; i < to; i++) h = (Math.imul(h, 31) + (tokens[i]! & TERM_BITS)) | 0;
    if (seen.has(h)) continue;
    seen.add(h);
    if (prox.length < to - from) {
      prox = new Float64Array((to - from) * 2);
      nounProx = new Float64Array((to - from) * 2);
    }
    let f = 0,
      n = 0;
    for (let i = from; i < to; i++) {
      f *= PROX_DECAY;
      n *= NOUN_DECAY;
      const b = bits[tokens[i]! & TERM_BITS]!;
      if (b >= 0) {
        f += plan.terms[b]!.idf;
        if ((plan.nounMask >>> b) & 1) n = 1;
      }
      prox[i - from] = f;
      nounProx[i - from] = n;
    }
    f = 0;
    n = 0;
    for (let i = to - 1; i >= from; i--) {
      f *= PROX_DECAY;
      n *= NOUN_DECAY;
      const b = bits[tokens[i]! & TERM_BITS]!;
      if (b >= 0) {
        f += plan.terms[b]!.idf;
        if ((plan.nounMask >>> b) & 1) n = 1;
      }
      const token = tokens[i]!;
      if (b >= 0) continue;
      const id = token & TERM_BITS;
      const slot = slotFor(id);
      if (slot < 0) continue;
      const at = slot * N_ACC;
      const p = ((prox[i - from]! + f) / plan.totalIdf) * dw * e,
        nn = Math.max(nounProx[i - from]!, n) * w;
      if (seenAt[slot] !== stamp) {
        seenAt[slot] = stamp;
        touched.push(slot);
        perDocument[slot * 3] = 0;
        perDocument[slot * 3 + 1] = 0;
        perDocument[slot * 3 + 2] = 0;
        seenCount[slot] = 0;
      }
      if (w > perDocument[slot * 3]!) perDocument[slot * 3] = w;
      if (p > perDocument[slot * 3 + 1]!) perDocument[slot * 3 + 1] = p;
      if (nn > perDocument[slot * 3 + 2]!) perDocument[slot * 3 + 2] = nn;
      seenCount[slot]! += 1;
      acc[at + OCC]! += w;
      if (token & CAPITAL && !(token & INITIAL)) acc[at + CAP]! += w;
      if (token & INITIAL) {
        acc[at + 15]! += w;
      }
      if (token & NUMBER) acc[at + NUM]! += w;
      if (token & AMOUNT) acc[at + AMT]! += w;
      if (token & QUOTED) acc[at + QUO]! += w;
      if (
        (i > from && token & ADJACENT && bits[tokens[i - 1]! & TERM_BITS]! >= 0) ||
        (i + 1 < to && tokens[i + 1]! & ADJACENT && bits[tokens[i + 1]! & TERM_BITS]! >= 0)
      )
        acc[at + ADJ]! += w;
    }
  }
  for (const slot of touched) {
    const at = slot * N_ACC;
    const w = perDocument[slot * 3]!;
    acc[at + SUP]! += w;
    if (w > acc[at + BEST]!) acc[at + BEST] = w;
    acc[at + DOCS]! += 1;
    acc[at + PROX]! += perDocument[slot * 3 + 1]!;
    acc[at + PMAX] = Math.max(acc[at + PMAX]!, perDocument[slot * 3 + 1]!);
    acc[at + NOUN]! += perDocument[slot * 3 + 2]!;
    acc[at + TF]! += Math.log1p(seenCount[slot]!) * dw;
  }
  const tw = dw * d.relevance;
  for (let i = 0; i < d.entry.titleLength; i++) {
    const id = tokens[i]! & TERM_BITS;
    if (bits[id]! >= 0) continue;
    const slot = slots[id]!;
    if (slot >= 0) acc[slot * N_ACC + TITLE]! += tw;
  }
};

const CROSSED = [
  'cap',
  'num',
  'amount',
  'quoted',
  'place',
  'time',
  'numWord',
  'idf',
  'year',
  'noun',
  'len',
] as const;
const BASE = TERM_FEATURES.map((_, i) => i).filter(
  (i) => !['type', 'nTerms', 'rank'].includes(TERM_FEATURES[i]!),
);
const CROSS = CROSSED.map((n) => TERM_FEATURES.indexOf(n));
export const TERM_MODEL_FEATURES: readonly string[] = [
  ...BASE.map((i) => TERM_FEATURES[i]!),
  ...QUESTION_TYPES.flatMap((t) => CROSSED.map((n) => `${t}:${n}`)),
];
/** weights: full expanded vector. */
export const scoreTerms = (type: number, weights: ArrayLike<number>, out: Float64Array): void => {
  const w = new Float64Array(F);
  BASE.forEach((f, i) => {
    w[f] = weights[i]!;
  });
  CROSS.forEach((f, i) => {
    w[f]! += weights[BASE.length + type * CROSS.length + i]!;
  });
  for (let s = 0; s < count; s++) {
    let sum = 0;
    for (let j = 0; j < F; j++) sum += features[s * F + j]! * w[j]!;
    out[s] = sum;
  }
};
const probabilities = new Float64Array(LIMIT);
const ranks = new Float64Array(LIMIT);
export const rankTerms = (questionType: QuestionType, weights: ArrayLike<number>): TermScores => {
  scoreTerms(QUESTION_TYPES.indexOf(questionType), weights, probabilities);
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => probabilities[b]! - probabilities[a]!,
  );
  for (const [rank, slot] of order.entries()) ranks[slot] = rank;
  softmax(probabilities, count);
  return { slots, p: probabilities, rank: ranks, support: (s) => features[s * F + 4]! };
};
export const expandRow = (s: number, type: number): Float64Array => {
  const r = new Float64Array(TERM_MODEL_FEATURES.length);
  BASE.forEach((f, i) => {
    r[i] = features[s * F + f]!;
  });
  CROSS.forEach((f, i) => {
    r[BASE.length + type * CROSS.length + i] = features[s * F + f]!;
  });
  return r;
};

export const collectAnswerTerms = (reading: Reading, documents = 60): number => {
  const { index, plan } = reading;
  const v = index.vocabulary;
  for (let i = 0; i < count; i++) slots[ids[i]!] = -1;
  count = 0;
  if (slots.length < v.size) slots = new Int32Array(v.size * 2).fill(-1);
  const seen = new Set<number>();
  reading.documents.slice(0, documents).forEach((d) => {
    stamp++;
    collect(reading, d, seen);
  });
  // features
  const kinds = termKinds(v);
  const max = new Float64Array(F).fill(1e-9);
  const type = QUESTION_TYPES.indexOf(plan.type);
  const year = new Date(plan.asOfDay * 86400000).getUTCFullYear();
  for (let s = 0; s < count; s++) {
    const a = s * N_ACC,
      o = s * F;
    const id = ids[s]!;
    const occ = acc[a + OCC]!;
    const df = v.documentFrequency(id);
    const idf = Math.min(8, idfOf(df, index.size));
    const x = features;
    const k = kinds[id]!;
    x[o] = Math.sqrt(acc[a + SUP]!);
    x[o + 1] = acc[a + BEST]!;
    x[o + 2] = Math.log1p(acc[a + DOCS]!);
    x[o + 3] = idf;
    x[o + 4] = x[o]! * Math.min(6, idf);
    const nonInit = Math.max(occ - acc[a + 15]!, 0);
    const cap = nonInit > 0.02 * occ ? acc[a + CAP]! / nonInit : 0.5;
    x[o + 5] = cap;
    x[o + 6] = acc[a + NUM]! / occ;
    x[o + 7] = acc[a + AMT]! / occ;
    x[o + 8] = acc[a + QUO]! / occ;
    x[o + 9] = k & PLACE ? cap : 0;
    x[o + 10] = k & TIME ? cap : 0;
    x[o + 11] = k & NUMBER_WORD ? 1 : 0;
    x[o + 12] = Math.sqrt(acc[a + PROX]!);
    x[o + 13] = x[o + 12]! * Math.min(6, idf);
    x[o + 14] = acc[a + PMAX]!;
    x[o + 15] = Math.sqrt(acc[a + NOUN]!);
    x[o + 16] = Math.sqrt(acc[a + TITLE]!);
    x[o + 17] = acc[a + TF]! / (acc[a + DOCS]! || 1);
    x[o + 18] = acc[a + ADJ]! / occ;
    const isNum = Math.max(x[o + 6]!, x[o + 11]!);
    const t = plan.type;
    const fit =
      t === 'number'
        ? isNum
        : t === 'time'
          ? Math.max(x[o + 10]!, isNum)
          : t === 'place'
            ? Math.max(x[o + 9]!, cap * 0.7)
            : t === 'person'
              ? cap * (x[o + 9]! ? 0.3 : 1) * (1 - x[o + 10]!)
              : t === 'thing' || t === 'topic'
                ? Math.max(cap * (1 - x[o + 10]!), x[o + 8]!, 0.3)
                : 0.5;
    x[o + 19] = fit * x[o]! * (isNum ? Math.max(4, Math.min(6, idf)) : Math.min(6, idf));
    x[o + 26] = fit * x[o + 12]! * (isNum ? Math.max(4, Math.min(6, idf)) : Math.min(6, idf));
    const term = v.term(id);
    x[o + 20] = /^(19|20)\d\d$/.test(term) ? (Number(term) >= year - 1 ? 2 : 1) : 0;
    x[o + 21] = type;
    x[o + 22] = plan.terms.length;
    x[o + 24] = term.length;
    x[o + 25] = acc[a + DOCS]! / Math.max(1, df);
    for (const j of [0, 1, 4, 12, 13, 14, 15, 16, 19, 26]) if (x[o + j]! > max[j]!) max[j] = x[o + j]!;
  }
  for (let s = 0; s < count; s++)
    for (const j of [0, 1, 4, 12, 13, 14, 15, 16, 19, 26]) features[s * F + j]! /= max[j]!;
  return count;
};
