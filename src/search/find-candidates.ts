/**
 * In: the terms of a question and what may be shown. Out: the articles worth reading closely, best first, and how many
 * match in all. Rare terms come first and common ones are left out once enough has been read, so the cost does not
 * grow with the corpus as fast as the corpus does.
 */
import { type ArticleIndex, UNKNOWN_DAY } from './article-index.ts';
import { type DocumentFilter, frequencyOf, passesFilter } from './document-filter.ts';
import { countOf, documentOf, isInTitle } from './postings.ts';

/** Something to look for: any of several terms (a word in the forms of several languages). */
export interface SearchTerm {
  readonly ids: readonly number[];
  /** How much a match counts: its inverse document frequency. */
  readonly idf: number;
}

export interface Candidate {
  /** Its number in the index. */
  readonly document: number;
  /** Relevance times recency. */
  readonly score: number;
  /** BM25 with a bonus for words in the title. */
  readonly relevance: number;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  /** Articles that hold every term; where none does, at least half of them by weight; else any. */
  readonly matched: number;
  /** Numbers of those articles. */
  readonly matching: readonly number[];
}

/** Usual BM25 constants (Robertson and Zaragoza 2009, section 3.5). */
const K1 = 1.2;
const B = 0.75;
/** A title is short and says what an article is about. */
const TITLE_BONUS = 0.6;
/** Common terms are left out when this many postings were read, but never the two rarest. */
const POSTINGS_LIMIT = 60_000;
/** An article of today counts twice one of long ago, and the difference fades with this many days. */
const RECENCY_DAYS = 30;

/** From 2 (published at the clock) down to 1 (long ago, or on an unknown day). */
const recencyOf = (day: number, asOfDay: number): number =>
  day === UNKNOWN_DAY ? 1 : 1 + Math.exp(-Math.max(0, asOfDay - day) / RECENCY_DAYS);

/** The terms to walk: rarest first, up to the limit of postings. */
const affordable = (index: ArticleIndex, terms: readonly SearchTerm[]): SearchTerm[] => {
  const rarestFirst = terms
    .map((term) => ({ term, frequency: frequencyOf(index, term.ids) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency);
  let read = 0;
  return rarestFirst
    .filter(({ frequency }, at) => {
      read += frequency;
      return at < 2 || read <= POSTINGS_LIMIT;
    })
    .map(({ term }) => term);
};

/** By document, kept between searches and cleared through the list of what was touched. */
let scores = new Float64Array(0);
let masses = new Float64Array(0);
/** Documents that passed in this search, and their scores with recency. */
let passed = new Uint32Array(0);
let ranks = new Float64Array(0);

const reserve = (capacity: number): void => {
  if (scores.length >= capacity) return;
  scores = new Float64Array(capacity * 2);
  masses = new Float64Array(capacity * 2);
  passed = new Uint32Array(capacity * 2);
  ranks = new Float64Array(capacity * 2);
};

const accumulateList = (
  index: ArticleIndex,
  list: ArrayLike<number>,
  idf: number,
  touched: number[],
): void => {
  const { averageLength } = index;
  const { lengths } = index.columns;
  for (let at = 0; at < list.length; at++) {
    const posting = list[at]!;
    const document = documentOf(posting);
    const length = lengths[document]!;
    if (length === 0) continue;
    if (masses[document] === 0) touched.push(document);
    const count = countOf(posting);
    const saturation = K1 * (1 - B + (B * length) / averageLength);
    const relevance = (count * (K1 + 1)) / (count + saturation) + (isInTitle(posting) ? TITLE_BONUS : 0);
    scores[document]! += idf * relevance;
    masses[document]! += idf;
  }
};

const accumulate = (index: ArticleIndex, terms: readonly SearchTerm[]): number[] => {
  reserve(index.capacity);
  const touched: number[] = [];
  for (const { ids, idf } of terms) {
    for (const id of ids)
      for (const list of index.postings.lists(id)) accumulateList(index, list, idf, touched);
  }
  return touched;
};

/** The `limit` best of the first `count` that passed, in order; only those become objects. */
const best = (count: number, limit: number): Candidate[] => {
  const bar = count <= limit ? Number.NEGATIVE_INFINITY : ranks.slice(0, count).sort()[count - limit]!;
  const found: Candidate[] = [];
  for (let at = 0; at < count; at++) {
    const document = passed[at]!;
    if (ranks[at]! >= bar) found.push({ document, score: ranks[at]!, relevance: scores[document]! });
  }
  return found.sort((a, b) => b.score - a.score || b.document - a.document).slice(0, limit);
};

/**
 * Finds the `limit` best articles for the terms. `asOfDay` (days since 1970-01-01) is where recency counts from. With
 * no terms (a question of filters alone) nothing is found; see `browse`.
 */
export const findCandidates = (
  index: ArticleIndex,
  terms: readonly SearchTerm[],
  filter: DocumentFilter,
  asOfDay: number,
  limit: number,
): Candidates => {
  const walked = affordable(index, terms);
  const touched = accumulate(index, walked);
  const passes = passesFilter(index, filter);
  const { days } = index.columns;
  let count = 0;
  for (const document of touched) {
    if (!passes(document)) continue;
    ranks[count] = scores[document]! * recencyOf(days[document]!, asOfDay);
    passed[count++] = document;
  }
  const list = best(count, limit);
  const matching = matchesAmong(count, walked);
  for (const document of touched) {
    scores[document] = 0;
    masses[document] = 0;
  }
  return { list, matched: matching.length, matching };
};

/** Of the first `count` that passed: those that hold every term; where none does, half of them by weight; else all. */
const matchesAmong = (count: number, terms: readonly SearchTerm[]): number[] => {
  const total = terms.reduce((sum, { idf }) => sum + idf, 0);
  for (const share of [0.999, 0.5, 0]) {
    const matching: number[] = [];
    for (let at = 0; at < count; at++) if (masses[passed[at]!]! >= share * total) matching.push(passed[at]!);
    if (matching.length > 0) return matching;
  }
  return [];
};
