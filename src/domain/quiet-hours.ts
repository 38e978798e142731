/** The hours of a day in which nothing is to be posted: how people write them, and whether a moment is one of them. */
import { isRepeated, localMomentMs } from './local-moment.ts';
import { formatTimeOfDay, parseTimeOfDay, type TimeOfDay } from './schedule.ts';

export interface QuietHours {
  /** Minutes of the local day, 0 to 1439; over midnight if the end is before the start. The end is no longer quiet. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** IANA time zone. */
  readonly timezone: string;
}

const minuteOf = ({ hour, minute }: TimeOfDay): number => hour * 60 + minute;

/** Reads `22:00-07:00`, `22 to 7` or `10pm – 6:30am`; null if it is not a range of times, or no time lies between. */
export const parseQuietHours = (text: string, timezone: string): QuietHours | null => {
  const [from, to, ...others] = text.split(/\s*(?:-|–|—|\bto\b|\buntil\b)\s*/i).map(parseTimeOfDay);
  if (!from || !to || others.length > 0) return null;
  const hours = { fromMinute: minuteOf(from), toMinute: minuteOf(to), timezone };
  return hours.fromMinute === hours.toMinute ? null : hours;
};

const clockAt = (minute: number): string => formatTimeOfDay(timeOf(minute));

/** `22:00–07:00 (Europe/Berlin)`. */
export const describeQuietHours = (hours: QuietHours): string => `${hoursText(hours)} (${hours.timezone})`;

/** Without the zone, as they may be typed. */
export const hoursText = ({ fromMinute, toMinute }: QuietHours): string =>
  `${clockAt(fromMinute)}–${clockAt(toMinute)}`;

/** During quiet hours, how often to check whether they are over. */
export const QUIET_AGAIN_MS = 60_000;

const timeOf = (minute: number): TimeOfDay => ({ hour: Math.floor(minute / 60), minute: minute % 60 });

/** By what the clocks of the zone show. */
const isQuietAt = ({ fromMinute, toMinute }: QuietHours, minute: number): boolean =>
  fromMinute < toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;

/** Whether the quiet hours that begin on that day last at that moment. */
const isBetween = (
  { fromMinute, toMinute, timezone }: QuietHours,
  day: Temporal.PlainDate,
  atMs: number,
): boolean => {
  const lastDay = fromMinute < toMinute ? day : day.add({ days: 1 });
  return (
    localMomentMs(day, timeOf(fromMinute), timezone, 'first') <= atMs &&
    atMs < localMomentMs(lastDay, timeOf(toMinute), timezone, 'last')
  );
};

/** When the clocks go back, quiet hours last from the first time they show the start to the last time they show the end. */
export const isQuiet = (hours: QuietHours, atMs: number): boolean => {
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(hours.timezone);
  if (isQuietAt(hours, minuteOf(at))) return true;
  return isRepeated(at) && [-1, 0, 1].some((days) => isBetween(hours, at.toPlainDate().add({ days }), atMs));
};
