/** In: when a digest is to come, as people write it. Out: the schedule, or what is wrong with it. */

import { DatelineError } from '../domain/errors.ts';
import { parseQuietHours, type QuietHours } from '../domain/quiet-hours.ts';
import { type Cadence, parseTimeOfDay, type Schedule, WEEKDAYS } from '../domain/schedule.ts';
import { findTimeZone, zonesMeant } from '../domain/time-zone.ts';
import { orText } from '../language/customs.ts';
import { type Message, sentence } from '../language/message.ts';

/** As chosen or typed; null if left out. */
export interface ScheduleWords {
  readonly when: Cadence | null;
  readonly time: string | null;
  /** A weekday's name. */
  readonly day: string | null;
  readonly timezone: string | null;
}

const invalid = (message: Message): DatelineError => new DatelineError('invalid', message);

/** One that was set before stays, whatever it is called. */
const readTimeZone = (typed: string, before: string): string => {
  const zone = typed === before ? before : findTimeZone(typed);
  if (zone !== null) return zone;
  const meant = zonesMeant(typed);
  if (meant.length === 0)
    throw invalid(sentence`Expected a time zone such as Europe/Berlin or America/New_York; got “${typed}”.`);
  throw invalid(
    sentence`Expected a time zone such as Europe/Berlin; got “${typed}”, which does not name one place. Choose ${orText(meant)}, or another city.`,
  );
};

/** By its name or a beginning of it, in the plural too. */
const readWeekday = (typed: string): number => {
  const name = typed.trim().toLowerCase();
  const day = WEEKDAYS.findIndex((weekday) =>
    `${weekday}s`.toLowerCase().startsWith(name.replace(/\.$/, '')),
  );
  if (day === -1 || name.length < 3) throw invalid(sentence`Expected a day such as Monday; got “${typed}”.`);
  return day;
};

const given = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim();

/** Such as `22:00-07:00`, in the zone typed, else as `before`; nothing or `off` for none. Errors: `invalid`. */
export const readQuietHours = (typed: string, zone: string | null, before: string): QuietHours | null => {
  const text = typed.trim().toLowerCase();
  if (text === '' || text === 'off' || text === 'none') return null;
  const hours = parseQuietHours(text, readTimeZone(given(zone) ?? before, before));
  if (hours === null)
    throw invalid(sentence`Expected hours such as 22:00-07:00 or 10pm to 7am, or “off”; got “${typed}”.`);
  return hours;
};

/** Moves quiet hours to another time zone; their clock times stay. Errors: `invalid`. */
export const moveQuietHours = (hours: QuietHours, zone: string): QuietHours => ({
  ...hours,
  timezone: readTimeZone(zone, hours.timezone),
});

/** A day alone means weekly, else daily; what is left out is as before. Errors: `invalid`. */
export const readSchedule = (words: ScheduleWords, before: Schedule): Schedule => {
  const time = given(words.time);
  const day = given(words.day);
  const timezone = given(words.timezone);
  const timeOfDay = time === null ? before : parseTimeOfDay(time);
  if (timeOfDay === null)
    throw invalid(sentence`Expected a time of day such as 09:00, 18:30 or 9pm; got “${time}”.`);
  return {
    cadence: words.when ?? (day === null ? before.cadence : 'weekly'),
    hour: timeOfDay.hour,
    minute: timeOfDay.minute,
    weekday: day === null ? before.weekday : readWeekday(day),
    timezone: timezone === null ? before.timezone : readTimeZone(timezone, before.timezone),
  };
};
