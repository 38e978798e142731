/** In: what happened to a feed, or how an article came from it. Out: the same in words for anyone. */
import type { ArticleStep, EntryOrigin, FeedEvent, ParsedFeed } from '../domain/feed.ts';

/** Zones named one by one; a feed may make up more. */
const MAX_NAMED = 3;
const MAX_CHARS = 30;

type ZonesEvent = Extract<FeedEvent, { readonly kind: 'zones' }>;

const clipped = (zone: string): string =>
  zone.length > MAX_CHARS ? `${zone.slice(0, MAX_CHARS).toWellFormed()}…` : zone;

/** Null where every zone is understood. */
export const zonesEvent = ({ unknownZones }: Pick<ParsedFeed, 'unknownZones'>): ZonesEvent | null => {
  const zones = unknownZones.slice(0, MAX_NAMED).map(clipped);
  return zones.length === 0 ? null : { kind: 'zones', zones, more: unknownZones.length - zones.length };
};

const describeZones = ({ zones, more }: ZonesEvent): string =>
  `Its dates name ${zones.length + more === 1 ? 'the zone' : 'the zones'} ${zones.map((zone) => `“${zone}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}, not understood: only the days of these dates are kept`;

const describeRead = ({ entries, changed, added }: Extract<FeedEvent, { readonly kind: 'read' }>): string =>
  `${entries === 1 ? '1 entry' : `${entries} entries`}, ${changed} new or changed, ${added} new to the library`;

export const describeFeedEvent = (event: FeedEvent): string => {
  switch (event.kind) {
    case 'added':
      return `Added: ${event.url}`;
    case 'paused':
      return 'Paused';
    case 'resumed':
      return 'Resumed';
    case 'recovered':
      return 'It can be read again';
    case 'pages':
      if (event.fullText === null) return 'Pages: as set for all feeds';
      return `Pages: ${event.fullText ? 'fetched' : 'not fetched'}`;
    case 'moved':
      return event.takenBy === null
        ? `It moved for good to ${event.url}`
        : `It moved to ${event.url}, which is feed ${event.takenBy} already`;
    case 'zones':
      return describeZones(event);
    case 'read':
      return `Read: ${describeRead(event)}`;
    case 'failed':
      return `Polling failed: ${event.message}`;
    case 'retired':
      return `Retired: ${event.message}`;
    case 'told':
      return event.text;
  }
};

/** As part of a sentence. */
export const describeOrigin = (origin: EntryOrigin): string => {
  switch (origin.kind) {
    case 'feed':
      return `its text came in the feed (${origin.characters} characters)`;
    case 'page':
      return `its page was fetched (${origin.characters} characters of article)`;
    case 'unusable-page':
      return `its page could not be used: ${origin.reason}`;
    case 'other-feed':
      return 'another feed had brought the same page';
    case 'told':
      return origin.text;
  }
};

export const describeArticleStep = ({ feedId, feedName, came, event }: ArticleStep): string => {
  const feed = `${feedName ?? 'a removed feed'} (feed ${feedId})`;
  if (came !== null) return `Came from ${feed}; ${describeOrigin(came)}`;
  return event === null ? feed : `${feed}: ${describeFeedEvent(event)}`;
};
