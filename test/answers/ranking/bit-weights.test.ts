import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitWeights } from '../../../src/answers/ranking/bit-weights.ts';

describe('weights of bits', () => {
  it('adds up the weights of exactly the bits that are set, the highest too', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 32 });
    fc.assert(
      fc.property(weights, fc.integer(), (some, mask) => {
        const sum = some.reduce((total, weight, bit) => ((mask >>> bit) & 1 ? total + weight : total), 0);
        expect(bitWeights(some)(mask)).toBe(sum);
      }),
    );
  });

  it('gives bits without a weight none', () => {
    expect(bitWeights([])(-1)).toBe(0);
    expect(bitWeights([3, 5])(0b110)).toBe(5);
  });
});
