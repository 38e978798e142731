/**
 * The article side of the house behind one interface: drafts go in, answers come out. It runs in this thread
 * (`openDesk`, for the terminal) or in a worker (`openDeskThread`, for the bot, so that loading, indexing and
 * answering never block the event loop). One contract suite holds both to it.
 */
import type { Answer, AnswerOptions, ArticleRef, SearchPage, SearchSort } from '../domain/answer.ts';
import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { AddOutcome, CorpusProblem } from '../domain/library.ts';
import type { WatchMode } from '../library/watch-corpus.ts';

export interface DeskStatus {
  /** Articles in the store, copies left out. */
  readonly articles: number;
  /** Articles in the index so far; smaller than `articles` while it is being built. */
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
export interface DeskProgress {
  /** Articles in the index, and those known to be there or to come. */
  readonly indexed: number;
  readonly total: number;
  /** Bytes of the corpus files read so far, and to be read. */
  readonly bytesDone: number;
  readonly bytes: number;
}

export interface DeskOptions {
  /** Folders or files of articles; see `src/intake/corpus`. */
  readonly corpus: readonly string[];
  /** Where the store and the snapshot live; null keeps everything in memory. */
  readonly dataDir: string | null;
  /** How the corpus is watched for changes after loading; null reads it once. */
  readonly watch: WatchMode | null;
}

export interface Desk {
  /**
   * Resolves when the corpus has been read through and is indexed; questions may be asked before.
   * @throws what stopped loading.
   */
  loaded(): Promise<void>;
  /** Answers from what is indexed at that moment. `text` is the query language of `src/query`. */
  answer(text: string, options: AnswerOptions): Promise<Answer>;
  /** Articles that match, best (or newest, oldest) first. */
  search(text: string, options: SearchOptions): Promise<SearchPage>;
  /** Articles whose titles begin with or resemble the text, best first. For autocomplete. */
  suggestTitles(text: string, limit: number): Promise<readonly ArticleRef[]>;
  /** The one door in: dedupes, stores, then indexes. Resolves when the articles are stored and answerable. */
  add(drafts: readonly ArticleDraft[], arrival: Arrival): Promise<readonly AddOutcome[]>;
  status(): Promise<DeskStatus>;
  close(): Promise<void>;
}
