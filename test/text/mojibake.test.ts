import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMojibake } from '../../src/text/mojibake.ts';
import { expectLinear } from '../expect-linear.ts';

const misread = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));

describe('UTF-8 that was read as windows-1252', () => {
  test('is the text again, once or twice misread', () => {
    for (const text of [
      'Don’t – “it’s” …',
      'Die Straße in München',
      'Премьер сказал',
      '東京の橋',
      'été 🚢',
    ]) {
      expect(withoutMojibake(misread(text))).toBe(text);
      expect(withoutMojibake(misread(misread(text)))).toBe(text);
    }
  });

  test('is mended line by line', () =>
    expect(withoutMojibake(`Été – 1 €\n${misread('Été')}\n→ ${misread('é')}`)).toBe(
      `Été – 1 €\nÉté\n→ ${misread('é')}`,
    ));

  test('is never seen in text that is right', () => {
    for (const text of ['“AMANHÔ', 'NÃO É', 'Straße, Ärger, œuvre – 5 €', 'ÂME', 'São Paulo', 'naïve café'])
      expect(withoutMojibake(text)).toBe(text);
  });

  test('of any text is that text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        fc.pre(withoutMojibake(text) === text && /[^\0-\x7f]/.test(text));
        expect(withoutMojibake(misread(text))).toBe(text);
      }),
    ));

  test('takes time that grows with the length alone', () =>
    expectLinear((length) => withoutMojibake('Ã©Â€ '.repeat(length))));
});
