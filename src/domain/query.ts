/**
 * A question or topic after reading: what must, may and must not appear, and the filters. The one query language of
 * `/ask`, `/search`, subscriptions and the terminal.
 */

/** A span of days, both ends included, `YYYY-MM-DD` in UTC; null if that side is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * What is wanted of the words: a `fact` by default, what is new (`latest`), whether something holds
 * (`yesno`) or still does (`still`), what became different (`change`), the whole in short (`summary`) or in its order of
 * days (`timeline`), two things side by side (`compare`), words of someone (`quote`), what someone wants (`aim`), a cause (`reason`), a way (`manner`),
 * several names (`list`), what people think (`opinion`). `talk` asks nothing; an `errand` asks for something other than news.
 */
export type IntentKind =
  | 'fact'
  | 'latest'
  | 'yesno'
  | 'still'
  | 'change'
  | 'summary'
  | 'timeline'
  | 'compare'
  | 'quote'
  | 'aim'
  | 'reason'
  | 'manner'
  | 'list'
  | 'opinion'
  | 'talk'
  | 'errand';

export interface Intent {
  readonly kind: IntentKind;
  /** Whether the newest of the relevant articles come first. */
  readonly newest: boolean;
  /** Whose words are asked for, as typed. */
  readonly speaker: string | null;
}

/** What an article has to hold, as `OR`, parentheses, `title:` and a minus put it together. */
export type Clause =
  /** Each of these words, in any form. */
  | { readonly kind: 'words'; readonly text: string }
  /** Literally, as the phrases of a query; within `not` in any form, as what a query leaves out. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** That in the title. */
  | { readonly kind: 'title'; readonly of: Clause }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Clause[] }
  | { readonly kind: 'not'; readonly of: Clause };

/** A clause of a query, and how it was typed. */
export interface Group {
  readonly text: string;
  readonly clause: Clause;
}

export type FilterName = 'source' | '-source' | 'author' | '-author' | 'after' | 'before';

/** A piece of a query that was read from a text, or stands beside it: a filter chosen in an option, words of the question before. */
export type QueryPiece =
  /** As typed. */
  | { readonly kind: 'text' | 'phrase' | 'excluded'; readonly text: string }
  /** A day may be "last week": it is read by the clock of the query. */
  | { readonly kind: 'filter'; readonly name: FilterName; readonly value: string }
  | ({ readonly kind: 'group' } & Group);

export interface Query {
  /** What was typed, trimmed. */
  readonly text: string;
  /**
   * The words to search for, as typed, in order, without operators, filters and excluded words. Empty if only news of
   * some days or sources, or any news, is asked for: then all articles that pass the filters are found, newest first.
   */
  readonly words: string;
  /** The words outside of groups: an article about the topic holds each of them. */
  readonly ungrouped: string;
  readonly intent: Intent;
  /** The words, in plain English and without those that only say the intent: what answers are searched by. */
  readonly sought: string;
  /** "Quoted phrases": each must appear literally (case, accents and white space aside). */
  readonly phrases: readonly string[];
  /** Words after a minus: no article that holds one may be shown. */
  readonly excluded: readonly string[];
  /** What else each article has to hold: `(Kyiv OR Odesa)`, `title:dam`, `-(snow rain)`. */
  readonly groups: readonly Group[];
  /** `source:` filters, lower-cased; an article passes if its source contains any of them. Empty: all pass. */
  readonly sources: readonly string[];
  /** `-source:`, lower-cased; an article passes if its source contains none of them. */
  readonly excludedSources: readonly string[];
  /** `author:` and `-author:`, as `foldName` gives them. An unknown author passes only if none is asked for. */
  readonly authors: readonly string[];
  readonly excludedAuthors: readonly string[];
  /**
   * Set by `after:` and `before:`, and by a time in plain words if nothing else is asked ("what happened yesterday"):
   * articles published outside, or on an unknown date, are left out.
   */
  readonly within: DayRange | null;
  /** Named in natural words ("last week", "in March 2024"): articles inside are favoured, none is left out. */
  readonly about: DayRange | null;
  /** Times that favour and count from the clock, in plain English ("last week"): they are not among the words. */
  readonly relativeTimes: string;
  /**
   * If a time in plain words became a filter: the same as words that texts may hold ("March 12"; empty if it counts
   * from the clock), and the filter and favour without it. Else null.
   */
  readonly named: {
    readonly words: string;
    readonly within: DayRange | null;
    readonly about: DayRange | null;
  } | null;
}

/** Whether a source, lower-cased, is one of those asked for and none of those left out. */
export const passesSource = (
  source: string,
  { sources, excludedSources }: Pick<Query, 'sources' | 'excludedSources'>,
): boolean => {
  const isNamed = (part: string): boolean => source.includes(part);
  return (sources.length === 0 || sources.some(isNamed)) && !excludedSources.some(isNamed);
};

/** A person's name without case and accents. */
export const foldName = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether an author, folded, is one of those asked for and none of those left out. */
export const passesAuthor = (
  author: string | null,
  { authors, excludedAuthors }: Pick<Query, 'authors' | 'excludedAuthors'>,
): boolean => {
  const isNamed = (part: string): boolean => author?.includes(part) === true;
  return (authors.length === 0 || authors.some(isNamed)) && !excludedAuthors.some(isNamed);
};

/**
 * The first reason why a publication does not match a stored query: it is gone; its outlet, author or day is not asked for;
 * or one of the query's words, as typed, does not fit.
 */
export type Mismatch =
  | { readonly kind: 'gone' | 'days' }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'author'; readonly author: string | null }
  | { readonly kind: 'word' | 'phrase' | 'excluded' | 'group'; readonly text: string };
