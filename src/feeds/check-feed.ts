/** In: an address or a document. Out: what came and what it would bring, step by step. Stores nothing. */

import { DatelineError } from '../domain/errors.ts';
import type { FeedEntry, ParsedFeed } from '../domain/feed.ts';
import { counted, spoken, tell } from '../language/message.ts';
import { describeFeedEvent, describeOrigin, zonesEvent } from './describe-event.ts';
import { isSummary } from './entry-draft.ts';
import type { FeedSources } from './feed-tools.ts';
import { findFeed } from './find-feed.ts';
import { readPage } from './read-page.ts';
import { pollInterval } from './schedule-poll.ts';

export interface FeedCheck {
  /** Whether there is a feed that can be polled. */
  readonly ok: boolean;
  /** What was done and what came of it, in order, in words for anyone. */
  readonly steps: readonly string[];
  /** Where the feed is; null if none was found, or for a file. */
  readonly url: string | null;
  readonly feed: ParsedFeed | null;
}

const count = (entries: readonly FeedEntry[], has: (entry: FeedEntry) => boolean): string =>
  spoken`${entries.filter(has).length} of ${entries.length}`;

/** What a feed holds, in a few lines. */
const describeFeed = (feed: ParsedFeed): string[] => {
  const { kind, title, entries, language } = feed;
  const newest = entries
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1);
  const said = [
    language === null
      ? spoken`It is a feed (${kind}): ${title ?? spoken`without a title`}`
      : spoken`It is a feed (${kind}): ${title ?? spoken`without a title`}, language ${language}`,
    entries.length === 0
      ? spoken`It holds no entries`
      : spoken`It holds ${counted(entries.length, 'entry', 'entries')}`,
  ];
  if (entries.length === 0) return said;
  const zones = zonesEvent(feed);
  const ids = count(entries, ({ id }) => id !== null);
  const links = count(entries, ({ url }) => url !== null);
  const dates = count(entries, ({ published }) => published !== null);
  return [
    ...said,
    newest === undefined
      ? spoken`With an id: ${ids}; with a link: ${links}; with a date: ${dates}`
      : spoken`With an id: ${ids}; with a link: ${links}; with a date: ${dates} (newest ${newest})`,
    spoken`With a full text: ${count(entries, (entry) => !isSummary(entry))}`,
    ...(zones === null ? [] : [describeFeedEvent(zones)]),
  ];
};

const describeInterval = (feed: ParsedFeed, maxAgeMs: number | null): string =>
  spoken`It would be polled every ${counted(Math.round(pollInterval({ ...feed, maxAgeMs }) / 60_000), 'minute')}`;

/** Tries what polling would do. Never rejects for what the address or its server does wrong. */
export const checkFeed = async (address: string, tools: FeedSources): Promise<FeedCheck> => {
  const steps: string[] = [];
  try {
    const { url, parsed, result } = await findFeed(address, { ...tools, onStep: (text) => steps.push(text) });
    steps.push(...describeFeed(parsed), describeInterval(parsed, result.maxAgeMs));
    const sample = parsed.entries.find((entry) => entry.url !== null && isSummary(entry));
    if (sample?.url && tools.fullText) {
      const { note } = await readPage(sample.url, tools);
      steps.push(spoken`A page, ${sample.url}: ${describeOrigin(note)}`);
    }
    return { ok: true, steps, url, feed: parsed };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return { ok: false, steps: [...steps, tell(error.said ?? error.message)], url: null, feed: null };
  }
};

/** Checks a document that was fetched already. */
export const checkDocument = async (
  bytes: Uint8Array,
  { parse, now }: Pick<FeedSources, 'parse' | 'now'>,
): Promise<FeedCheck> => {
  try {
    const feed = await parse('feed', { bytes, contentType: null, address: '', nowMs: now() });
    return { ok: true, steps: describeFeed(feed), url: null, feed };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return { ok: false, steps: [tell(error.said ?? error.message)], url: null, feed: null };
  }
};
