import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRunMs } from '../../src/digests/next-run.ts';
import type { Schedule } from '../../src/domain/schedule.ts';

const daily = (time: string, timezone: string): Schedule => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { cadence: 'daily', hour, minute, weekday: 0, timezone };
};

const runs = (schedule: Schedule, from: string, count: number): string[] => {
  const moments: string[] = [];
  for (let at = Date.parse(from); moments.length < count; ) {
    at = nextRunMs(schedule, at);
    moments.push(new Date(at).toISOString().slice(0, 16));
  }
  return moments;
};

const localParts = (ms: number, timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hour12: false,
  });
  const [day = '', time = ''] = format.format(ms).split(', ');
  return { day, time: time.replace(/^24/, '00') };
};

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const moments = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2034-01-01') });

describe('a daily digest at 02:30 in Berlin', () => {
  it('comes once, right after the gap, on the day the clocks go forward', () => {
    expect(runs(daily('02:30', 'Europe/Berlin'), '2026-03-28T00:00Z', 3)).toEqual([
      '2026-03-28T01:30',
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ]);
  });

  it('comes at one in Cairo where midnight itself is skipped', () => {
    expect(runs(daily('00:00', 'Africa/Cairo'), '2024-04-24T12:00Z', 3)).toEqual([
      '2024-04-24T22:00',
      '2024-04-25T22:00',
      '2024-04-26T21:00',
    ]);
  });

  it('comes after a gap that goes over midnight, on the day it is due', () => {
    expect(runs(daily('23:48', 'America/Scoresbysund'), '2025-03-29T09:20Z', 2)).toEqual([
      '2025-03-30T01:00',
      '2025-03-31T00:48',
    ]);
  });

  it('comes once, the first time, on the day the clocks go back', () => {
    expect(runs(daily('02:30', 'Europe/Berlin'), '2026-10-24T00:00Z', 3)).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });
});

describe('the next run', () => {
  it('lies after the moment asked for, and nothing lies between', () => {
    const schedules = fc.record({
      cadence: fc.constantFrom('hourly' as const, 'daily' as const, 'weekly' as const),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      weekday: fc.integer({ min: 0, max: 6 }),
      timezone: zones,
    });
    fc.assert(
      fc.property(schedules, moments, fc.double({ min: 0, max: 1, noNaN: true }), (schedule, from, share) => {
        const next = nextRunMs(schedule, from);
        expect(next).toBeGreaterThan(from);
        const between = from + Math.floor((next - from - 1) * share);
        expect(nextRunMs(schedule, between)).toBe(next);
      }),
      { numRuns: 300 },
    );
  });

  it('of a daily digest comes on every local day exactly once, at its time or right after a gap', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(zones, minutes, moments, (timezone, minuteOfDay, from) => {
        const schedule = {
          ...daily('00:00', timezone),
          hour: Math.floor(minuteOfDay / 60),
          minute: minuteOfDay % 60,
        };
        const days = new Set<string>();
        let at = nextRunMs(schedule, from);
        const first = at;
        for (let count = 0; count < 200; count += 1, at = nextRunMs(schedule, at)) {
          const { day, time } = localParts(at, timezone);
          expect(days.has(day), `${timezone} posts twice on ${day}`).toBe(false);
          days.add(day);
          const wanted = `${String(schedule.hour).padStart(2, '0')}:${String(schedule.minute).padStart(2, '0')}`;
          const before = localParts(at - 60_000, timezone);
          const isAfterGap = before.day !== day || before.time < wanted;
          expect(time === wanted || isAfterGap, `${timezone} ${day} ${time}`).toBe(true);
        }
        expect(Math.abs((at - first) / 86_400_000 - 200)).toBeLessThan(0.2);
      }),
      { numRuns: 15 },
    );
  });

  it('of an hourly digest is never further than one hour and a half, whatever the clocks do', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 59 }), moments, (timezone, minute, from) => {
        const next = nextRunMs({ cadence: 'hourly', hour: 0, minute, weekday: 0, timezone }, from);
        expect(next - from).toBeLessThanOrEqual(90 * 60_000);
      }),
      { numRuns: 500 },
    );
  });

  it('of a weekly digest comes seven local days later, on its weekday', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 6 }), moments, (timezone, weekday, from) => {
        const schedule: Schedule = { cadence: 'weekly', hour: 12, minute: 0, weekday, timezone };
        const next = nextRunMs(schedule, from);
        const name = new Intl.DateTimeFormat('en', { timeZone: timezone, weekday: 'short' }).format(next);
        expect(name).toBe(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday]);
        expect(next - from).toBeLessThanOrEqual(8 * 86_400_000);
        expect(Math.abs(nextRunMs(schedule, next) - next - 7 * 86_400_000)).toBeLessThanOrEqual(
          2 * 3_600_000,
        );
      }),
      { numRuns: 300 },
    );
  });
});
