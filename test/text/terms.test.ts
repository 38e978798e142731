import { describe, expect, it } from 'vitest';
import { termOf, terms } from '../../src/text/terms.ts';

const termsOf = (text: string, language?: string) => terms(text, language).map(({ term }) => term);

describe('terms', () => {
  it('gives the forms of a word one term', () => {
    expect(termOf('militias', 'en')).toBe(termOf('militia', 'en'));
    expect(termOf('Captured', 'en')).toBe(termOf('capture', 'en'));
    expect(termOf('won', 'en')).toBe(termOf('winning', 'en'));
  });

  it.each([
    ['defence', 'defense'],
    ['labour', 'labor'],
    ['organised', 'organized'],
    ['centre', 'center'],
    ['programmes', 'programs'],
    ['cancelled', 'canceled'],
    ['kilometres', 'kilometers'],
  ])('reads the British %s as the American %s', (british, american) => {
    expect(termOf(british, 'en')).toBe(termOf(american, 'en'));
  });

  it('says where each word stands, so that what is marked is what matched', () => {
    const text = 'On “Tyotkino”, they’d said';
    expect(terms(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'On',
      'Tyotkino',
      'they’d',
      'said',
    ]);
  });

  it('leaves accents and the possessive out', () => {
    expect(termsOf('Café Pelé’s')).toEqual(termsOf('cafe Pele'));
    expect(termOf('Łódź', 'pl')).toBe(termOf('lodz', 'pl'));
  });

  it('keeps numbers whole, thousands and decimals included', () => {
    expect(termsOf('1,200 soldiers, 3.5 percent, 2024')).toEqual([
      '1200',
      'soldier',
      '3.5',
      'percent',
      '2024',
    ]);
  });

  it('knows the country from the pronoun by its capitals', () => {
    expect(termsOf('U.S. US USA us')).toEqual(['usa', 'usa', 'usa', 'us']);
  });

  it('parts words at hyphens, so that either half is found', () => {
    expect(termsOf('anti-Kremlin')).toEqual(['anti', 'kremlin']);
  });

  it('looks through invisible characters in a word', () => {
    expect(termsOf('Kur\u200bsk Bel\u00adgorod')).toEqual(termsOf('Kursk Belgorod'));
  });

  it('stems in the language it is told', () => {
    expect(termOf('Wahlen', 'de')).toBe(termOf('Wahl', 'de'));
    expect(termOf('выборы', 'ru')).toBe(termOf('выборов', 'ru'));
  });

  it('cuts Japanese, Chinese and Thai into words', () => {
    expect(termsOf('日本の首相は東京で')).toContain('首相');
    expect(termsOf('我们在北京')).toContain('北京');
    expect(termsOf('ประเทศไทย').length).toBeGreaterThan(0);
  });

  it('reads letters outside the basic plane as words', () => {
    expect(termsOf('𐐀𐐁 x')).toHaveLength(2);
  });

  it('finds nothing in text without words', () => {
    expect(termsOf(' — … 🎉 \u200b ')).toEqual([]);
  });
});
