/**
 * The interface to all article work: drafts in, answers out. One part reads (`Answering`), one writes (`Intake`). Both
 * run in this thread (`openBackend`, for the terminal) or in a worker each (`openBackendThreads`, for the bot), so loading
 * and indexing never delay an answer or block the event loop. One contract suite tests both.
 */

import type { StandingQuestion } from '../answers/answer-standing.ts';
import type { WatchMode } from '../corpus-sync/watch-corpus.ts';
import type { Answer, AnswerOptions, ArticleRef, SearchPage, SearchSort } from '../domain/answer.ts';
import type { Arrivals } from '../domain/arrivals.ts';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { Comparison, QuoteCheck, StoryView, Timeline } from '../domain/coverage.ts';
import type { AddOutcome, CorpusProblem } from '../domain/intake-report.ts';
import type { Mismatch, Query } from '../domain/query.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import type { PublicationRange } from '../search/search-engine.ts';

export interface BackendStatus {
  /** Articles in the store, copies left out. */
  readonly articles: number;
  /** Articles that can be found so far; smaller than `articles` while words are read anew after an update. */
  readonly indexed: number;
  /** Whether files are being read or articles indexed. */
  readonly indexing: boolean;
  /** Epoch milliseconds when the corpus folder was last read through, or null. */
  readonly lastLoadMs: number | null;
  /** The newest problems first, at most 50, and how many there are in all. */
  readonly problems: readonly CorpusProblem[];
  readonly problemCount: number;
}

export interface SearchOptions {
  readonly asOfMs: number;
  readonly sort?: SearchSort;
  /** First article of the page, from 0. */
  readonly offset?: number;
  /** Articles a page, default 10. */
  readonly limit?: number;
}

/** How far loading is, for a progress bar. */
export interface LoadProgress {
  /** Articles that can be found, and those known to be there or to come. */
  readonly indexed: number;
  readonly total: number;
  /** Bytes of the corpus files read so far, and to be read. */
  readonly bytesDone: number;
  readonly bytes: number;
}

/** Which engine finds articles: SQLite's full-text search in the database, or MiniSearch in memory. */
export type EngineName = 'sqlite' | 'minisearch';

export interface BackendOptions {
  /** Folders or files of articles; see `src/intake/corpus`. */
  readonly corpus: readonly string[];
  /** Where the store lives; null keeps everything in memory. */
  readonly dataDir: string | null;
  /** How the corpus is watched for changes after loading; null reads it once. */
  readonly watch: WatchMode | null;
  /** Default `sqlite`. */
  readonly engine?: EngineName;
  /** Whether loading waits where the disk is full, until there is room again; else it fails. Default false. */
  readonly waitForRoom?: boolean;
}

export interface Answering {
  /** Answers from what can be found at that moment. `text` is the query language of `src/query`. */
  answer(text: string, options: AnswerOptions): Promise<Answer>;
  /** Articles that match, best (or newest, oldest) first. */
  search(text: string, options: SearchOptions): Promise<SearchPage>;
  /** Articles whose titles begin with or resemble the text, best first. For autocomplete. */
  suggestTitles(text: string, limit: number): Promise<readonly ArticleRef[]>;
  /** Of the publications in the range those that each stored query matches, by number, in the order of the queries. */
  match(queries: readonly Query[], range: PublicationRange): Promise<readonly (readonly number[])[]>;
  /** The first thing that keeps a publication from matching a stored query; null where it matches. */
  mismatch(query: Query, seq: number): Promise<Mismatch | null>;
  /** For each stored query, how many articles that match it came in the last hour and week. */
  countArrivals(queries: readonly Query[], nowMs: number): Promise<readonly Arrivals[]>;
  /**
   * For each question that waits the new article, if any, that surely answers it; null too where no article in the range
   * gives reason to ask.
   */
  answerStanding(
    questions: readonly StandingQuestion[],
    range: PublicationRange,
    asOfMs: number,
  ): Promise<readonly (number | null)[]>;
  /** The story that an article tells, and who tells it how; null where the article is gone. */
  story(seq: number, options: { readonly asOfMs: number }): Promise<StoryView | null>;
  /** The story that tells most of a topic (in the query language); null where no article is about it. */
  topicStory(topic: string, options: { readonly asOfMs: number }): Promise<StoryView | null>;
  /** The steps of a topic, of the articles with a larger number than `after`. */
  timeline(topic: string, options: { readonly asOfMs: number; readonly after: number }): Promise<Timeline>;
  /** How each source tells a topic's main event; `sources` by any part of their names, empty for those that tell it. */
  compare(
    topic: string,
    options: { readonly asOfMs: number; readonly sources: readonly string[] },
  ): Promise<Comparison>;
  /** The same of the story that an article tells. */
  compareStory(seq: number, options: { readonly asOfMs: number }): Promise<Comparison>;
  /** Whether a quote, without its marks, stands in an article word for word, altered, or in none. */
  checkQuote(quote: string, options: { readonly asOfMs: number }): Promise<QuoteCheck>;
  close(): Promise<void>;
}

export interface Intake {
  /**
   * Resolves when the corpus has been read through and can be found; questions may be asked before.
   * @throws what stopped loading.
   */
  loaded(): Promise<void>;
  /** The one door in: dedupes, stores and indexes. Resolves when the articles can be found. */
  add(drafts: readonly ArticleDraft[], arrival: Arrival): Promise<readonly AddOutcome[]>;
  /** Removes what is not to be kept, once the corpus is loaded; says how many articles. See `ArticleStore.expire`. */
  expire(retention: Retention, needed: NeededArticles): Promise<number>;
  status(): Promise<BackendStatus>;
  close(): Promise<void>;
}

export type Backend = Answering & Intake;

/** Hears how far loading is; null once it is done. */
export type OnProgress = (progress: LoadProgress | null) => void;
