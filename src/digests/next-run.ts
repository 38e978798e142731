/** In: a subscription's schedule and a moment. Out: the next moment it posts, right across zones and clock changes. */
import { localMomentMs } from '../domain/local-moment.ts';
import type { Schedule } from '../domain/schedule.ts';

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
  const momentOf = (day: Temporal.PlainDate): number =>
    localMomentMs(day, schedule, schedule.timezone, 'first');
  let day = first;
  while (momentOf(day) <= afterMs) day = day.add({ days: apart });
  return momentOf(day);
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
