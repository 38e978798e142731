import { describe, expect, it } from 'vitest';
import { describeQuietHours, isQuiet, parseQuietHours } from '../../src/domain/quiet-hours.ts';

const read = (text: string) => parseQuietHours(text, 'Europe/Berlin');

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
});
