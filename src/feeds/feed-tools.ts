/** What feeds are polled, found and checked with. Handed in, so that tests and the bot use the same code. */

import type { Arrival, ArticleDraft } from '../domain/article.ts';
import type { Feed } from '../domain/feed.ts';
import type { AddOutcome } from '../domain/intake-report.ts';
import type { SafeFetch } from '../intake/fetch/fetch-result.ts';
import type { DocumentParser } from '../intake/parsing/open-parser.ts';
import type { FeedServerStore } from '../store/feed-server-store.ts';
import type { FeedStore } from '../store/feed-store.ts';

/** `Intake.add` of the backend: stores the articles and says what became of each. */
type AddArticles = (
  drafts: readonly ArticleDraft[],
  arrival: Arrival,
  servers?: readonly string[] | null,
) => Promise<readonly AddOutcome[]>;

/** What it takes to keep the list of feeds and to look at them. */
export interface FeedSources {
  readonly store: FeedStore;
  readonly servers: FeedServerStore;
  /** Already one at a time for each host (`fetchPerHost`). */
  readonly fetch: SafeFetch;
  readonly parse: DocumentParser['parse'];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Whether pages are fetched for entries that hold only a summary, if the feed does not say. */
  readonly fullText: boolean;
}

/** What it takes to poll them. */
export interface FeedTools extends FeedSources {
  readonly add: AddArticles;
  /** Lets everyone hear, as backfill, what that origin brought for servers. */
  readonly share: (origin: string) => Promise<void>;
  /** Lets another server hear, as backfill, those articles of the origin. How many it did not hear before. */
  readonly letHear: (origin: string, keys: readonly string[], server: string) => Promise<number>;
  /** Called once for each time a feed starts failing permanently, before anything is done about it. */
  readonly onFailing: (feed: Feed) => void;
}

/** What is asked for when a feed is expected, and when a page is. */
export const FEED_TYPES =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';
export const PAGE_TYPES = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';
