import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedWords } from '../../src/search/analyse-article.ts';
import { packWords, unpackWords } from '../../src/search/packed-words.ts';
import { FLAG_SHIFT, TERM_BITS } from '../../src/search/token.ts';

/** Small and large numbers alike: each length of a packed number comes up. */
const below = (bits: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: bits }).chain((some) => fc.integer({ min: 0, max: 2 ** some - 1 }));

const token = fc.record({ id: below(24), flags: fc.oneof(below(7), fc.constant(8)) });
const sentence = fc.record({ gap: below(16), length: below(16), words: below(10), flags: below(2) });

const words: fc.Arbitrary<AnalysedWords> = fc
  .record({
    tokens: fc.array(token, { maxLength: 60 }),
    titleLength: below(20),
    sentences: fc.array(sentence, { maxLength: 20 }),
    checksum: below(32),
  })
  .map(({ tokens, titleLength, sentences, checksum }) => {
    let end = 0;
    let first = titleLength;
    const rows = sentences.flatMap(({ gap, length, words: count, flags }) => {
      const start = end + gap;
      end = start + length;
      first += count;
      return [start, end, first, flags];
    });
    return {
      tokens: Uint32Array.from(tokens, ({ id, flags }) => (id | (flags << FLAG_SHIFT)) >>> 0),
      titleLength,
      sentences: Uint32Array.from(rows),
      checksum,
    };
  });

describe('packed words', () => {
  it('come back as they were, with the limit of their ids', () => {
    fc.assert(
      fc.property(words, (some) => {
        const unpacked = unpackWords(
          7,
          packWords(some, (number) => number),
        );
        const idLimit = some.tokens.reduce((limit, one) => Math.max(limit, (one & TERM_BITS) + 1), 0);
        expect(unpacked).toEqual({ ...some, seq: 7, idLimit });
      }),
    );
  });

  it('carry the ids given to the numbers', () => {
    const some = { tokens: Uint32Array.of(3, 5), titleLength: 2, sentences: new Uint32Array(0), checksum: 1 };
    const packed = packWords(some, (number) => number * 100);
    expect([...unpackWords(1, packed).tokens]).toEqual([300, 500]);
  });

  it('take one byte per word where frequent words stand right behind another', () => {
    const usual = Uint32Array.from({ length: 100 }, (_, at) => (at % 60) | (8 << FLAG_SHIFT));
    const some = { tokens: usual, titleLength: 0, sentences: new Uint32Array(0), checksum: 0 };
    expect(packWords(some, (number) => number)).toHaveLength(104);
  });

  it('that end too early are read to an end', () => {
    fc.assert(
      fc.property(words, fc.nat(), (some, at) => {
        const packed = packWords(some, (number) => number);
        const cut = unpackWords(1, packed.subarray(0, Math.max(4, at % (packed.length + 1))));
        expect(cut.tokens.length).toBeLessThanOrEqual(some.tokens.length);
      }),
    );
  });
});
