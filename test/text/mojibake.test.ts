import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { withoutMojibake } from '../../src/text/mojibake.ts';
import { expectLinear } from '../expect-linear.ts';

const misread = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));

describe('UTF-8 that was read as Latin-1 or windows-1251', () => {
  const readAs = (encoding: string, text: string): string => iconv.decode(Buffer.from(text), encoding);

  test('is the text again', () => {
    for (const text of ['L’été à Nice – « enfin »', 'Премьер сказал: «да»', '東京の橋'])
      expect(withoutMojibake(readAs('latin1', text))).toBe(text);
    for (const text of ['Мост открыт', 'Президент заявил – «нет»', 'Міст відкрито', 'Мосты № 5: é'])
      expect(withoutMojibake(new TextDecoder('windows-1251').decode(Buffer.from(text)))).toBe(text);
  });

  test('is never seen in Cyrillic text that is right', () => {
    for (const text of ['Её', 'СССР – «РСФСР»', 'Р»', 'С…', 'РЇ С‚', 'Їжак і ґава', 'Моё № 5', 'С’Љ'])
      expect(withoutMojibake(text)).toBe(text);
  });
});

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

  test('is never seen in a word that ends in an accent, with a mark behind it', () => {
    for (const text of [
      'BEYONCÉ’S TOUR BEGINS',
      'PERÚ’S PRESIDENT',
      'LE CAFÉ…',
      'LA SANTÉ\u00a0: UN DROIT',
      'NON È…',
      'VENTER PÅ…',
      'So viel Spaß…',
      'Strauß’ Oper',
      'and my fiancé…”',
      'c’est l’été\u00a0»',
    ])
      expect(withoutMojibake(text)).toBe(text);
  });

  test('is seen where there is but one letter or mark beyond ASCII', () => {
    for (const text of [
      'KÖLN',
      'Århus',
      'oraș',
      'Škoda',
      'Œuvre',
      'on y va à pied',
      'The end.\u00a0',
      '« Non',
    ])
      expect(withoutMojibake(misread(text))).toBe(text);
  });

  test('of any text with two letters beyond ASCII is that text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        fc.pre(withoutMojibake(text) === text && /[^\0-\x7f].*[^\0-\x7f]/su.test(text));
        expect(withoutMojibake(misread(text))).toBe(text);
      }),
    ));

  test('takes time that grows with the length alone', () =>
    expectLinear((length) => withoutMojibake('Ã©Â€ РњРѕС '.repeat(length))));
});
