/**
 * What survives of the articles: every article once, in the order of adding, with the copies of each known. The
 * interface that `SqliteArticleStore` implements; one contract suite holds every implementation to it.
 */

import type { ArticleRef } from '../domain/answer.ts';
import type { Arrival, Article, ArticleDraft, Published } from '../domain/article.ts';
import type { AddOutcome, CorpusProblem } from '../domain/intake-report.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import type { TextChange } from '../domain/text-change.ts';

export interface StoredArticle extends Article {
  /** The article this one is a copy of (same text, other key): that one's `seq`, the lowest of that text. */
  readonly duplicateOf: number | null;
  /** The article this one was a copy of until either changed: those who were told of that have heard of this. Else null. */
  readonly toldBy: number | null;
}

/** What became of one article. `article` is null where it was removed. */
export interface ArticleChange {
  readonly seq: number;
  /** Larger than that of every earlier change, of any article. */
  readonly revision: number;
  readonly article: StoredArticle | null;
}

export interface SourceCount {
  readonly source: string;
  /** Articles, copies included: a source told them. */
  readonly articles: number;
  readonly newest: Published;
}

export interface ArticleCounts {
  /** Copies left out. */
  readonly articles: number;
  readonly copies: number;
  /** The largest number handed out so far, 0 before the first: where a new subscription starts. */
  readonly lastSeq: number;
  /** That of the latest change, 0 before the first. */
  readonly revision: number;
  /** Articles that cannot be found yet: see `ArticleStore.indexQueued`. */
  readonly queued: number;
}

