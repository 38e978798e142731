/**
 * In: words that may be the answer, with what is known of them. Out: a row of features each, and how likely each is
 * the answer by the learned weights.
 */

import type { AnswerTerms } from './answer-terms.ts';
import * as known from './answer-terms.ts';
import { type LinearModel, softmax } from './model.ts';
import { idfOf } from './plan-question.ts';
import { type Place, QUESTION_TYPES, type QuestionType } from './question-words.ts';
import type { Reading } from './read-candidates.ts';
import { CITY, COUNTRY, NUMBER_WORD, PLACE, STATE, TIME } from './term-kinds.ts';

/** Features of a word. Those of `SCALED` are shares of the largest among the question's words. */
const FEATURES = [
  'support',
  'best',
  'noun',
  'title',
  'nearIdf',
  'typedNear',
  'freshIdf',
  'idf',
  'capital',
  'number',
  'quoted',
  'place',
  'repeats',
  'year',
  'askedYear',
  'money',
  'percent',
  'duration',
  'count',
  'related',
  'askedPlace',
  'person',
] as const;
type Feature = (typeof FEATURES)[number];
const WIDTH = FEATURES.length;
/** The first ones. */
const SCALED = 7;

/** Features that mean another thing for each type of question have a weight for each besides the common one. */
const BY_TYPE: readonly Feature[] = [
  'capital',
  'number',
  'quoted',
  'place',
  'idf',
  'year',
  'noun',
  'repeats',
  'person',
];

/** Names of the model's features: the common ones, then `type:feature`. */
export const TERM_FEATURES: readonly string[] = [
  ...FEATURES,
  ...QUESTION_TYPES.flatMap((type) => BY_TYPE.map((feature) => `${type}:${feature}`)),
];

/** Rarity counts up to here; beyond, a word is only rare. */
const IDF_LIMIT = 6;
/** Numbers are common words but answer as well as rare ones. */
const NUMBER_IDF = 4;
/** Kinds of terms that name what is asked for. */
const PLACE_BITS: Readonly<Record<Place, number>> = { country: COUNTRY, state: STATE, city: CITY, any: 0 };
const YEAR = /^(?:19|20)\d\d$/;

let rows = new Float64Array(4096 * WIDTH);
let likelihoods = new Float64Array(4096);

/** How well the spelling and kind of a word fit the type of the question, 0 to 1. */
const fitOf = (
  type: QuestionType,
  capital: number,
  numeric: number,
  kind: number,
  quoted: number,
): number => {
  const time = kind & TIME ? capital : 0;
  if (type === 'number') return numeric;
  if (type === 'time') return Math.max(time, numeric);
  if (type === 'place') return Math.max(kind & PLACE ? capital : 0, capital * 0.7);
  if (type === 'person') return capital * (kind & PLACE ? 0.3 : 1) * (1 - time);
  if (type === 'thing' || type === 'topic') return Math.max(capital * (1 - time), quoted, 0.3);
  return 0.5;
};

/** Share of a word's places, those at the start of a sentence left out, that are written with a capital. */
const capitalShare = (terms: AnswerTerms, slot: number): number => {
  const all = terms.at(slot, known.ALL);
  const inside = all - terms.at(slot, known.SPELLED_INITIAL);
  return inside > 0.02 * all ? terms.at(slot, known.SPELLED_CAPITAL) / inside : 0.5;
};

/** Shortest beginning that tells two words related. */
const RELATED_LETTERS = 4;

/** Whether a term begins like a word of the question, to its end: "Lanka" where Sri Lankans are asked about. */
const isRelated = (term: string, stems: readonly string[]): boolean => {
  const initial = term.charCodeAt(0);
  return stems.some((stem) => {
    if (stem.charCodeAt(0) !== initial) return false;
    if (Math.min(stem.length, term.length) < RELATED_LETTERS) return false;
    return stem.startsWith(term) || term.startsWith(stem);
  });
};

const fillRow = (slot: number, terms: AnswerTerms, { plan, index, kinds }: Reading): void => {
  const id = terms.ids[slot]!;
  const kind = kinds[id]!;
  const term = index.vocabulary.term(id);
  const share = (column: number): number => terms.at(slot, column) / terms.at(slot, known.ALL);
  const support = Math.sqrt(terms.at(slot, known.SUPPORT));
  const near = Math.sqrt(terms.at(slot, known.NEAR));
  const fresh = terms.at(slot, known.FRESH) / Math.max(1e-9, terms.at(slot, known.SUPPORT));
  const idf = idfOf(index.vocabulary.documentFrequency(id), index.size);
  const rarity = Math.min(IDF_LIMIT, idf);
  const capital = capitalShare(terms, slot);
  const money = share(known.SPELLED_MONEY);
  const percent = share(known.PERCENTAGE);
  const quoted = share(known.SPELLED_QUOTED);
  const number = share(known.SPELLED_NUMBER);
  const numeric = kind & NUMBER_WORD ? 1 : number;
  const fit =
    fitOf(plan.type, capital, numeric, kind, quoted) * (numeric > 0 ? Math.max(NUMBER_IDF, rarity) : rarity);
  const year = YEAR.test(term);
  let at = slot * WIDTH;
  rows[at++] = support;
  rows[at++] = terms.at(slot, known.BEST);
  rows[at++] = Math.sqrt(terms.at(slot, known.NOUN));
  rows[at++] = Math.sqrt(terms.at(slot, known.TITLE));
  rows[at++] = near * rarity;
  rows[at++] = fit * near;
  rows[at++] = support * rarity * fresh;
  rows[at++] = Math.min(8, idf);
  rows[at++] = capital;
  rows[at++] = number;
  rows[at++] = quoted;
  rows[at++] = kind & PLACE ? capital : 0;
  rows[at++] = terms.at(slot, known.REPEATS) / terms.at(slot, known.DOCUMENTS);
  rows[at++] = year && plan.unit !== 'year' ? 1 : 0;
  rows[at++] = year && plan.unit === 'year' ? 1 : 0;
  rows[at++] = plan.unit === 'money' ? money : 0;
  rows[at++] = plan.unit === 'percent' ? percent : 0;
  rows[at++] = plan.unit === 'duration' ? share(known.LASTING) : 0;
  rows[at++] = plan.unit === 'count' && !year ? numeric * Math.max(0, 1 - money - percent) : 0;
  rows[at++] = isRelated(term, plan.stems) ? 1 : 0;
  rows[at++] = kind & PLACE_BITS[plan.place] ? capital : 0;
  rows[at++] = share(known.PERSON);
};

