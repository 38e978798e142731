/**
 * An article as it is stored, and the parts of one as they come from outside. Pure data and the rules that need
 * nothing else.
 */

/**
 * When an article was published, as given by its source: an ISO 8601 day (`2024-03-12`) or an instant in UTC
 * (`2024-03-12T09:30:00Z`); null if the source does not say. Strings of both kinds sort by time.
 */
export type Published = string | null;

/** How an article came in: `new` may appear in digests; `backfill` (a first load, an import) never does. */
export type Arrival = 'new' | 'backfill';

/** What any intake (corpus file, feed entry, page) hands to the store. Every text is clean (see `cleanText`). */
export interface ArticleDraft {
  /**
   * Identity, unique in the corpus: the same key means the same article, changed or not. Made by `articleKey`.
   * Two drafts with different keys can still be copies of each other; the store finds those by content.
   */
  readonly key: string;
  /** The id the file or feed gave, verbatim; null if it gave none. */
  readonly givenId: string | null;
  /** One line, never empty. */
  readonly title: string;
  /** Absolute http(s) address, or null. */
  readonly url: string | null;
  /** The outlet: a name or a host name; for a bare text file its file name. Never empty. */
  readonly source: string;
  readonly author: string | null;
  readonly published: Published;
  /** Paragraphs separated by blank lines, verbatim except for control and bidirectional-override characters. Never empty. */
  readonly body: string;
  /** ISO 639-1 code such as `en`, or null if it is not known. */
  readonly language: string | null;
  readonly tags: readonly string[];
  /** Absolute http(s) address of a picture for the card, or null. */
  readonly imageUrl: string | null;
  /** Where it came from: `file:<path relative to the corpus>` or `feed:<feed id>`. */
  readonly origin: string;
}

/** A stored article. */
export interface Article extends ArticleDraft {
  /** Position in the order of adding: 1, 2, 3 …; never reused, never changed. Digest cursors count this. */
  readonly seq: number;
  readonly arrival: Arrival;
  /** Epoch milliseconds of the first adding and of the last change of title, body or metadata. */
  readonly addedAtMs: number;
  readonly changedAtMs: number;
}

/** The day of publication (`YYYY-MM-DD`, UTC), or null. */
export const publishedDay = (published: Published): string | null => published?.slice(0, 10) ?? null;

/** Epoch milliseconds of publication (a bare day counts from its start in UTC), or null. */
export const publishedMs = (published: Published): number | null =>
  published === null ? null : Date.parse(published);
