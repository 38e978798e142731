import { describe, expect, it } from 'vitest';
import { findTimeZone } from '../../src/domain/schedule.ts';

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['america/port_of_spain', 'America/Port_of_Spain'],
    ['utc', 'UTC'],
    ['+02:00', '+02:00'],
    ['london', 'Europe/London'],
    ['New York', 'America/New_York'],
    [' sydney ', 'Australia/Sydney'],
    // Systems know these by older names, which nobody chose.
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['kyiv', 'Europe/Kyiv'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['EST', 'EST'],
  ])('typed as %j is %s', (typed, zone) => {
    expect(findTimeZone(typed)).toBe(zone);
  });

  it.each(['', 'Mars/Olympus', 'here', 'Europe/', '../UTC'])('is not found in %j', (typed) => {
    expect(findTimeZone(typed)).toBeNull();
  });
});
