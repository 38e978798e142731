/**
 * Which articles hold these words? The one interface between answers and an engine; `search-engine-contract.ts` in the
 * tests holds every implementation to it. It speaks terms, days, sources and article numbers (`seq`). A text that several
 * outlets carry is one article, numbered by its first; the others are its publications, with their own day and source.
 */
import type { Audience } from '../domain/audience.ts';
import type { Byline, Day, SearchQuery, SearchScope, SearchTerm } from './search-query.ts';

/** An article that was found. */
export interface Hit {
  readonly seq: number;
  /** The publication to show: the article's own if that passes the scope, else the first that does. */
  readonly shown: number;
  /** Publication day of the shown publication, null if it is not known. */
  readonly day: Day | null;
  /** Relevance times recency, comparable within one result only; 0 if results are ordered by day. */
  readonly score: number;
}

export type HitOrder = 'relevance' | 'newest' | 'oldest';

export interface PageRequest {
  readonly order: HitOrder;
  /** First hit of the page, from 0, and how many; `limit` 0 asks for the total alone. */
  readonly offset: number;
  readonly limit: number;
  /** Where recency counts from. */
  readonly asOfDay: Day;
}

export interface HitPage {
  readonly hits: readonly Hit[];
  /** All that match, over all pages. */
  readonly total: number;
}

/** What a scope lets through: articles, and of their publications that pass the outlets and the newest known day. */
export interface ScopeCount {
  readonly articles: number;
  readonly sources: number;
  readonly newest: Day | null;
}

/** The publications a stored query is held against: these, or those numbered above `after` up to `through`. */
export type PublicationRange =
  | { readonly seqs: readonly number[] }
  | { readonly after: number; readonly through: number };

/** A text as one outlet carries it. */
export interface Publication extends Byline {
  /** Its own number in the store, and that of the article: the lowest of that text. */
  readonly seq: number;
  readonly of: number;
}

export interface SearchEngine {
  /**
   * The best `limit` articles that hold any of the terms, pass the scope and match `must`, best first: BM25, words in the
   * title counting more, times recency. An engine may leave out common terms if rarer ones bring enough. If the
   * scope lets few articles through, none of them is missed.
   */
  best(terms: readonly SearchTerm[], must: SearchQuery, request: BestRequest): Promise<readonly Hit[]>;
  /** A page of the articles that match and pass the scope. By day, unknown days come last. */
  page(query: SearchQuery, scope: SearchScope, request: PageRequest): Promise<HitPage>;
  /** A page of the articles that hold one of the terms, and of all their idf at least `share` (0 to 1). */
  pageByWeight(
    terms: readonly SearchTerm[],
    share: number,
    must: SearchQuery,
    scope: SearchScope,
    request: PageRequest,
  ): Promise<HitPage>;
  /** Of the publications in the range those that match, lowest number first: what a digest or an alert with that query posts. */
  percolate(query: SearchQuery, scope: SearchScope, range: PublicationRange): Promise<readonly number[]>;
  /** Those of the terms that an article holds which passes the scope. */
  heldTerms(terms: readonly string[], scope: SearchScope): Promise<ReadonlySet<string>>;
  /** The publications in the range that the audience hears, whatever they say. */
  publications(audience: Audience, range: PublicationRange): Promise<readonly Publication[]>;
  count(scope: SearchScope): Promise<ScopeCount>;
  /** Names of all sources that the audience hears, lower-cased. */
  sourceNames(audience: Audience): Promise<readonly string[]>;
  /** How many texts are some servers' own, of all servers. */
  countPrivate(): Promise<number>;
}

export interface BestRequest {
  readonly scope: SearchScope;
  readonly asOfDay: Day;
  readonly limit: number;
}

/** An article of the clock's day counts twice one of long ago, and the difference fades with this many days. */
export const RECENCY_DAYS = 30;
/** From 2 (published on the clock's day) down to 1 (long ago, or on an unknown day). */
export const recencyOf = (day: Day | null, asOfDay: Day): number =>
  day === null ? 1 : 1 + Math.exp(-Math.max(0, asOfDay - day) / RECENCY_DAYS);

/** A word in the title counts as this many in the body. */
export const TITLE_WEIGHT = 3;
