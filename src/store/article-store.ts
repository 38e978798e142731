/**
 * The interface of the store of articles: every article once, in the order of adding, with the copies of each known.
 * `SqlArticleStore` implements it; one contract suite holds every implementation to it.
 */

import type { ArticleRef } from '../domain/answer.ts';
import type { Arrival, Article, ArticleDraft, Published } from '../domain/article.ts';
import type { Audience, HeardBy } from '../domain/audience.ts';
import type { CorpusProblem } from '../domain/corpus-reason.ts';
import type { AddOutcome } from '../domain/intake-report.ts';
import type { NeededArticles, Retention } from '../domain/retention.ts';
import type { TextChange } from '../domain/text-change.ts';
import type { ForwardIndex } from '../search/forward-index.ts';
import type { SearchEngine } from '../search/search-engine.ts';

export interface StoredArticle extends Article {
  /** `seq` of the article this one is a copy of (same text, other key): the lowest of that text. Null if it is no copy. */
  readonly duplicateOf: number | null;
  /**
   * `seq` of the article this one was a copy of until one of both was changed. Whoever was posted that article is not
   * posted this one. Null if it was no copy.
   */
  readonly formerDuplicateOf: number | null;
}

/** Who published an article, when, and when it came. */
export type Outlet = Pick<StoredArticle, 'seq' | 'source' | 'author' | 'published' | 'addedAtMs'>;

/** The present state of an article that was changed. `article` is null if it was removed. */
export interface ArticleChange {
  readonly seq: number;
  /** Larger than that of every earlier change, of any article. */
  readonly revision: number;
  readonly article: (StoredArticle & { readonly heardBy: HeardBy }) | null;
}

export interface SourceCount {
  readonly source: string;
  /** Copies included. */
  readonly articles: number;
  readonly newest: Published;
}

export interface ArticleCounts {
  /** Copies left out. */
  readonly articles: number;
  readonly copies: number;
  /** The largest number handed out so far, 0 before the first: where a new subscription starts. */
  readonly lastSeq: number;
  /** Revision of the latest change, 0 before the first. */
  readonly revision: number;
  /** Articles that cannot be found yet: see `ArticleStore.indexQueued`. */
  readonly queued: number;
}

/**
 * Reading. Removed articles are never returned. Bodies are whole. What is read is of all articles, those that are some
 * servers' own among them, unless `hearing` says who asks.
 */
