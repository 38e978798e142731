/** Feeds: what a feed document says once it is read, and what is kept about a feed that is polled. Pure data. */

import type { Published } from './article.ts';
import type { InWords } from './in-words.ts';
import type { ReadingProblem } from './reading-problem.ts';

/** The family of the document: RSS 0.9x and 2.0, RSS 0.90 and 1.0 in RDF, Atom 0.3 and 1.0, JSON Feed, CDF. */
export type FeedKind = 'rss' | 'rdf' | 'atom' | 'json' | 'cdf';

/** One entry, every text clean. Null if the feed does not say. */
export interface FeedEntry {
  /** The guid or id, verbatim. Unique within the feed if the feed keeps the rules. */
  readonly id: string | null;
  /** One line of text, without markup. */
  readonly title: string | null;
  /** Absolute http(s) address of the entry's page. */
  readonly url: string | null;
  /** Never later than the moment of reading. */
  readonly published: Published;
  /** Names, joined by commas; an e-mail address only if no name is given. */
  readonly author: string | null;
  /** Who publishes it, if the feed collects from others and names them; null if it is the feed's own. */
  readonly outlet: string | null;
  /**
   * Paragraphs separated by blank lines; empty if the entry has none. In XML the longest of its texts; in JSON the first
   * of `content_html`, `content_text` and `summary` that says something.
   */
  readonly text: string;
  readonly tags: readonly string[];
  /** Absolute http(s) address. */
  readonly imageUrl: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
}

/** A feed document once read. */
export interface ParsedFeed {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** Absolute http(s) address of the site the feed belongs to. */
  readonly siteUrl: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  /** How long the publisher asks to wait between polls (`ttl`, `sy:updatePeriod`), in minutes. */
  readonly ttlMinutes: number | null;
  /** Hours of the day (0–23, UTC) in which the publisher asks not to be polled. */
  readonly skipHours: readonly number[];
  /** What dates of entries name as their zones and is not understood; of such dates only the days are kept. */
  readonly unknownZones: readonly string[];
  /** In the order of the document. */
  readonly entries: readonly FeedEntry[];
}

/**
 * What is done with a feed: `active` ones are polled, `paused` ones wait for an operator, `gone` ones were removed by
 * their publisher (HTTP 410) and are never asked again unless resumed.
 */
export type FeedStatus = 'active' | 'paused' | 'gone';

/** A feed that is kept. Times are epoch milliseconds. */
export interface Feed {
  /** 1, 2, 3 …; never reused. Articles carry it in their origin, `feed:<id>`. */
  readonly id: number;
  /** Where it is polled: as added, or where it has moved permanently. */
  readonly url: string;
  /** As the operator or the feed names it, else its host. One line, never empty. */
  readonly name: string;
  readonly status: FeedStatus;
  /** Whether pages are fetched for entries that hold only a summary; null follows the deployment's setting. */
  readonly fullText: boolean | null;
  readonly addedAtMs: number;
  readonly nextPollMs: number;
  /** Null before the first poll. */
  readonly lastPollMs: number | null;
  /** When it was last read without failure, changed or not; null if it never was. */
  readonly lastSuccessMs: number | null;
  /** Failures since then, in a row. */
  readonly failures: number;
  /** What went wrong last; null when all is well. */
  readonly problem: ReadingProblem | null;
  /** Articles it brought that were not there before. */
  readonly articles: number;
}

/** Something that happened to a feed. */
export type FeedEvent =
  | { readonly kind: 'paused' | 'resumed' | 'recovered' }
  | { readonly kind: 'added'; readonly url: string }
  /** Null follows the deployment's setting. */
  | { readonly kind: 'pages'; readonly fullText: boolean | null }
  /** Permanently; `takenBy` is the feed that is polled there already, or null. */
  | { readonly kind: 'moved'; readonly url: string; readonly takenBy: number | null }
  /** Zones of dates that are not understood: some by name, and how many more. */
  | { readonly kind: 'zones'; readonly zones: readonly string[]; readonly more: number }
  /** `added`: articles that were not there before. */
  | { readonly kind: 'read'; readonly entries: number; readonly changed: number; readonly added: number }
  | { readonly kind: 'failed' | 'retired'; readonly problem: ReadingProblem }
  | InWords;

export interface FeedStep {
  readonly atMs: number;
  readonly event: FeedEvent;
}

/** Where the text of an entry's article came from; `characters` is its length. */
export type EntryOrigin =
  | { readonly kind: 'feed' | 'page'; readonly characters: number }
  | { readonly kind: 'unusable-page'; readonly problem: ReadingProblem }
  /** Another feed had brought the same page. */
  | { readonly kind: 'other-feed' }
  | InWords;

/** A step on an article's way from a feed: how it came, or what happened to the feed since. */
export interface ArticleStep {
  readonly atMs: number;
  readonly feedId: number;
  /** Null if the feed was removed. */
  readonly feedName: string | null;
  readonly came: EntryOrigin | null;
  readonly event: FeedEvent | null;
}
