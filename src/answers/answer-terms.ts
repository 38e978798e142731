/**
 * In: the candidates read. Out: the words that are not in the question but stand where the question is talked about, in
 * one article after another, with what is known of each: the answer is likely among them.
 */
import { AT_TOKEN, SENTENCE_STRIDE } from '../search/document.ts';
import { CAPITAL, INITIAL, MONEY, NUMBER, PERCENT, QUOTED, TERM_BITS } from '../search/token.ts';
import { markPersons } from './mark-persons.ts';
import type { ReadDocument, Reading } from './read-candidates.ts';
import { NUMBER_WORD, PERCENT_WORD, PLACE, TIME, TIME_UNIT } from './term-kinds.ts';

/** Columns of what is known of a word. Each article counts once, with its best sentence, unless said otherwise. */
export const SUPPORT = 0;
/** Support from articles of the last days. */
export const FRESH = 1;
/** The best sentence of all. */
export const BEST = 2;
export const DOCUMENTS = 3;
/** Support by how close the words of the question stand. */
export const NEAR = 4;
/** Support by how close the noun stands that the question asks for. */
export const NOUN = 5;
/** Support from titles. */
export const TITLE = 6;
/** How often an article repeats it. */
export const REPEATS = 7;
/** Evidence of all its places, and the parts of it that are spelled in one way or other. */
export const ALL = 8;
export const SPELLED_INITIAL = 9;
export const SPELLED_CAPITAL = 10;
export const SPELLED_NUMBER = 11;
export const SPELLED_MONEY = 12;
export const SPELLED_QUOTED = 13;
/** Evidence of its places right before a unit of time: "nine years". */
export const LASTING = 14;
/** Evidence of its places right before a percent sign, or the word for it. */
export const PERCENTAGE = 15;
/** Evidence of its places in names of persons. */
export const PERSON = 16;
const COLUMNS = 17;

export interface AnswerTerms {
  readonly count: number;
  /** Place of a term id among the words collected; below 0 where it was not. */
  readonly slots: Int32Array;
  /** Term id of each place. */
  readonly ids: Int32Array;
  /** A column's number for the word at a place. */
  at(slot: number, column: number): number;
}

/** Words beyond this many are left out: no question needs them, and memory stays bounded. */
const SLOT_LIMIT = 16_384;
/** Sentences with less evidence than this change nothing and cost most of the time. */
const EVIDENCE_LIMIT = 0.01;
/** What words in the neighbouring sentences and the title count against words in the sentence itself. */
const AROUND = 0.4;
/** An old article's sentences count half of a new one's; measured between 0 and 0.9. */
const STALE = 0.5;
const FRESH_DAYS = 14;
/** How fast nearness fades from word to word: by half in 5, and in 2 words. */
const NEAR_DECAY = 0.88;
const NOUN_DECAY = 0.75;
/** Words that more than this share of all articles hold answer nothing, unless they name a place, time or number. */
const COMMON_SHARE = 0.5;
/** In a small corpus no word is common in fewer articles than this. */
const COMMON_FLOOR = 10;

const NONE = -1;
const COMMON = -2;

let slots = new Int32Array(0);
let count = 0;
const ids = new Int32Array(SLOT_LIMIT);
const statistics = new Float64Array(SLOT_LIMIT * COLUMNS);
/** Terms whose place in `slots` is to be cleared. */
const used: number[] = [];

/** Of the document at hand: its number, the slots it touched and its best values for each. */
const lastDocument = new Int32Array(SLOT_LIMIT);
const touched: number[] = [];
const bestSupport = new Float64Array(SLOT_LIMIT);
const bestNear = new Float64Array(SLOT_LIMIT);
const bestNoun = new Float64Array(SLOT_LIMIT);
const places = new Float64Array(SLOT_LIMIT);

let near = new Float64Array(256);
let noun = new Float64Array(256);

const clear = (size: number): void => {
  for (const id of used) slots[id] = NONE;
  used.length = 0;
  count = 0;
  if (slots.length < size) slots = new Int32Array(size * 2).fill(NONE);
};

