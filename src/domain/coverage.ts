/** What several articles make of one event or topic together: every sentence quoted exactly, with its article. */
import type { ArticleRef, Span } from './answer.ts';

/** A sentence of an article: `text === body.slice(start, end)`, always. */
export interface Quotation extends Span {
  readonly article: ArticleRef;
  readonly text: string;
  /** Parts of it that stand out, such as numbers that other articles give otherwise; in order. Offsets into the body. */
  readonly marks: readonly Span[];
}

/** One article among those that tell an event. */
export interface Telling {
  readonly article: ArticleRef;
  /** The telling of another outlet before it whose text it carries; null if there is none. */
  readonly copyOf: { readonly article: ArticleRef; readonly share: number } | null;
}

/** A sentence that several accounts have in common, as one of them puts it. */
export interface Agreement {
  readonly quotation: Quotation;
  /** How many of the independent accounts say it. */
  readonly accounts: number;
}

export interface StoryView {
  /** The article it was asked of. */
  readonly article: ArticleRef;
  /** In the order of telling; at least one. */
  readonly tellings: readonly Telling[];
  readonly outlets: number;
  /** Outlets with a telling that carries no other's text. */
  readonly accounts: number;
  /** Those of most accounts first. Empty if there is one account. */
  readonly agreed: readonly Agreement[];
  /** What one outlet alone has, at most one sentence per account. Empty if there is one account. */
  readonly alone: readonly Quotation[];
}

/** One step of a topic. */
export interface TimelineStep {
  readonly quotation: Quotation;
  /** `YYYY-MM-DD`: when its article was published or, if the sentence was added to it later, when; null if it is not known. */
  readonly day: string | null;
  /** Outlets that tell it. */
  readonly outlets: number;
}

export interface Timeline {
  /** By their days. */
  readonly steps: readonly TimelineStep[];
  /** Articles on the topic that were looked through. */
  readonly articles: number;
  /** The largest number of an article there was: where a later look goes on. */
  readonly through: number;
}

/** One fact, as each source puts it that has it. */
export type ComparedFact = readonly Quotation[];

export interface Comparison {
  /** The articles compared, one per source, in the order of telling; at most one if nothing could be compared. */
  readonly articles: readonly ArticleRef[];
  /** In the order of the first article that has them. */
  readonly facts: readonly ComparedFact[];
  /** If the sources have no sentence in common: how each of them begins. */
  readonly openings: readonly Quotation[];
}

/** A piece of a quote beside what the article has: `kept` stands in both. */
export interface QuoteDifference {
  readonly kind: 'kept' | 'quote' | 'article';
  readonly text: string;
}

export type QuoteCheck =
  | {
      /** `cut`: except what the quote leaves out at its dots. */
      readonly kind: 'verbatim' | 'cut';
      readonly quote: string;
      readonly found: Quotation;
      readonly alsoIn: readonly ArticleRef[];
    }
  | { readonly kind: 'title'; readonly quote: string; readonly article: ArticleRef }
  | {
      readonly kind: 'altered';
      readonly quote: string;
      readonly found: Quotation;
      readonly differences: readonly QuoteDifference[];
    }
  | { readonly kind: 'absent'; readonly quote: string };
