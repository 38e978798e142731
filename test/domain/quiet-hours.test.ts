import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuietHours, isQuiet, parseQuietHours } from '../../src/domain/quiet-hours.ts';

const read = (text: string) => parseQuietHours(text, 'Europe/Berlin');

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Moments at which the clocks of a zone are changed, ten years long. */
const changesOf = (timezone: string): number[] => {
  const changes: number[] = [];
  let at = Temporal.Instant.from('2024-01-01T00:00Z').toZonedDateTimeISO(timezone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.year > 2033) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
};

/** In zones of all kinds: changes of half an hour, of two hours, at midnight, and over it. */
const changes = fc.constantFrom(
  ...Intl.supportedValuesOf('timeZone').flatMap((timezone) =>
    changesOf(timezone).map((changeMs) => ({ timezone, changeMs })),
  ),
);

describe('quiet hours', () => {
  it.each(['22:00-07:00', '22 - 7', '10pm to 7am', '22:00 – 07:00', '10 p.m. until 7 a.m.'])(
    'are read from %j',
    (text) => {
      expect(describeQuietHours(read(text)!)).toBe('22:00–07:00 (Europe/Berlin)');
    },
  );

  it.each(['', 'at night', '22', '22-22', '22-25', '22-7-9'])('are none in %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('go over midnight by the clock of their zone, in summer and winter, and end on the minute', () => {
    const night = read('22:00-07:00')!;
    const at = (iso: string) => isQuiet(night, Date.parse(iso));
    expect([at('2026-01-10T20:59Z'), at('2026-01-10T21:00Z')]).toEqual([false, true]);
    expect([at('2026-07-10T19:59Z'), at('2026-07-10T20:00Z')]).toEqual([false, true]);
    expect([at('2026-01-11T05:59Z'), at('2026-01-11T06:00Z')]).toEqual([true, false]);
    const noon = read('12-13')!;
    expect(isQuiet(noon, Date.parse('2026-01-10T11:30Z'))).toBe(true);
    expect(isQuiet(noon, Date.parse('2026-01-10T12:00Z'))).toBe(false);
  });

  it.each([
    ['02:30-03:30', 'begin in the hour that comes twice', '00:30', '02:30'],
    ['01:30-02:30', 'end in it', '2026-10-24T23:30', '01:30'],
    ['02:15-02:45', 'lie in it', '00:15', '01:45'],
    ['22:00-07:00', 'go over it', '2026-10-24T20:00', '06:00'],
    ['00:30-01:30', 'lie before it', '2026-10-24T22:30', '2026-10-24T23:30'],
    ['03:00-04:00', 'lie behind it', '02:00', '03:00'],
  ])('of %s, which %s, are one stretch the night the clocks go back', (text, _, from, to) => {
    const hours = read(text)!;
    const moment = (time: string): number => Date.parse(`${time.includes('T') ? '' : '2026-10-25T'}${time}Z`);
    const seen: string[] = [];
    for (let at = Date.parse('2026-10-24T18:00Z'); at < Date.parse('2026-10-25T12:00Z'); at += MINUTE_MS)
      if (isQuiet(hours, at) !== isQuiet(hours, at - MINUTE_MS)) seen.push(new Date(at).toISOString());
    expect(seen).toEqual([moment(from), moment(to)].map((at) => new Date(at).toISOString()));
  });

  it('are quiet whenever the clocks say so, and begin and end once each time, however clocks are changed', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const lengths = fc.integer({ min: 1, max: 20 * 60 });
    fc.assert(
      fc.property(changes, minutes, lengths, ({ timezone, changeMs }, fromMinute, length) => {
        const toMinute = (fromMinute + length) % (24 * 60);
        let isNow = isQuiet({ fromMinute, toMinute, timezone }, changeMs - 34 * HOUR_MS);
        let begun = 0;
        for (let at = changeMs - 34 * HOUR_MS; at < changeMs + 34 * HOUR_MS; at += MINUTE_MS) {
          const wasQuiet = isNow;
          isNow = isQuiet({ fromMinute, toMinute, timezone }, at);
          if (isNow && !wasQuiet) begun += 1;
          const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
          const minute = shown.hour * 60 + shown.minute;
          const isByClock =
            fromMinute < toMinute
              ? minute >= fromMinute && minute < toMinute
              : minute >= fromMinute || minute < toMinute;
          if (isByClock) expect(isNow, `${timezone} ${shown}`).toBe(true);
        }
        // Three days, each with its quiet hours, of which a gap may skip one.
        expect(begun, `${timezone} ${new Date(changeMs).toISOString()}`).toBeLessThanOrEqual(3);
      }),
      { numRuns: 20 },
    );
  });
});