const isCommon = (id: number, { index, kinds }: Reading): boolean =>
  (kinds[id]! & (PLACE | TIME | NUMBER_WORD)) === 0 &&
  index.vocabulary.documentFrequency(id) > Math.max(COMMON_FLOOR, index.size * COMMON_SHARE);

/** The place of a token's term, given one at first sight; below 0 where it is not to be collected. */
const placeOf = (token: number, reading: Reading): number => {
  const id = token & TERM_BITS;
  const known = slots[id]!;
  if (known !== NONE) return known;
  if (count === SLOT_LIMIT) return NONE;
  used.push(id);
  if (!(token & NUMBER) && isCommon(id, reading)) {
    slots[id] = COMMON;
    return COMMON;
  }
  slots[id] = count;
  ids[count] = id;
  lastDocument[count] = -1;
  statistics.fill(0, count * COLUMNS, (count + 1) * COLUMNS);
  return count++;
};

/** Sums the decayed weights of the question's words from one end of a sentence, and the decayed noun beside it. */
const fillNearness = (tokens: Uint32Array, from: number, to: number, reading: Reading): void => {
  const { bits, plan } = reading;
  if (near.length < to - from) {
    near = new Float64Array((to - from) * 2);
    noun = new Float64Array((to - from) * 2);
  }
  let nearBefore = 0;
  let nounBefore = 0;
  for (let at = from; at < to; at++) {
    nearBefore *= NEAR_DECAY;
    nounBefore *= NOUN_DECAY;
    const bit = bits[tokens[at]! & TERM_BITS]!;
    if (bit >= 0) {
      nearBefore += plan.terms[bit]!.idf;
      if ((plan.nounMask >>> bit) & 1) nounBefore = 1;
    }
    near[at - from] = nearBefore;
    noun[at - from] = nounBefore;
  }
};

const countSpelling = (slot: number, token: number, evidence: number): void => {
  const row = slot * COLUMNS;
  statistics[row + ALL]! += evidence;
  if (token & INITIAL) statistics[row + SPELLED_INITIAL]! += evidence;
  else if (token & CAPITAL) statistics[row + SPELLED_CAPITAL]! += evidence;
  if (token & NUMBER) statistics[row + SPELLED_NUMBER]! += evidence;
  if (token & MONEY) statistics[row + SPELLED_MONEY]! += evidence;
  if (token & QUOTED) statistics[row + SPELLED_QUOTED]! += evidence;
};

/** What the word behind tells of a number. */
const countUnit = (slot: number, token: number, kindBehind: number, evidence: number): void => {
  const row = slot * COLUMNS;
  if (kindBehind & TIME_UNIT) statistics[row + LASTING]! += evidence;
  if (token & PERCENT || kindBehind & PERCENT_WORD) statistics[row + PERCENTAGE]! += evidence;
};

const touch = (slot: number, document: number): void => {
  if (lastDocument[slot] === document) return;
  lastDocument[slot] = document;
  touched.push(slot);
  bestSupport[slot] = 0;
  bestNear[slot] = 0;
  bestNoun[slot] = 0;
  places[slot] = 0;
};

/** `trust` is the weight of the document, `held` the share of the question that the sentence and its surroundings hold. */
const collectSentence = (
  document: ReadDocument,
  from: number,
  to: number,
  trust: number,
  held: number,
  reading: Reading,
): void => {
  const { bits, plan, kinds } = reading;
  const { tokens } = document.entry;
  const evidence = trust * held * held;
  fillNearness(tokens, from, to, reading);
  const persons = markPersons(tokens, from, to, kinds);
  let nearAfter = 0;
  let nounAfter = 0;
  for (let at = to - 1; at >= from; at--) {
    nearAfter *= NEAR_DECAY;
    nounAfter *= NOUN_DECAY;
    const token = tokens[at]!;
    const bit = bits[token & TERM_BITS]!;
    if (bit >= 0) {
      nearAfter += plan.terms[bit]!.idf;
      if ((plan.nounMask >>> bit) & 1) nounAfter = 1;
      continue;
    }
    const slot = placeOf(token, reading);
    if (slot < 0) continue;
    touch(slot, document.document);
    const nearness = ((near[at - from]! + nearAfter) / plan.totalIdf) * trust * held;
    const nounNearness = Math.max(noun[at - from]!, nounAfter) * evidence;
    if (evidence > bestSupport[slot]!) bestSupport[slot] = evidence;
    if (nearness > bestNear[slot]!) bestNear[slot] = nearness;
    if (nounNearness > bestNoun[slot]!) bestNoun[slot] = nounNearness;
    places[slot]! += 1;
    countSpelling(slot, token, evidence);
    countUnit(slot, token, at + 1 < to ? kinds[tokens[at + 1]! & TERM_BITS]! : 0, evidence);
    if (persons[at - from]) statistics[slot * COLUMNS + PERSON]! += evidence;
  }
};

