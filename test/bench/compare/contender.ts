/** What each system of the benchmark has to offer, so that all of them are asked and measured alike. */

/** A question as every system gets it. */
export interface Asked {
  readonly question: string;
  /** The question's clock, epoch milliseconds. */
  readonly asOfMs: number;
  /** Nothing published after this day (`YYYY-MM-DD`) may be quoted; articles of unknown date may. */
  readonly lastDay: string;
}

export interface Quote {
  readonly articleId: string;
  /** A contiguous piece of the article, at most 600 characters. */
  readonly text: string;
  /** The one sentence in it that answers best; null if the system names none. */
  readonly best: string | null;
}

export interface Reply {
  /** Best first, at most five. */
  readonly quotes: readonly Quote[];
  /** Milliseconds of the search alone, without choosing passages; null if it is not a step of its own. */
  readonly searchMs: number | null;
}

export interface Searcher {
  answer(asked: Asked): Promise<Reply>;
  close(): Promise<void>;
}

export interface Contender {
  /**
   * Makes an index of the articles (see `corpus-file`) from nothing and saves it in the folder. `onSearchable` is
   * called when all of them can be searched; where more than once, the last call counts.
   */
  build(corpus: string, folder: string, onSearchable: () => void): Promise<void>;
  /** Opens what `build` saved. */
  open(corpus: string, folder: string): Promise<Searcher>;
}

export const QUOTES = 5;
export const QUOTE_CHARACTERS = 600;
