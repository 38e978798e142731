/**
 * What does this article say, word by word? Tokens and sentences of articles, and the dictionary their term ids belong
 * to. Ranking reads these, so that passages are scored without reading or cutting a text again.
 */

/** An article's words. Token bits are described in `token.ts`, the four numbers of a sentence in `sentence-table.ts`. */
export interface ArticleWords {
  readonly seq: number;
  /** The title first, then titles that other outlets give it, then the body. */
  readonly tokens: Uint32Array;
  /** How many of the tokens are the title's. The body begins with the first sentence: see `bodyStart`. */
  readonly titleLength: number;
  /** `SENTENCE_STRIDE` numbers a sentence. */
  readonly sentences: Uint32Array;
  /** Term ids in it are below this. */
  readonly idLimit: number;
  /** `textChecksum` of the text they were read from: shows whether a text is still the same. */
  readonly checksum: number;
}

/** Terms and how many articles hold them, as of one moment. */
export interface Dictionary {
  /** Grows with every change: two dictionaries of one revision are the same. */
  readonly revision: number;
  /** Articles with words, each text once. */
  readonly articles: number;
  /** Words per article, on average; 0 if there is none. */
  readonly averageLength: number;
  /** Languages of the articles, ISO 639-1; those that do not say are left out. */
  readonly languages: readonly string[];
  /** How many articles say that they are in that language. */
  articlesIn(language: string): number;
  /** How many of those that say their language are English, as a share; 1 if none says. */
  readonly englishShare: number;
  /** Term ids are below this. Words read later may hold higher ones. */
  readonly size: number;
  /** How many articles hold the term; 0 for an id it does not know. */
  frequency(id: number): number;
  /** Ids of these terms; unknown terms are no keys. */
  ids(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The terms that begin in one of these ways, with their ids: of each, at most `limit`. */
  startingWith(beginnings: readonly string[], limit: number): Promise<ReadonlyMap<string, number>>;
  /** With the terms of all articles, whoever hears them: for what is never shown. Itself if nothing is left out. */
  readonly whole: Dictionary;
}

export interface ForwardIndex {
  /** As of now: what it counts, and what `words` reads from then on. */
  dictionary(): Promise<Dictionary>;
  /** In the order asked for; articles without words are left out. May be as old as the last dictionary. */
  words(seqs: readonly number[]): Promise<readonly ArticleWords[]>;
}
