/** In: a feed and what it holds. Out: which of its entries are news, and which were there before it was followed. */
import type { Arrival } from '../domain/article.ts';
import type { Feed, FeedEntry, ParsedFeed } from '../domain/feed.ts';

/** Dates of reading or generating, not of publishing: within a second of now, or the same for all of several entries. */
const saysWhen = ({ entries }: ParsedFeed, nowMs: number) => {
  const dates = new Set(entries.map(({ published }) => published));
  const isStamp = entries.length > 1 && dates.size === 1;
  return ({ published }: FeedEntry): number | null => {
    const atMs = published === null || isStamp ? null : Date.parse(published);
    return atMs !== null && atMs < nowMs - 1000 ? atMs : null;
  };
};

/**
 * Until a feed was read once, what it holds is backfill, except what was published after it was added: its first
 * polls may have failed. From then on, all that is new is news.
 */
export const arrivals = (feed: Feed, parsed: ParsedFeed, nowMs: number): ((entry: FeedEntry) => Arrival) => {
  if (feed.lastSuccessMs !== null) return () => 'new';
  const publishedMs = saysWhen(parsed, nowMs);
  return (entry) => ((publishedMs(entry) ?? 0) > feed.addedAtMs ? 'new' : 'backfill');
};