/** Divides each of the first features by its largest value, so that questions compare. */
const scale = (count: number): void => {
  for (let feature = 0; feature < SCALED; feature++) {
    let largest = 1e-9;
    for (let slot = 0; slot < count; slot++) largest = Math.max(largest, rows[slot * WIDTH + feature]!);
    for (let slot = 0; slot < count; slot++) rows[slot * WIDTH + feature]! /= largest;
  }
};

/** Computes the rows of all words. They stay until the next call. */
export const describeTerms = (terms: AnswerTerms, reading: Reading): void => {
  if (likelihoods.length < terms.count) {
    rows = new Float64Array(terms.count * 2 * WIDTH);
    likelihoods = new Float64Array(terms.count * 2);
  }
  for (let slot = 0; slot < terms.count; slot++) fillRow(slot, terms, reading);
  scale(terms.count);
};

/** A word's row as the learner sees it: one number for each of `TERM_FEATURES`. */
export const termRow = (slot: number, type: QuestionType): Float64Array => {
  const row = new Float64Array(TERM_FEATURES.length);
  row.set(rows.subarray(slot * WIDTH, (slot + 1) * WIDTH));
  const first = WIDTH + QUESTION_TYPES.indexOf(type) * BY_TYPE.length;
  for (const [at, feature] of BY_TYPE.entries()) row[first + at] = row[FEATURES.indexOf(feature)]!;
  return row;
};

/** The weights for one type of question: common and special ones added up. */
const weightsFor = (type: QuestionType, model: LinearModel): Float64Array =>
  Float64Array.from(
    FEATURES,
    (feature) => (model[feature] ?? 0) + (BY_TYPE.includes(feature) ? (model[`${type}:${feature}`] ?? 0) : 0),
  );

/** Words that are told apart by rank: their presence fits one mask. */
export const TOP_TERMS = 24;

/** How likely each word is the answer. */
export interface Likelihoods {
  /** By term id: 0 for the likeliest word, 1 for the next; -1 for all but the first `TOP_TERMS`. */
  readonly ranks: Int8Array;
  /** By rank; those of all words of a question sum to one. */
  readonly byRank: Float64Array;
  /** Likelihood that the answer is among the words whose bits are set. */
  massOf(held: number): number;
}

let ranks = new Int8Array(0);
const top: number[] = [];
const byRank = new Float64Array(TOP_TERMS);
/** Likelihood of each byte of a mask. */
const masses = new Float64Array(768);

const massOf = (held: number): number =>
  masses[held & 255]! + masses[256 + ((held >>> 8) & 255)]! + masses[512 + ((held >>> 16) & 255)]!;

const fillMasses = (): void => {
  for (let byte = 0; byte < 3; byte++) {
    for (let bits = 1; bits < 256; bits++) {
      const low = 31 - Math.clz32(bits & -bits);
      masses[byte * 256 + bits] = masses[byte * 256 + (bits & (bits - 1))]! + byRank[byte * 8 + low]!;
    }
  }
};

/** Ranks the likeliest words by picking them out one after the other; sorting all would cost more. */
const rankTop = (terms: AnswerTerms, size: number): void => {
  for (const id of top) ranks[id] = -1;
  top.length = 0;
  if (ranks.length < size) ranks = new Int8Array(size * 2).fill(-1);
  byRank.fill(0);
  for (let rank = 0; rank < Math.min(TOP_TERMS, terms.count); rank++) {
    let best = 0;
    for (let slot = 1; slot < terms.count; slot++) if (likelihoods[slot]! > likelihoods[best]!) best = slot;
    byRank[rank] = likelihoods[best]!;
    likelihoods[best] = -1;
    top.push(terms.ids[best]!);
    ranks[terms.ids[best]!] = rank;
  }
  fillMasses();
};

/** Scores the described words. The result is valid until the next call: its arrays are reused. */
export const rankTerms = (terms: AnswerTerms, { plan, index }: Reading, model: LinearModel): Likelihoods => {
  const weights = weightsFor(plan.type, model);
  for (let slot = 0, at = 0; slot < terms.count; slot++) {
    let score = 0;
    for (let feature = 0; feature < WIDTH; feature++) score += rows[at++]! * weights[feature]!;
    likelihoods[slot] = score;
  }
  softmax(likelihoods, terms.count);
  rankTop(terms, index.vocabulary.size);
  return { ranks, byRank, massOf };
};
