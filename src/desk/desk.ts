/**
 * The article side of the house behind one interface: drafts go in, answers come out. It runs in this thread
 * (`openDesk`, for the terminal) or in a worker (`openDeskThread`, for the bot, so that loading, indexing and
 * answering never block the event loop). One contract suite holds both to it.
 */
import type { Answer, AnswerOptions, ArticleRef, SearchPage, SearchSort } from '../domain/answer.ts';
import type { Arrival, ArticleDraft } from '../domain/article.ts';

/** What became of one draft. `seq` is the article's (for `duplicate`, the one it copies). */
export interface AddOutcome {
  readonly key: string;
  readonly outcome: 'added' | 'changed' | 'unchanged' | 'duplicate';
  readonly seq: number;
}

/** One thing that could not be read, told by file (relative to the corpus), line where there is one, and reason. */
export interface CorpusProblem {
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
}

export interface DeskStatus {
  /** Articles in the store, copies left out. */
  readonly articles: number;
  /** Articles in the index so far; smaller than `articles` while it is being built. */
  readonly indexed: number;
  /** Articles still expected (known only roughly while files are being read). */
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

export interface Desk {
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
