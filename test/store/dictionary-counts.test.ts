import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCounts,
  applyChanges,
  decodeFrequencies,
  encodeChanges,
  encodeFrequencies,
} from '../../src/store/dictionary-counts.ts';

const SIZE = 5_000;

/** Changes by term id, small and large, up and down. */
const changes = fc
  .array(
    fc.tuple(
      fc.nat(SIZE - 1),
      fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1e8, max: 1e8 })),
    ),
  )
  .map((pairs) => new Map(pairs));

describe('the numbers of a dictionary', () => {
  it('change by just what a transaction changed', () => {
    fc.assert(
      fc.property(changes, (some) => {
        const before = new Uint32Array(SIZE).fill(2e8);
        const expected = before.map((frequency, id) => frequency + (some.get(id) ?? 0));
        applyChanges(before, encodeChanges(some));
        expect(before).toEqual(expected);
      }),
    );
  });

  it('are the same after a change and its opposite', () => {
    fc.assert(
      fc.property(changes, (some) => {
        const frequencies = new Uint32Array(SIZE).fill(7e8);
        applyChanges(frequencies, encodeChanges(some));
        applyChanges(frequencies, encodeChanges(new Map([...some].map(([id, by]) => [id, -by]))));
        expect(frequencies.every((frequency) => frequency === 7e8)).toBe(true);
      }),
    );
  });

  it('need no bytes where nothing changed', () => {
    expect(encodeChanges(new Map([[3, 0]]))).toHaveLength(0);
  });

  it('come back from their bytes, with room for new terms', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 50 }), fc.nat(80), (some, size) => {
        const decoded = decodeFrequencies(encodeFrequencies(some), size);
        expect(decoded).toHaveLength(Math.max(some.length, size));
        expect(decoded.subarray(0, some.length)).toEqual(some);
        expect(decoded.subarray(some.length).every((frequency) => frequency === 0)).toBe(true);
      }),
    );
  });

  it('forget a language when its last article goes', () => {
    const two = addCounts({ tokens: 10, languages: { en: 1 } }, { tokens: 5, languages: { en: 1, de: 1 } });
    expect(two).toEqual({ tokens: 15, languages: { en: 2, de: 1 } });
    expect(addCounts(two, { tokens: -5, languages: { de: -1 } })).toEqual({
      tokens: 10,
      languages: { en: 2 },
    });
  });
});
