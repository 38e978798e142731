/**
 * The interface to all article work: drafts in, answers out. One part reads (`Answering`), one writes (`Intake`). Both
 * run in this thread (`openBackend`, for the terminal) or in a worker each (`openBackendThreads`, for the bot), so loading
 * and indexing never delay an answer or block the event loop. One contract suite tests both.
 */

import type { StandingQuestion } from '../answers/answer-standing.ts';
import type { SearchRequest } from '../answers/search-articles.ts';
import type { WatchMode } from '../corpus-sync/watch-corpus.ts';
import type { Answer, AnswerOptions, ArticleRef, SearchPage } from '../domain/answer.ts';
import type { Arrivals } from '../domain/arrivals.ts';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { Audience } from '../domain/audience.ts';
import type { CorpusProblems } from '../domain/corpus-reason.ts';
import type { Comparison, QuoteCheck, StoryView, Timeline } from '../domain/coverage.ts';
import type { AddOutcome } from '../domain/intake-report.ts';
import type { Mismatch, Query } from '../domain/query.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import type { PublicationRange } from '../search/search-engine.ts';
import type { ClusterAddresses } from '../store/cluster-addresses.ts';

export interface BackendStatus extends CorpusProblems {
  /** Articles in the store, copies left out. */
  readonly articles: number;
  /** Articles that can be found so far; smaller than `articles` while words are read anew after an update. */
  readonly indexed: number;
  /** Epoch milliseconds when the corpus folder was last read through, or null. */
  readonly lastLoadMs: number | null;
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

/** 0 to 1: of the bytes to be read and of the articles to be indexed, whichever is less. */
export const shareDone = ({ indexed, total, bytesDone, bytes }: LoadProgress): number =>
  total === 0 && bytes === 0
    ? 0
    : Math.min(total === 0 ? 1 : indexed / total, bytes === 0 ? 1 : bytesDone / bytes);

/** Which engine finds articles: SQLite's full-text search in the database, or MiniSearch in memory. */
export type EngineName = 'sqlite' | 'minisearch';

export interface BackendOptions {
  /** Folders or files of articles; see `src/intake/corpus`. */
  readonly corpus: readonly string[];
  /** Where the store lives; null keeps everything in memory. */
  readonly dataDir: string | null;
  /** Where articles are kept instead, beyond this machine. `corpus` may be empty then: others read it. */
  readonly cluster?: ClusterAddresses | null;
  /** How the corpus is watched for changes after loading; null reads it once. */
  readonly watch: WatchMode | null;
  /** Default `sqlite`. */
  readonly engine?: EngineName;
  /** Whether nothing is read until `start` is called: others read it meanwhile. Default false. */
  readonly startsLater?: boolean;
  /** Whether loading waits while the disk is full, until there is room again; else it fails. Default false. */
  readonly waitForRoom?: boolean;
}

/** What the thread that writes needs of them. */
export type IntakeOptions = Omit<BackendOptions, 'engine'>;

/** What can be asked. It answers from what one audience hears alone: see `Answering.hearing`. */
export interface Questions {
  /** Answers from what can be found at that moment. `text` is the query language of `src/query`. */
  answer(text: string, options: AnswerOptions): Promise<Answer>;
  /** Articles that match, best (or newest, oldest) first. */
  search(text: string, request: SearchRequest): Promise<SearchPage>;
  /** Articles whose titles begin with or resemble the text, best first. For autocomplete. */
  suggestTitles(text: string, limit: number): Promise<readonly ArticleRef[]>;
  /** Of the publications in the range those that each stored query matches, by number, in the order of the queries. */
  match(queries: readonly Query[], range: PublicationRange): Promise<readonly (readonly number[])[]>;
  /** The first thing that keeps a publication from matching a stored query; null if it matches. */
  mismatch(query: Query, seq: number): Promise<Mismatch | null>;
  /** For each stored query, how many articles that match it came in the last hour and week. */
  countArrivals(queries: readonly Query[], nowMs: number): Promise<readonly Arrivals[]>;
  /**
   * For each question that waits the new article, if any, that surely answers it; null too if no article in the range
   * gives reason to ask.
   */
  answerStanding(
    questions: readonly StandingQuestion[],
    range: PublicationRange,
    asOfMs: number,
  ): Promise<readonly (number | null)[]>;
  /** The story that an article tells, and who tells it how; null if the article is gone. */
  story(seq: number, options: { readonly asOfMs: number }): Promise<StoryView | null>;
  /** The story that tells most of a topic (in the query language); null if no article is about it. */
  topicStory(topic: string, options: { readonly asOfMs: number }): Promise<StoryView | null>;
  /** The steps of a topic, of the articles with a larger number than `after`. */
  timeline(topic: string, options: { readonly asOfMs: number; readonly after: number }): Promise<Timeline>;
  /** How each source tells a topic's main event; `sources` by any part of their names, empty for those that tell it. */
  compare(
    topic: string,
    options: { readonly asOfMs: number; readonly sources: readonly string[] },
  ): Promise<Comparison>;
  /** How each source tells the story that an article tells. */
  compareStory(seq: number, options: { readonly asOfMs: number }): Promise<Comparison>;
  /** Whether a quote, without its marks, stands in an article word for word, altered, or in none. */
  checkQuote(quote: string, options: { readonly asOfMs: number }): Promise<QuoteCheck>;
}

/** Asked by itself, it answers from what everyone hears. */
export interface Answering extends Questions {
  /** Answers for an audience: articles, counts, names and spellings of others' articles are in none of them. */
  hearing(audience: Audience): Questions;
  close(): Promise<void>;
}

export interface Intake {
  /** Begins to read the corpus, if that was to wait. */
  start(): Promise<void>;
  /**
   * Resolves when the corpus has been read through and can be found; questions may be asked before.
   * @throws what stopped loading.
   */
  loaded(): Promise<void>;
  /**
   * Dedupes, stores and indexes what does not come from the corpus folder, such as entries of feeds; files of the corpus go to
   * `ArticleStore.add` in the writer's own thread. Resolves when the articles can be found. `servers`: see there.
   */
  add(
    drafts: readonly ArticleDraft[],
    arrival: Arrival,
    servers?: readonly string[] | null,
  ): Promise<readonly AddOutcome[]>;
  /** See `ArticleStore`. */
  share(origin: string): Promise<void>;
  letHear(origin: string, keys: readonly string[], server: string): Promise<number>;
  forgetServer(server: string): Promise<void>;
  /** Removes what is not to be kept, once the corpus is loaded; says how many articles. See `ArticleStore.expire`. */
  expire(retention: Retention, needed: NeededArticles): Promise<number>;
  status(): Promise<BackendStatus>;
  close(): Promise<void>;
}

export interface Backend extends Answering, Intake {
  /** While articles are still being read: the share of them that can be found, 0 to 1; else null. */
  progress(): number | null;
}

/** Every question by its name: answers cross between threads by it. */
const QUESTION_NAMES = Object.keys({
  answer: true,
  search: true,
  suggestTitles: true,
  match: true,
  mismatch: true,
  countArrivals: true,
  answerStanding: true,
  story: true,
  topicStory: true,
  timeline: true,
  compare: true,
  compareStory: true,
  checkQuote: true,
} satisfies Record<keyof Questions, true>) as readonly (keyof Questions)[];

/** Questions that are all passed on by name. */
export const passQuestions = (
  pass: (name: keyof Questions, args: readonly unknown[]) => Promise<unknown>,
): Questions =>
  Object.fromEntries(
    QUESTION_NAMES.map((name) => [name, (...args: readonly unknown[]) => pass(name, args)]),
  ) as unknown as Questions;

/** Called with how far loading is; null once it is done. */
export type OnProgress = (progress: LoadProgress | null) => void;
