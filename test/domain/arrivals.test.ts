import { describe, expect, it } from 'vitest';
import { isSurge } from '../../src/domain/arrivals.ts';

describe('a surge', () => {
  it.each([
    [5, 5],
    [8, 8 + 167],
    [12, 12 + 3 * 167],
    [60, 60 + 30 * 167],
  ])('is %d articles in an hour of %d in the week', (hour, week) => {
    expect(isSurge({ hour, week })).toBe(true);
  });

  it.each([
    [0, 0],
    [4, 4],
    [5, 5 + 167],
    [9, 9 + 3 * 167],
    [50, 50 + 30 * 167],
    [30, 30 + 30 * 167],
  ])('is not %d articles in an hour of %d in the week', (hour, week) => {
    expect(isSurge({ hour, week })).toBe(false);
  });
});