/** Reading. Removed articles are never returned. Bodies are whole. */
export interface ArticleReader {
  get(seq: number): Promise<StoredArticle | null>;
  /** In the order asked for; absent ones are left out. */
  getMany(seqs: readonly number[]): Promise<StoredArticle[]>;
  /** The same by name alone, which reads no text. */
  refs(seqs: readonly number[]): Promise<ArticleRef[]>;
  /** Articles (copies too) at that address, tracking parameters and the like aside; newest added first. */
  findByUrl(url: string): Promise<StoredArticle[]>;
  /** Articles (copies too) with exactly that title, case and white space aside; newest added first, at most 25. */
  findByTitle(title: string): Promise<StoredArticle[]>;
  /** The other articles with the same text, in order of adding: what "also in" names. */
  copiesOf(seq: number): Promise<readonly ArticleRef[]>;
  /** The same for several at once; every one of them is a key. */
  copiesOfMany(seqs: readonly number[]): Promise<ReadonlyMap<number, readonly ArticleRef[]>>;
  /** By the number of each of these articles, all that have its text, removed ones too, and what it is told by; in order. */
  numbersOfTexts(seqs: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>;
  /** Which outlet told each of these articles, and when; of those that are removed, too. */
  outletsOf(
    seqs: readonly number[],
  ): Promise<readonly Pick<StoredArticle, 'seq' | 'source' | 'author' | 'published'>[]>;
  /** Articles (copies too) added after that number, in order of adding. For digests: a cursor is a `seq`. */
  after(
    seq: number,
    options: { readonly limit: number; readonly arrival?: Arrival },
  ): Promise<StoredArticle[]>;
  /**
   * What changed after that revision, oldest change first, each article once with its present state. From 0, all
   * articles there are: read in steps until nothing comes.
   */
  changesSince(revision: number, limit: number): Promise<ArticleChange[]>;
  /**
   * Articles, newest publication first, unknown dates last; `before` (a day or an instant) leaves out what is known to
   * be published then or later. `sources` matches where the article's source contains any of them, case aside; empty
   * lets all pass; `excludedSources` where it contains none. Each text once: the article itself, or its first copy from those sources.
   */
  latest(options: {
    readonly count: number;
    readonly sources?: readonly string[];
    readonly excludedSources?: readonly string[];
    readonly before?: string;
  }): Promise<StoredArticle[]>;
  /**
   * What changed in the texts of articles that are there, newest first: of the sources that contain `source`, case aside
   * (null: of all), or of these articles alone. Texts that were written anew are no changes.
   */
  textChanges(options: {
    readonly source?: string | null;
    readonly seqs?: readonly number[];
    readonly limit: number;
  }): Promise<TextChange[]>;
  /** Most articles first. An article counts for each source that has a copy of it, once. */
  sources(): Promise<readonly SourceCount[]>;
  counts(): Promise<ArticleCounts>;
  /** `lastSeq` and `revision` of the counts alone; quick at any size, to be asked every second. */
  position(): Promise<Pick<ArticleCounts, 'lastSeq' | 'revision'>>;
  /** The number of the first article that came at that moment or later; one above the last where none did. */
  firstSince(ms: number): Promise<number>;
  /** Those of the articles that arrived as news, in that order. */
  newAmong(seqs: readonly number[]): Promise<readonly number[]>;
  /** Whether articles wait for their words to be read anew after an update: see `ArticleStore.indexQueued`. */
  hasQueued(): Promise<boolean>;
  /**
   * Of the articles added after number `after`, those whose title may have changed after that revision, oldest change
   * first; the title is null where the article is gone or a copy.
   */
  titleChanges(
    revision: number,
    options: { readonly after: number; readonly limit: number },
  ): Promise<{ readonly seq: number; readonly revision: number; readonly title: string | null }[]>;
}

/** What is left where an origin no longer brings some of its articles. */
export interface RetainOutcome {
  /** Articles that are gone now, since no other origin brings them. */
  readonly removed: number;
  /** Origins that now own an article whose text another origin had brought: read them again. */
  readonly newOwners: readonly string[];
}

export interface ArticleStore extends ArticleReader {
  readonly manifest: CorpusManifest;
  /**
   * Adds, in one transaction, and says of each draft what it was. The same key is the same article: what differs
   * changes it, where it comes from its own origin (the one that brought it first); another origin's version of it
   * is `unchanged`. An article that comes back after it was removed gets its number and arrival back (`added`), by its
   * key or, under a new one, by its text. The lowest `seq` of a text is the original, every other is a copy, until
   * either changes; from then on `toldBy` says what it was a copy of. A draft without id and address that replaces title
   * and text of an article whose text stays under another key is `added`: the article's number goes with its text.
   * Drafts that repeat a key of the same call are `unchanged`.
   */
  add(drafts: readonly ArticleDraft[], arrival: Arrival, nowMs: number): Promise<AddOutcome[]>;
  /**
   * Removes what that origin brought, but for articles with these keys and those that other origins bring too. The
   * first copy of a removed article takes over its number and arrival: nothing is told twice, or never. In
   * short transactions with a turn of the event loop between them.
   */
  retain(origin: string, keys: ReadonlySet<string>, nowMs: number): Promise<RetainOutcome>;
  /** Removes articles by key, wherever they came from, and likewise; says how many there were. */
  remove(keys: readonly string[], nowMs: number): Promise<number>;
  /**
   * Removes the articles that are not to be kept, but for those that are needed, and likewise; says how many. They keep
   * their keys and do not come back: brought again, under their key or with their text, they are `unchanged`.
   */
  expire(retention: Retention, needed: NeededArticles, nowMs: number): Promise<number>;
  /**
   * Reads at most `limit` of the articles whose words an earlier build did not read, the newest first, in one
   * transaction. Says how many; 0 when none is left.
   */
  indexQueued(limit: number): Promise<number>;
  /**
   * Makes a short step towards a search index in one piece, which is smaller and quicker than the many that adding leaves
   * behind. `isFirst` begins anew. False when nothing is left to do.
   */
  compact(isFirst: boolean): Promise<boolean>;
  /** Writes what was logged into the database and empties the log, which grows while somebody reads at every moment. */
  trimLog(): Promise<void>;
  close(): Promise<void>;
}

/** What was read of one corpus file, so that an unchanged file is not read again. */
export interface CorpusFile {
  /** Relative to the corpus, with `/` on every system. */
  readonly path: string;
  readonly size: number;
  /** Last write to its content, and last change of any kind (a file moved here keeps its old time of writing). */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  /** The version of the rules it was read by. */
  readonly reader: number;
  /** Articles it brought. */
  readonly records: number;
  readonly problemCount: number;
  /** The first problems found in it. */
  readonly problems: readonly CorpusProblem[];
}

/** The corpus files as they were when last read. */
export interface CorpusManifest {
  files(): Promise<CorpusFile[]>;
  put(file: CorpusFile): Promise<void>;
  delete(path: string): Promise<void>;
  /** Epoch milliseconds when that corpus (its root folders, as one string) was last read to its end, or null. */
  lastLoadMs(corpus: string): Promise<number | null>;
  recordLoad(corpus: string, nowMs: number): Promise<void>;
  /** Files last touched by then were read before the articles were lost or taken from an older copy; null: they never were. */
  restoredMs(): Promise<number | null>;
}
