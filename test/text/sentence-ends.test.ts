import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceEnds } from '../../src/text/sentence-ends.ts';

const byUnicode = (text: string, language: string): number[] =>
  Array.from(
    new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text),
    ({ segment, index }) => index + segment.length,
  );

describe('sentenceEnds', () => {
  it.each([
    'One left. Two stayed! Did three? “Four did.” ‘Five.’ (Six.) Seven',
    'The U.S. sent 3.5 tons... and more… Then it was 2019. 5 men left.',
    'Wait?! No. – Yes. "He said: go." She did.  Twice.   ',
    'In Wien. Über alles. été. Été. Nr. 5 B. C.D. e.g. This',
    '. . .. ?"?" ."( a',
  ])('ends sentences where Unicode does: %s', (text) => {
    for (const language of ['en', 'de', 'fr', 'el'])
      expect(sentenceEnds(text, language)).toEqual(byUnicode(text, language));
  });

  it('ends sentences of any characters where Unicode does', () => {
    const character = fc.constantFrom(...' .!?"\'()[]{}‘’“”,;:–—-…aAéÉßÿÀ1%$~.. aB\u00a0。я');
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 20 }), (text) => {
        expect(sentenceEnds(text, 'en')).toEqual(byUnicode(text, 'en'));
      }),
      { numRuns: 3_000, seed: 1 },
    );
  });
});
