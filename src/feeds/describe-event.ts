/** In: what happened to a feed, or how an article came from it. Out: the same in words for anyone. */

import type { ArticleStep, EntryOrigin, FeedEvent, ParsedFeed } from '../domain/feed.ts';
import { describeProblem } from '../domain/reading-problem.ts';
import { counted, spoken, whether } from '../language/message.ts';

/** Zones named one by one; a feed may make up more. */
const MAX_NAMED = 3;
const MAX_CHARS = 30;

type ZonesEvent = Extract<FeedEvent, { readonly kind: 'zones' }>;

const clipped = (zone: string): string =>
  zone.length > MAX_CHARS ? `${zone.slice(0, MAX_CHARS).toWellFormed()}…` : zone;

/** Null if every zone is understood. */
export const zonesEvent = ({ unknownZones }: Pick<ParsedFeed, 'unknownZones'>): ZonesEvent | null => {
  const zones = unknownZones.slice(0, MAX_NAMED).map(clipped);
  return zones.length === 0 ? null : { kind: 'zones', zones, more: unknownZones.length - zones.length };
};

const describeZones = ({ zones, more }: ZonesEvent): string => {
  const named = zones.map((zone) => `“${zone}”`).join(', ');
  return more > 0
    ? spoken`Its dates name the zones ${named} and ${more} more, not understood: only the days of these dates are kept`
    : spoken`Its dates name ${whether(zones.length, 'the zone', 'the zones')} ${named}, not understood: only the days of these dates are kept`;
};

export const describeFeedEvent = (event: FeedEvent): string => {
  switch (event.kind) {
    case 'added':
      return spoken`Added: ${event.url}`;
    case 'paused':
      return spoken`Paused`;
    case 'resumed':
      return spoken`Resumed`;
    case 'recovered':
      return spoken`It can be read again`;
    case 'pages':
      if (event.fullText === null) return spoken`Pages: as set for all feeds`;
      return event.fullText ? spoken`Pages: fetched` : spoken`Pages: not fetched`;
    case 'moved':
      return event.takenBy === null
        ? spoken`It moved permanently to ${event.url}`
        : spoken`It moved to ${event.url}, which is feed ${String(event.takenBy)} already`;
    case 'zones':
      return describeZones(event);
    case 'read':
      return spoken`Read: ${counted(event.entries, 'entry', 'entries')}, ${event.changed} new or changed, ${event.added} new to the archive`;
    case 'failed':
      return spoken`Polling failed: ${describeProblem(event.problem)}`;
    case 'retired':
      return spoken`Retired: ${describeProblem(event.problem)}`;
    case 'told':
      return event.text;
  }
};

/** As part of a sentence. */
export const describeOrigin = (origin: EntryOrigin): string => {
  switch (origin.kind) {
    case 'feed':
      return spoken`its text came in the feed (${counted(origin.characters, 'character')})`;
    case 'page':
      return spoken`its page was fetched (${counted(origin.characters, 'character')} of article)`;
    case 'unusable-page':
      return spoken`its page could not be used: ${describeProblem(origin.problem)}`;
    case 'other-feed':
      return spoken`another feed had brought the same page`;
    case 'told':
      return origin.text;
  }
};

export const describeArticleStep = ({ feedId, feedName, came, event }: ArticleStep): string => {
  const feed =
    feedName === null
      ? spoken`a removed feed (feed ${String(feedId)})`
      : spoken`${feedName} (feed ${String(feedId)})`;
  if (came !== null) return spoken`Came from ${feed}; ${describeOrigin(came)}`;
  return event === null ? feed : `${feed}: ${describeFeedEvent(event)}`;
};
