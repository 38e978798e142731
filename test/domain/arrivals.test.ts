import { describe, expect, it } from 'vitest';
import { isSurge } from '../../src/domain/arrivals.ts';

describe('a surge', () => {
  it.each([
    [5, 5],
    [8, 8 + 167],
    [12, 12 + 3 * 167],
    [60, 60 + 30 * 167],
  ])('is %d articles in an hour of %d in the week', (hour, week) => {
    expect(isSurge({ hour, week, hours: 168 })).toBe(true);
  });

  it.each([
    [0, 0],
    [4, 4],
    [5, 5 + 167],
    [9, 9 + 3 * 167],
    [50, 50 + 30 * 167],
    [30, 30 + 30 * 167],
  ])('is not %d articles in an hour of %d in the week', (hour, week) => {
    expect(isSurge({ hour, week, hours: 168 })).toBe(false);
  });

  it('is none on the first day, and counts from the hours there are after that', () => {
    expect(isSurge({ hour: 5, week: 5, hours: 1 })).toBe(false);
    expect(isSurge({ hour: 60, week: 90, hours: 23 })).toBe(false);
    expect(isSurge({ hour: 6, week: 6 + 47, hours: 48 })).toBe(true);
    expect(isSurge({ hour: 6, week: 6 + 2 * 47, hours: 48 })).toBe(false);
  });
});
