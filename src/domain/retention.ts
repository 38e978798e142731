/** How long articles are kept, and which stay whatever their age. */

/** What the operator set; at least one of the two is not null. */
export interface Retention {
  /** Articles published more days ago go (those without a date, if they were added before then); null: of any age stay. */
  readonly days: number | null;
  /** How many of the newest stay, copies not counted; null: all. */
  readonly articles: number | null;
}

/** Articles that somebody is still to be posted or shown. */
export interface NeededArticles {
  /** Every article with a larger number. */
  readonly after: number;
  /** These, and all that have the text of one of them. */
  readonly seqs: readonly number[];
}
