/** In: a day and a time of day in a time zone. Out: the moment, on days too when the clocks are changed. */
import type { TimeOfDay } from './schedule.ts';

/** Of a time that the clocks show twice because they go back. */
export type Occurrence = 'first' | 'last';

const zoned = (
  local: Temporal.PlainDateTime,
  timezone: string,
  occurrence: Occurrence,
): Temporal.ZonedDateTime =>
  local.toZonedDateTime(timezone, { disambiguation: occurrence === 'first' ? 'earlier' : 'later' });

/** When the clocks of the zone show that time on that day; the end of the gap if they skip it. Epoch milliseconds. */
export const localMomentMs = (
  day: Temporal.PlainDate,
  { hour, minute }: TimeOfDay,
  timezone: string,
  occurrence: Occurrence,
): number => {
  const wanted = day.toPlainDateTime({ hour, minute });
  const found = zoned(wanted, timezone, occurrence);
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // A time in a gap is moved out of it: the first before it, the last behind it.
  return zoned(wanted, timezone, 'first').getTimeZoneTransition('next')!.epochMilliseconds;
};

/** Whether the clocks show that time twice. */
export const isRepeated = (at: Temporal.ZonedDateTime): boolean => {
  const shown = at.toPlainDateTime();
  return !zoned(shown, at.timeZoneId, 'first').equals(zoned(shown, at.timeZoneId, 'last'));
};