export interface ArticleReader {
  /**
   * What that audience hears of the articles: nothing else is there, and a copy of something else is no copy. An article is
   * news or not as it was when it came to the audience. Positions and numbers stay those of all.
   */
  hearing(audience: Audience): ArticleReader;
  /** Servers that have articles of their own. */
  serversWithOwn(): Promise<ReadonlySet<string>>;
  get(seq: number): Promise<StoredArticle | null>;
  /** In the order asked for; absent ones are left out. */
  getMany(seqs: readonly number[]): Promise<StoredArticle[]>;
  /** Titles, sources and addresses of these articles, as `getMany` orders them. Reads no text. */
  refs(seqs: readonly number[]): Promise<ArticleRef[]>;
  /** Articles (copies too) at that address, tracking parameters and the like aside; newest added first. */
  findByUrl(url: string): Promise<StoredArticle[]>;
  /** Articles (copies too) with exactly that title, case and white space aside; newest added first, at most 25. */
  findByTitle(title: string): Promise<StoredArticle[]>;
  /** The other articles with the same text, in order of adding: what "also in" names. */
  copiesOf(seq: number): Promise<readonly ArticleRef[]>;
  /** `copiesOf` for several articles; each of them is a key of the map. */
  copiesOfMany(seqs: readonly number[]): Promise<ReadonlyMap<number, readonly ArticleRef[]>>;
  /**
   * By the number of each of these articles: the numbers of all articles that have its text, removed ones included, and
   * its `formerDuplicateOf`; in ascending order.
   */
  numbersOfTexts(seqs: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>>;
  /** Which outlet published each of these articles, and when, and when it came; removed ones included. */
  outletsOf(seqs: readonly number[]): Promise<readonly Outlet[]>;
  /**
   * When the first article of each of these sources came, epoch milliseconds; of a source with articles of lower numbers than
   * `since`, when one of these came. Sources that have none are no keys.
   */
  firstOf(sources: readonly string[], since: number): Promise<ReadonlyMap<string, number>>;
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
   * Articles, the newest publication first, unknown dates last; each text once: the article itself, or its first copy
   * from these sources. `before` (a day or an instant) leaves out articles known to be published then or later. With
   * `sources`, an article's source has to contain one of them; with `excludedSources`, none of them. Case is ignored.
   */
  latest(options: {
    readonly count: number;
    readonly sources?: readonly string[];
    readonly excludedSources?: readonly string[];
    readonly before?: string;
  }): Promise<StoredArticle[]>;
  /**
   * What changed in the texts of articles that are still there, newest first: of sources that contain `source`, ignoring
   * case (null: of all sources), or of the articles `seqs`. A text that was replaced as a whole is not listed.
   */
  textChanges(options: {
    readonly source?: string | null;
    readonly seqs?: readonly number[];
    readonly limit: number;
  }): Promise<TextChange[]>;
  /** Most articles first. An article counts for each source that has a copy of it, once. */
  sources(): Promise<readonly SourceCount[]>;
  counts(): Promise<ArticleCounts>;
  /** Only `lastSeq` and `revision` of the counts. Quick at any size: it is called every second. */
  position(): Promise<Pick<ArticleCounts, 'lastSeq' | 'revision'>>;
  /** `seq` of the first article that was added at that moment or later; `lastSeq` + 1 if there is none. */
  firstSince(ms: number): Promise<number>;
  /** Those of these articles whose arrival was `new`, in the order given. */
  newAmong(seqs: readonly number[]): Promise<readonly number[]>;
  /** Whether articles wait for their words to be read anew after an update: see `ArticleStore.indexQueued`. */
  hasQueued(): Promise<boolean>;
  /**
   * Of the articles added after number `after`, those whose title may have changed after that revision, oldest change
   * first; the title is null if the article is gone or a copy.
   */
  titleChanges(
    revision: number,
    options: { readonly after: number; readonly limit: number },
  ): Promise<{ readonly seq: number; readonly revision: number; readonly title: string | null }[]>;
}

/** Articles with what finds them. */
export interface SearchableArticles extends ArticleReader {
  /** The engine and the words over these articles. */
  openEngine(): { readonly engine: SearchEngine; readonly words: ForwardIndex };
  close(): Promise<void>;
}

/** What became of the articles that an origin no longer has. */
export interface RetainOutcome {
  /** Articles that were removed: no other origin has them. */
  readonly removed: number;
  /** Origins that own an article now which they had not brought first: read them again, for their version of it. */
  readonly newOwners: readonly string[];
}

export interface ArticleStore extends ArticleReader {
  readonly manifest: CorpusManifest;
  /**
   * Adds drafts in one transaction, and says what became of each.
   *
   * - The same key is the same article. A draft of the article's own origin (the one that brought it first) changes it;
   *   another origin's version of it is `unchanged`, and so is a key that the same call has had before.
   * - An article that comes back after it was removed gets its number and arrival back (`added`), found by its key or,
   *   under a new key, by its text.
   * - The lowest `seq` of a text is the original, the others are its copies, until one of both changes; from then on
   *   `formerDuplicateOf` says what it was a copy of.
   * - A draft without id and address that replaces title and text of an article, whose old text another key has now, is
   *   `added`: the article's number goes with its text.
   *
   * With `servers` the articles are these servers' own, and other articles than those that other origins bring under the
   * same keys. What is everyone's by its key is `unchanged`; what becomes so later has everyone's text from then on.
   */
  add(
    drafts: readonly ArticleDraft[],
    arrival: Arrival,
    nowMs: number,
    servers?: readonly string[] | null,
  ): Promise<AddOutcome[]>;
  /** Lets everyone hear, as backfill, what that origin brought for some servers. In short transactions. */
  share(origin: string, nowMs: number): Promise<void>;
  /**
   * Lets another server hear, as backfill, those articles with these keys that the origin brought for some servers. Says
   * how many it did not hear before.
   */
  letHear(origin: string, keys: readonly string[], server: string, nowMs: number): Promise<number>;
  /**
   * Takes its own articles from that server, except those of its corpus folder; those that no other audience has are
   * removed. In short transactions.
   */
  forgetServer(server: string, nowMs: number): Promise<void>;
  /**
   * Removes what that origin brought, except articles with these keys and those that another origin brings too. The
   * first copy of a removed article takes over its number and arrival, so that nothing is posted twice, or never. In
   * short transactions, with a turn of the event loop between them.
   */
  retain(origin: string, keys: ReadonlySet<string>, nowMs: number): Promise<RetainOutcome>;
  /** Removes articles by key, whatever their origin, as `retain` does; says how many there were. */
  remove(keys: readonly string[], nowMs: number): Promise<number>;
  /**
   * Removes the articles that are not to be kept, except those that are needed, as `retain` does; says how many. They do
   * not come back: if they are brought again, by key or text, they are `unchanged`.
   */
  expire(retention: Retention, needed: NeededArticles, nowMs: number): Promise<number>;
  /**
   * Reads the words of at most `limit` articles again that an earlier build read by other rules, the newest first, in one
   * transaction. Says how many; 0 when none is left.
   */
  indexQueued(limit: number): Promise<number>;
  /** While many articles come, pieces of the search index are merged less often: to be ended before `compact`. */
  expectMany(areMany: boolean): Promise<void>;
  /**
   * Merges some of the pieces of the search index that adding leaves behind: an index in one piece is smaller and quicker.
   * `isFirst` begins anew. False when nothing is left to do.
   */
  compact(isFirst: boolean): Promise<boolean>;
  /** Writes the database's log into the database and empties it. While there are always readers, it only grows. */
  trimLog(): Promise<void>;
  close(): Promise<void>;
}

/** A store with what finds its articles. */
export type SearchableStore = ArticleStore & SearchableArticles;

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
  /** Entries of files with distinct paths, a few hundred at most, in place of their old ones. */
  put(files: readonly CorpusFile[]): Promise<void>;
  delete(path: string): Promise<void>;
  /** Epoch milliseconds when that corpus (its root folders, as one string) was last read to its end, or null. */
  lastLoadMs(corpus: string): Promise<number | null>;
  recordLoad(corpus: string, nowMs: number): Promise<void>;
  /**
   * Whether files that are missing in that folder are gone, rather than elsewhere. `isWhole`: it holds every file, no older
   * than it was read; then it counts as the folder that was last read. If one process alone reads, it always does.
   */
  isLastRead(folder: string, isWhole: boolean): Promise<boolean>;
  /** If the articles were lost or restored from an older copy: files last touched before this moment had been read. Else null. */
  restoredMs(): Promise<number | null>;
}
