/**
 * In: the candidates read. Out: the words that are not in the question but stand where the question is talked about, in
 * one article after another, with what is known of each: the answer is likely among them.
 */
import { AT_TOKEN, SENTENCE_STRIDE } from '../../search/sentence-table.ts';
import { CAPITAL, INITIAL, MONEY, NUMBER, PERCENT, QUOTED, TERM_BITS } from '../../search/token.ts';
import { hasBackground, rarityOf } from '../rarity.ts';
import type { AnswerTerm } from './answer-term.ts';
import { markPersons } from './mark-persons.ts';
import type { ReadArticle, Reading } from './read-candidates.ts';
import { levelOf, NUMBER_WORD, PERCENT_WORD, PLACE, TIME, TIME_UNIT } from './term-kinds.ts';

/** Words beyond this many are left out: no question needs them, and memory stays bounded. */
const TERM_LIMIT = 16_384;
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
/** Words that more than half of all articles hold answer nothing, unless they name a place, time or number. */
const COMMON_RARITY = Math.log(2);
/** If only the corpus is counted, no word is common in fewer articles than this. */
const COMMON_FLOOR = 10;

const COMMON = -2;

/** What is collected while the candidates are read. */
interface Collection {
  readonly reading: Reading;
  readonly terms: AnswerTerm[];
  /** Words of the article that is being read. */
  readonly touched: AnswerTerm[];
  /** Hashes of the sentences read: one that several articles carry counts once. */
  readonly seen: Set<number>;
}

/** A sentence to collect words from: tokens `from` to `to` of an article. */
interface Place {
  readonly article: ReadArticle;
  readonly from: number;
  readonly to: number;
  /** Weight of the article. */
  readonly trust: number;
  /** Share of the question that the sentence and, counting less, its surroundings hold. */
  readonly held: number;
}

const isCommon = (id: number, { dictionary, kinds }: Reading): boolean => {
  const kind = kinds[id] ?? 0;
  if ((kind & (PLACE | TIME | NUMBER_WORD)) !== 0) return false;
  const frequency = dictionary.frequency(id);
  return (
    rarityOf(frequency, levelOf(kind), dictionary) < COMMON_RARITY &&
    (frequency > COMMON_FLOOR || hasBackground(dictionary))
  );
};

/** The token's word, made at first sight; undefined if it is not to be collected. */
const termOf = (token: number, { reading, terms }: Collection): AnswerTerm | undefined => {
  const { slots } = reading.scratch;
  const id = token & TERM_BITS;
  const slot = slots.values[id]!;
  if (slot >= 0) return terms[slot];
  if (slot === COMMON || terms.length === TERM_LIMIT) return undefined;
  if (!(token & NUMBER) && isCommon(id, reading)) {
    slots.mark(id, COMMON);
    return undefined;
  }
  const term = reading.scratch.answerTerm(terms.length);
  term.begin(id);
  slots.mark(id, terms.push(term) - 1);
  return term;
};

/** Sums the decayed weights of the question's words from the beginning of a sentence, and the decayed noun beside it. */
const fillNearness = (tokens: Uint32Array, from: number, to: number, { plan, scratch }: Reading): void => {
  const { near, noun } = scratch;
  const { values: bits } = scratch.bits;
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

const countSpelling = (term: AnswerTerm, token: number, kindBehind: number, evidence: number): void => {
  term.all += evidence;
  if (token & INITIAL) term.initial += evidence;
  else if (token & CAPITAL) term.capital += evidence;
  if (token & NUMBER) term.number += evidence;
  if (token & MONEY) term.money += evidence;
  if (token & QUOTED) term.quoted += evidence;
  if (kindBehind & TIME_UNIT) term.lasting += evidence;
  if (token & PERCENT || kindBehind & PERCENT_WORD) term.percentage += evidence;
};

const touch = (term: AnswerTerm, article: ReadArticle, touched: AnswerTerm[]): void => {
  if (term.lastArticle === article) return;
  term.lastArticle = article;
  touched.push(term);
  term.bestSupport = 0;
  term.bestNear = 0;
  term.bestNoun = 0;
  term.places = 0;
};

const collectSentence = ({ article, from, to, trust, held }: Place, collection: Collection): void => {
  const { reading, touched } = collection;
  const { plan, kinds, scratch } = reading;
  const { tokens } = article.words;
  const evidence = trust * held * held;
  scratch.reserveWords(to - from);
  const { near, noun, persons } = scratch;
  const { values: bits } = scratch.bits;
  fillNearness(tokens, from, to, reading);
  markPersons(tokens, from, to, kinds, persons);
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
    const term = termOf(token, collection);
    if (term === undefined) continue;
    touch(term, article, touched);
    const nearness = ((near[at - from]! + nearAfter) / plan.totalIdf) * trust * held;
    const nounNearness = Math.max(noun[at - from]!, nounAfter) * evidence;
    if (evidence > term.bestSupport) term.bestSupport = evidence;
    if (nearness > term.bestNear) term.bestNear = nearness;
    if (nounNearness > term.bestNoun) term.bestNoun = nounNearness;
    term.places += 1;
    countSpelling(term, token, at + 1 < to ? kinds[tokens[at + 1]! & TERM_BITS]! : 0, evidence);
    if (persons[at - from]) term.person += evidence;
  }
};

