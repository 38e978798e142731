/** In: what was typed for a time zone. Out: the zones to offer for it. */
import { findTimeZone, foldZoneName, zonesMeant } from '../domain/time-zone.ts';
import { spoken } from '../language/message.ts';
import { currentLanguage } from '../language/speaking.ts';
import type { Suggest } from './command.ts';
import { MAX_CHOICES } from './messages.ts';

/** Offered before anything is typed, behind the server's own. */
const USUAL_ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
];

const hourThere = (timeZone: string, nowMs: number): string =>
  new Intl.DateTimeFormat(currentLanguage().customs, { timeZone, timeStyle: 'short' }).format(nowMs);

/** The zone that was typed, those its abbreviation may mean, and those that hold it, with the hour it is there. */
export const suggestTimeZones: Suggest = async (typed, app, { by }) => {
  const wanted = foldZoneName(typed);
  const last = by.guildId === null ? null : await app.subscriptions.lastTimezone(by.guildId);
  const all = wanted === '' ? USUAL_ZONES : ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const zones = [...(last === null ? [] : [last]), ...all].filter((zone) =>
    foldZoneName(zone).includes(wanted),
  );
  // A name or city that the list knows by another, such as Kyiv.
  const named = findTimeZone(typed);
  return [...new Set([...(named === null ? zonesMeant(typed) : [named]), ...zones])]
    .slice(0, MAX_CHOICES)
    .map((zone) => ({ name: spoken`${zone} (now ${hourThere(zone, app.now())})`, value: zone }));
};
