/** In: a subscription's schedule and a moment. Out: the next moment it posts, right across zones and clock changes. */
import type { Schedule } from '../domain/schedule.ts';

/** When the clocks of the zone show that time on that day: the first time if they do so twice; after the gap if never. */
const momentOf = (day: Temporal.PlainDate, { hour, minute, timezone }: Schedule): number => {
  const wanted = day.toPlainDateTime({ hour, minute });
  const found = wanted.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  const isSkipped = !found.toPlainDateTime().equals(wanted);
  return (isSkipped ? found.getTimeZoneTransition('next')! : found).epochMilliseconds;
};

const nextHourly = (after: Temporal.ZonedDateTime, minute: number): number => {
  let at = after.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  // One by one: an hour may have fewer minutes, and some zones are changed by half an hour.
  do at = at.add({ minutes: 1 });
  while (at.minute !== minute);
  return at.epochMilliseconds;
};

/** The first of that day, and of every `apart` days from it, whose moment is after `afterMs`. */
const firstAfter = (
  first: Temporal.PlainDate,
  apart: number,
  schedule: Schedule,
  afterMs: number,
): number => {
  let day = first;
  while (momentOf(day, schedule) <= afterMs) day = day.add({ days: apart });
  return momentOf(day, schedule);
};

/**
 * Epoch milliseconds of the first moment after `afterMs`, a whole minute of the schedule's own zone. `arrival` is
 * due at once: it returns `afterMs`. A local time that the clocks skip comes right after the gap, one that they
 * repeat comes the first time only. Throws `RangeError` for a zone this system does not know.
 */
export const nextRunMs = (schedule: Schedule, afterMs: number): number => {
  const { cadence, minute, weekday, timezone } = schedule;
  if (cadence === 'arrival') return afterMs;
  const after = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO(timezone);
  const today = after.toPlainDate();
  switch (cadence) {
    case 'hourly':
      return nextHourly(after, minute);
    case 'daily':
      return firstAfter(today, 1, schedule, afterMs);
    case 'weekly':
      // Sunday is 0 here and 7 there.
      return firstAfter(today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }), 7, schedule, afterMs);
  }
};
