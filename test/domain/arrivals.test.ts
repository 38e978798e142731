import { describe, expect, it } from 'vitest';
import { isSurge } from '../../src/domain/arrivals.ts';

describe('a surge', () => {
  it.each([
    [5, 0],
    [8, 1],
    [12, 3],
    [60, 30],
  ])('is %d articles in an hour where %d are usual', (hour, usual) => {
    expect(isSurge({ hour, usual })).toBe(true);
  });

  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [9, 3],
    [50, 30],
    [30, 30],
  ])('is not %d articles in an hour where %d are usual', (hour, usual) => {
    expect(isSurge({ hour, usual })).toBe(false);
  });
});
