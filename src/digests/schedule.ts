/** In: a subscription's schedule and a moment. Out: the next moment it posts, right across zones and clock changes. */
import { Cron } from 'croner';
import type { Schedule } from '../domain/schedule.ts';

const pattern = ({ cadence, hour, minute, weekday }: Schedule): string => {
  if (cadence === 'hourly') return `${minute} * * * *`;
  return cadence === 'daily' ? `${minute} ${hour} * * *` : `${minute} ${hour} * * ${weekday}`;
};

/**
 * Epoch milliseconds of the first moment after `afterMs`, a whole minute of the schedule's own zone. `arrival` is
 * due at once: it returns `afterMs`. A local time that the clocks skip comes right after the gap, one that they
 * repeat comes the first time only. Throws `RangeError` for a zone this system does not know.
 */
export const nextRunMs = (schedule: Schedule, afterMs: number): number => {
  if (schedule.cadence === 'arrival') return afterMs;
  const next = new Cron(pattern(schedule), { timezone: schedule.timezone, paused: true }).nextRun(
    new Date(afterMs),
  );
  if (next === null) throw new RangeError(`No next run for ${JSON.stringify(schedule)}`);
  return next.getTime();
};
