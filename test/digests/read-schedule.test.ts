import { expect, it } from 'vitest';
import { readSchedule } from '../../src/digests/read-schedule.ts';
import type { Schedule } from '../../src/domain/schedule.ts';

const BEFORE: Schedule = { cadence: 'weekly', hour: 9, minute: 0, weekday: 0, timezone: 'UTC' };
const weekdayOf = (day: string) =>
  readSchedule({ when: 'weekly', time: null, day, timezone: null }, BEFORE).weekday;

it('takes a weekday by its name, or a beginning of it', () => {
  for (const day of ['Friday', ' friday', 'fri', 'Fri.', 'Fridays']) expect(weekdayOf(day), day).toBe(5);
  expect(weekdayOf('Thurs')).toBe(4);
});

it('takes no other word for a weekday', () => {
  for (const day of ['Frigate', 'Monaco', 'sunset', 'Fr', ''.padEnd(3, 's')])
    expect(() => weekdayOf(day), day).toThrow(`Expected a day such as Monday; got “${day}”`);
});
