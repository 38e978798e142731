import { expect, test } from 'vitest';
import { withinTime } from '../../src/text/within-time.ts';

const LONG = 100_000;

test.each<[string, () => unknown]>([
  ['a regular expression', () => /^(a+)+$/.test(`${'a'.repeat(60)}b`)],
  [
    'a loop that catches everything',
    () => {
      for (;;)
        try {
          [].at(0);
        } catch {}
    },
  ],
])('%s that would not end is ended and reported, and what comes next is done', (_, work) => {
  expect(() => withinTime(LONG, work, 100)).toThrow('reading it takes longer than 0.1 s');
  expect(withinTime(LONG, () => 'read', 10_000)).toBe('read');
});

test('what the work throws comes out', () => {
  expect(() =>
    withinTime(LONG, () => {
      throw new RangeError('no');
    }),
  ).toThrow(RangeError);
});