/** Adds up the best values of a document that was read through. */
const closeDocument = (trust: number, freshness: number): void => {
  for (const slot of touched) {
    const row = slot * COLUMNS;
    const support = bestSupport[slot]!;
    statistics[row + SUPPORT]! += support;
    statistics[row + FRESH]! += support * freshness;
    statistics[row + BEST] = Math.max(statistics[row + BEST]!, support);
    statistics[row + DOCUMENTS]! += 1;
    statistics[row + NEAR]! += bestNear[slot]!;
    statistics[row + NOUN]! += bestNoun[slot]!;
    statistics[row + REPEATS]! += Math.log1p(places[slot]!) * trust;
  }
  touched.length = 0;
};

const countTitle = ({ entry, relevance }: ReadDocument, trust: number, { bits }: Reading): void => {
  for (let at = 0; at < entry.titleLength; at++) {
    const id = entry.tokens[at]! & TERM_BITS;
    const slot = slots[id]!;
    if (slot >= 0 && bits[id]! < 0) statistics[slot * COLUMNS + TITLE]! += trust * relevance;
  }
};

/** Tells sentences apart by their words, so that a passage carried by several articles counts once. */
const hashOf = (tokens: Uint32Array, from: number, to: number): number => {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (tokens[at]! & TERM_BITS)) | 0;
  return hash;
};

/** The share of the question that a sentence and, counting less, its surroundings hold. -1 is the title. */
const heldBy = (document: ReadDocument, sentence: number, reading: Reading): number => {
  const { masks, plan, weigh } = reading;
  if (sentence < 0) return weigh(document.titleMask) / plan.totalIdf;
  const at = document.base + sentence;
  const before = sentence > 0 ? masks[at - 1]! : 0;
  const after = sentence + 1 < document.sentences ? masks[at + 1]! : 0;
  const own = masks[at]!;
  return (weigh(own) + AROUND * weigh((before | after | document.titleMask) & ~own)) / plan.totalIdf;
};

const collectDocument = (document: ReadDocument, reading: Reading, seen: Set<number>): void => {
  const { tokens, sentences, titleLength, day } = document.entry;
  const freshness = Math.exp(-Math.max(0, reading.plan.asOfDay - day) / FRESH_DAYS);
  const trust = document.share * document.share * (1 - STALE + STALE * freshness);
  for (let sentence = -1; sentence < document.sentences; sentence++) {
    const held = heldBy(document, sentence, reading);
    if (held * held * trust < EVIDENCE_LIMIT) continue;
    const from = sentence < 0 ? 0 : sentences[sentence * SENTENCE_STRIDE + AT_TOKEN]!;
    const next = sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? tokens.length;
    const to = sentence < 0 ? titleLength : next;
    const hash = hashOf(tokens, from, to);
    if (seen.has(hash)) continue;
    seen.add(hash);
    collectSentence(document, from, to, trust, held, reading);
  }
  closeDocument(trust, freshness);
  countTitle(document, trust, reading);
};

/** Collects the words of the best candidates. The result is valid until the next call: its arrays are reused. */
export const collectAnswerTerms = (reading: Reading): AnswerTerms => {
  clear(reading.index.vocabulary.size);
  const seen = new Set<number>();
  for (const document of reading.documents) collectDocument(document, reading, seen);
  return { count, slots, ids, at: (slot, column) => statistics[slot * COLUMNS + column]! };
};
