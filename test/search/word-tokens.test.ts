import { describe, expect, it } from 'vitest';
import { CAPITAL, NUMBER, TERM_BITS } from '../../src/search/token.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import { NO_TOKEN, WordTokens } from '../../src/search/word-tokens.ts';
import { termOf } from '../../src/text/terms.ts';

const open = () => {
  const vocabulary = new Vocabulary();
  const words = new WordTokens(vocabulary);
  const tokenOf = (word: string, language = 'en') =>
    words.tokenOf(`“${word}”`, 1, 1 + word.length, words.languageNumber(language));
  const termAt = (word: string, language = 'en') => vocabulary.term(tokenOf(word, language) & TERM_BITS);
  return { vocabulary, tokenOf, termAt };
};

describe('the tokens of written words', () => {
  it('gives a word its term the first time and every time after', () => {
    const { vocabulary, tokenOf, termAt } = open();
    expect(termAt('Elections')).toBe(termOf('Elections', 'en'));
    expect(tokenOf('Elections')).toBe(tokenOf('Elections'));
    expect(tokenOf('elections')).toBe(vocabulary.find(termOf('election', 'en')));
  });

  it('keeps apart what one spelling means in two languages', () => {
    const { termAt } = open();
    for (const language of ['en', 'de', 'en', 'de'])
      expect(termAt('Wahlen', language)).toBe(termOf('Wahlen', language));
  });

  it('tells capitals and numbers by the spelling', () => {
    const { tokenOf } = open();
    const tells = (word: string) => tokenOf(word) & (CAPITAL | NUMBER);
    expect(['Kyiv', 'Élan', 'river', 'élan', '2024', 'F16', 'F'].map(tells)).toEqual([
      CAPITAL,
      CAPITAL,
      0,
      0,
      NUMBER,
      CAPITAL | NUMBER,
      CAPITAL,
    ]);
  });

  it('says of a word of marks alone that it has no term', () => {
    const { vocabulary, tokenOf } = open();
    expect(tokenOf('\u00ad')).toBe(NO_TOKEN);
    expect(tokenOf('\u00ad')).toBe(NO_TOKEN);
    expect(vocabulary.size).toBe(0);
  });

  it('indexes words of any length under their terms', () => {
    const { termAt } = open();
    for (const length of [63, 64, 5_000, 64, 63])
      expect(termAt('b'.repeat(length))).toBe(termOf('b'.repeat(length), 'en'));
  });

  it('gives the same terms again once it has forgotten words', () => {
    const { vocabulary, tokenOf } = open();
    const first = tokenOf('w0');
    for (let number = 0; number < 300_000; number++) tokenOf(`w${number}`);
    expect(tokenOf('w0')).toBe(first);
    expect(vocabulary.size).toBe(300_000);
  });
});
