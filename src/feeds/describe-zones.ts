/** In: a feed whose dates name zones that are not understood. Out: what to tell of it. */
import type { ParsedFeed } from '../domain/feed.ts';

/** Named one by one; a feed may make up more. */
const MAX_NAMED = 3;
const MAX_CHARS = 30;

const shown = (zone: string): string =>
  `“${zone.length > MAX_CHARS ? `${zone.slice(0, MAX_CHARS).toWellFormed()}…` : zone}”`;

/** In words for anyone; null where every zone is understood. */
export const describeUnknownZones = ({ unknownZones }: Pick<ParsedFeed, 'unknownZones'>): string | null => {
  if (unknownZones.length === 0) return null;
  const named = unknownZones.slice(0, MAX_NAMED).map(shown);
  const more = unknownZones.length > MAX_NAMED ? ` and ${unknownZones.length - MAX_NAMED} more` : '';
  const zones = unknownZones.length === 1 ? 'the zone' : 'the zones';
  return `Its dates name ${zones} ${named.join(', ')}${more}, not understood: only the days of these dates are kept`;
};
