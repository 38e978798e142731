/** In: a subscription's schedule and a moment. Out: the next moment it posts, right across zones and clock changes. */
import { Cron } from 'croner';
import type { Schedule } from '../domain/schedule.ts';

/** For cron; null for what follows no clock. */
const pattern = ({ cadence, hour, minute, weekday }: Schedule): string | null => {
  switch (cadence) {
    case 'arrival':
      return null;
    case 'hourly':
      return `${minute} * * * *`;
    case 'daily':
      return `${minute} ${hour} * * *`;
    case 'weekly':
      return `${minute} ${hour} * * ${weekday}`;
  }
};

/**
 * Epoch milliseconds of the first moment after `afterMs`, a whole minute of the schedule's own zone. `arrival` is
 * due at once: it returns `afterMs`. A local time that the clocks skip comes right after the gap, one that they
 * repeat comes the first time only. Throws `RangeError` for a zone this system does not know.
 */
export const nextRunMs = (schedule: Schedule, afterMs: number): number => {
  const cron = pattern(schedule);
  if (cron === null) return afterMs;
  const next = new Cron(cron, { timezone: schedule.timezone, paused: true }).nextRun(new Date(afterMs));
  if (next === null) throw new RangeError(`No next run for ${JSON.stringify(schedule)}`);
  return next.getTime();
};