/** Adds up the best values of an article that was read through. */
const closeArticle = (touched: AnswerTerm[], trust: number, freshness: number): void => {
  for (const term of touched) {
    term.support += term.bestSupport;
    term.freshSupport += term.bestSupport * freshness;
    term.best = Math.max(term.best, term.bestSupport);
    term.articles += 1;
    term.near += term.bestNear;
    term.noun += term.bestNoun;
    term.repeats += Math.log1p(term.places) * trust;
  }
  touched.length = 0;
};

const countTitle = (
  { words, relevance }: ReadArticle,
  trust: number,
  { reading, terms }: Collection,
): void => {
  const { bits, slots } = reading.scratch;
  for (let at = 0; at < words.titleLength; at++) {
    const id = words.tokens[at]! & TERM_BITS;
    const slot = slots.values[id]!;
    if (slot >= 0 && bits.values[id]! < 0) terms[slot]!.title += trust * relevance;
  }
};

/** Tells sentences apart by their words. */
const hashOf = (tokens: Uint32Array, from: number, to: number): number => {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (tokens[at]! & TERM_BITS)) | 0;
  return hash;
};

/** The share of the question that a sentence and, counting less, its surroundings hold. -1 is the title. */
const heldBy = (article: ReadArticle, sentence: number, { plan, scratch, weigh }: Reading): number => {
  if (sentence < 0) return weigh(article.titleMask) / plan.totalIdf;
  const { masks } = scratch;
  const at = article.base + sentence;
  const before = sentence > 0 ? masks[at - 1]! : 0;
  const after = sentence + 1 < article.sentences ? masks[at + 1]! : 0;
  const own = masks[at]!;
  return (weigh(own) + AROUND * weigh((before | after | article.titleMask) & ~own)) / plan.totalIdf;
};

const collectArticle = (article: ReadArticle, collection: Collection): void => {
  const { reading, seen, touched } = collection;
  const { tokens, sentences, titleLength } = article.words;
  const daysOld = article.day === null ? Number.POSITIVE_INFINITY : reading.plan.asOfDay - article.day;
  const freshness = Math.exp(-Math.max(0, daysOld) / FRESH_DAYS);
  const trust = article.share * article.share * (1 - STALE + STALE * freshness);
  for (let sentence = -1; sentence < article.sentences; sentence++) {
    const held = heldBy(article, sentence, reading);
    if (held * held * trust < EVIDENCE_LIMIT) continue;
    const from = sentence < 0 ? 0 : sentences[sentence * SENTENCE_STRIDE + AT_TOKEN]!;
    const next = sentences[(sentence + 1) * SENTENCE_STRIDE + AT_TOKEN] ?? tokens.length;
    const to = sentence < 0 ? titleLength : next;
    const hash = hashOf(tokens, from, to);
    if (seen.has(hash)) continue;
    seen.add(hash);
    collectSentence({ article, from, to, trust, held }, collection);
  }
  closeArticle(touched, trust, freshness);
  countTitle(article, trust, collection);
};

/** Collects the words of the best candidates. Valid until the next question. */
export const collectAnswerTerms = (reading: Reading): AnswerTerm[] => {
  const collection: Collection = { reading, terms: [], touched: [], seen: new Set() };
  for (const article of reading.articles) collectArticle(article, collection);
  return collection.terms;
};
