/**
 * In: the terms of a question and what may be shown. Out: the articles worth reading closely, best first, and how many
 * match in all. Rare terms come first and common ones are left out once enough has been read, so the cost does not
 * grow with the corpus as fast as the corpus does.
 */
import { type ArticleIndex, type DocumentEntry, UNKNOWN_DAY } from './article-index.ts';
import { TERM_BITS } from './document.ts';
import { countOf, documentOf, isInTitle } from './postings.ts';

/** Something to look for: any of several terms (a word in the forms of several languages). */
export interface SearchTerm {
  readonly ids: readonly number[];
  /** How much a match counts: its inverse document frequency. */
  readonly idf: number;
}

/** Terms one right after the other; any of the ids will do at each place. */
export type TermRun = readonly (readonly number[])[];

/** Days since 1970-01-01; null leaves a side open. */
export interface CandidateFilter {
  /** Nothing published later; articles of unknown date pass. */
  readonly latestDay: number;
  /** `after:` and `before:`; articles of unknown date do not pass. */
  readonly within: { readonly from: number | null; readonly to: number | null } | null;
  /** Lower-cased parts of source names, any of which must be in the article's; empty lets all pass. */
  readonly sources: readonly string[];
  /** Words and phrases no article may hold. */
  readonly excluded: readonly TermRun[];
  /** Phrases that must stand in the article. */
  readonly phrases: readonly TermRun[];
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
export const recencyOf = (day: number, asOfDay: number): number =>
  day === UNKNOWN_DAY ? 1 : 1 + Math.exp(-Math.max(0, asOfDay - day) / RECENCY_DAYS);

/** Whether what is known of an article without reading it lets it be shown. */
export const passesFilter = (
  entry: DocumentEntry,
  { latestDay, within, sources }: CandidateFilter,
): boolean => {
  if (entry.day > latestDay) return false;
  if (within !== null) {
    if (entry.day === UNKNOWN_DAY) return false;
    if (within.from !== null && entry.day < within.from) return false;
    if (within.to !== null && entry.day > within.to) return false;
  }
  return sources.length === 0 || sources.some((source) => entry.source.includes(source));
};

const holdsRun = ({ tokens }: DocumentEntry, run: TermRun): boolean => {
  const isAt = (at: number): boolean =>
    run.every((ids, offset) => ids.includes(tokens[at + offset]! & TERM_BITS));
  for (let at = 0; at + run.length <= tokens.length; at++) if (isAt(at)) return true;
  return false;
};

const frequencyOf = (index: ArticleIndex, ids: readonly number[]): number =>
  ids.reduce((sum, id) => sum + index.vocabulary.documentFrequency(id), 0);

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

/** Scores by document, kept between calls and cleared by the list of what was touched. */
let scores = new Float64Array(0);
let masses = new Float64Array(0);

const accumulateList = (
  index: ArticleIndex,
  list: ArrayLike<number>,
  idf: number,
  touched: number[],
): void => {
  const { lengths, averageLength } = index;
  for (let at = 0; at < list.length; at++) {
    const posting = list[at]!;
    const document = documentOf(posting);
    const length = lengths[document]!;
    if (length === 0) continue;
    if (masses[document] === 0) touched.push(document);
    const count = countOf(posting);
    const saturation = K1 * (1 - B + (B * length) / averageLength);
    scores[document]! +=
      idf * ((count * (K1 + 1)) / (count + saturation) + (isInTitle(posting) ? TITLE_BONUS : 0));
    masses[document]! += idf;
  }
};

const accumulate = (index: ArticleIndex, terms: readonly SearchTerm[]): number[] => {
  if (scores.length < index.capacity) {
    scores = new Float64Array(index.capacity * 2);
    masses = new Float64Array(index.capacity * 2);
  }
  const touched: number[] = [];
  for (const { ids, idf } of terms) {
    for (const id of ids)
      for (const list of index.postings.lists(id)) accumulateList(index, list, idf, touched);
  }
  return touched;
};

const betterFirst = (a: Candidate, b: Candidate): number => b.score - a.score || b.document - a.document;

/** The `limit` best of a list, in order, without sorting the rest. */
const best = (candidates: Candidate[], limit: number): Candidate[] => {
  if (candidates.length <= limit * 4) return candidates.sort(betterFirst).slice(0, limit);
  const bar = Float64Array.from(candidates, ({ score }) => score).sort()[candidates.length - limit]!;
  return candidates
    .filter(({ score }) => score >= bar)
    .sort(betterFirst)
    .slice(0, limit);
};

/** The documents that hold a run of terms, found through its rarest term. */
const documentsWith = (index: ArticleIndex, run: TermRun): Set<number> => {
  const holding = new Set<number>();
  const [rarest] = run.toSorted((a, b) => frequencyOf(index, a) - frequencyOf(index, b));
  for (const id of rarest ?? []) {
    index.postings.each(id, (posting) => {
      const document = documentOf(posting);
      const entry = index.document(document);
      if (entry !== undefined && (run.length === 1 || holdsRun(entry, run))) holding.add(document);
    });
  }
  return holding;
};

/** Says whether words let a document be shown: it holds every phrase and nothing that is excluded. */
const wordFilter = (
  index: ArticleIndex,
  { phrases, excluded }: CandidateFilter,
): ((document: number) => boolean) => {
  const wanted = phrases.map((run) => documentsWith(index, run));
  const unwanted = excluded.map((run) => documentsWith(index, run));
  return (document) =>
    wanted.every((holding) => holding.has(document)) && !unwanted.some((holding) => holding.has(document));
};

/** Every article that passes the filter, newest first, unknown days last: for a question of filters alone. */
export const browse = (index: ArticleIndex, filter: CandidateFilter): number[] => {
  const found: number[] = [];
  const passesWords = wordFilter(index, filter);
  index.documents().forEach((entry, document) => {
    if (entry !== undefined && passesFilter(entry, filter) && passesWords(document)) found.push(document);
  });
  return found.sort((a, b) => index.document(b)!.day - index.document(a)!.day || b - a);
};

/**
 * Finds the `limit` best articles for the terms. `asOfDay` (days since 1970-01-01) is where recency counts from. With
 * no terms (a question of filters alone) nothing is found; see `browse`.
 */
export const findCandidates = (
  index: ArticleIndex,
  terms: readonly SearchTerm[],
  filter: CandidateFilter,
  asOfDay: number,
  limit: number,
): Candidates => {
  const walked = affordable(index, terms);
  const touched = accumulate(index, walked);
  const total = walked.reduce((sum, { idf }) => sum + idf, 0);
  const passesWords = wordFilter(index, filter);
  const found: Candidate[] = [];
  const all: number[] = [];
  const half: number[] = [];
  for (const document of touched) {
    const relevance = scores[document]!;
    const mass = masses[document]!;
    scores[document] = 0;
    masses[document] = 0;
    const entry = index.document(document)!;
    if (!passesFilter(entry, filter) || !passesWords(document)) continue;
    found.push({ document, relevance, score: relevance * recencyOf(entry.day, asOfDay) });
    if (mass >= total * 0.999) all.push(document);
    if (mass >= total / 2) half.push(document);
  }
  const matching = [all, half, found.map(({ document }) => document)].find((some) => some.length > 0) ?? [];
  return { list: best(found, limit), matched: matching.length, matching };
};
