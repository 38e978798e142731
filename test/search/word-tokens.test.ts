import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/search/lexicon.ts';
import { CAPITAL, NUMBER, TERM_BITS } from '../../src/search/token.ts';
import { NO_TOKEN, WordTokens } from '../../src/search/word-tokens.ts';
import { termOf } from '../../src/text/terms.ts';

const open = () => {
  const lexicon = new Lexicon();
  const words = new WordTokens(lexicon);
  const tokenOf = (word: string, language = 'en') =>
    words.tokenOf(`“${word}”`, 1, 1 + word.length, words.languageNumber(language));
  const termAt = (word: string, language = 'en') => lexicon.term(tokenOf(word, language) & TERM_BITS);
  return { lexicon, tokenOf, termAt };
};

describe('the tokens of written words', () => {
  it('gives a word its term the first time and every time after', () => {
    const { lexicon, tokenOf, termAt } = open();
    expect(termAt('Elections')).toBe(termOf('Elections', 'en'));
    expect(tokenOf('Elections')).toBe(tokenOf('Elections'));
    expect(tokenOf('elections')).toBe(lexicon.intern(termOf('election', 'en')));
  });

  it('keeps apart what one spelling means in two languages', () => {
    const { termAt } = open();
    for (const language of ['en', 'de', 'en', 'de'])
      expect(termAt('Wahlen', language)).toBe(termOf('Wahlen', language));
  });

  it('recognises capitals and numbers by the spelling', () => {
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
    const { lexicon, tokenOf } = open();
    expect(tokenOf('\u00ad')).toBe(NO_TOKEN);
    expect(tokenOf('\u00ad')).toBe(NO_TOKEN);
    expect(lexicon.size).toBe(0);
  });

  it('indexes words of any length under their terms', () => {
    const { termAt } = open();
    for (const length of [63, 64, 5_000, 64, 63])
      expect(termAt('b'.repeat(length))).toBe(termOf('b'.repeat(length), 'en'));
  });

  it('gives the same terms again once it has forgotten words', () => {
    const { lexicon, tokenOf } = open();
    const first = tokenOf('w0');
    for (let number = 0; number < 300_000; number++) tokenOf(`w${number}`);
    expect(tokenOf('w0')).toBe(first);
    expect(lexicon.size).toBe(300_000);
  });
});
