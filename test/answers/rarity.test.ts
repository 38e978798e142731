import { describe, expect, it } from 'vitest';
import { COMMON_WORDS, LEVELS, levelOfShare, shareOfLevel } from '../../src/answers/ranking/common-words.ts';
import { rarityOf } from '../../src/answers/rarity.ts';
import { DEFAULT_LANGUAGE, termOf } from '../../src/text/terms.ts';
import { countCommonWords } from '../bench/ranking/count-common-words.ts';

const corpus = (articles: number, englishShare = 1) => ({ articles, englishShare });
const COMMON = levelOfShare(0.6);

describe('the rarity of a word', () => {
  it('is that of the news at large if articles are few', () => {
    const small = corpus(3);
    expect(rarityOf(1, 0, small)).toBeGreaterThan(4 * rarityOf(1, COMMON, small));
    expect(rarityOf(0, 0, small)).toBeGreaterThan(rarityOf(3, 0, small));
  });

  it('is that of the corpus if articles are many', () => {
    const large = corpus(1_000_000);
    expect(rarityOf(10_000, COMMON, large)).toBeCloseTo(rarityOf(10_000, 0, large), 1);
  });

  it('is that of the corpus alone if most of it is in other languages', () => {
    const french = corpus(3, 0.4);
    expect(rarityOf(3, COMMON, french)).toBe(rarityOf(3, 0, french));
    expect(rarityOf(3, 0, french)).toBeLessThan(0.2);
  });

  it('is that of the news at large if a few articles are in other languages', () => {
    expect(rarityOf(1, COMMON, corpus(30, 0.9))).toBe(rarityOf(1, COMMON, corpus(30)));
  });

  it('is never below zero, and never grows with the articles that hold the word', () => {
    for (const articles of [0, 1, 5, 400])
      for (let level = 0; level < LEVELS; level++) {
        const rarities = Array.from({ length: articles + 1 }, (_, frequency) =>
          rarityOf(frequency, level, corpus(articles)),
        );
        expect(Math.min(...rarities)).toBeGreaterThanOrEqual(0);
        expect(rarities).toEqual(rarities.toSorted((a, b) => b - a));
      }
  });
});

describe('the table of common words', () => {
  it('keeps shares within a step of what they were', () => {
    for (const share of [0.01, 0.05, 0.3, 0.9, 1])
      expect(shareOfLevel(levelOfShare(share)) / share).toBeCloseTo(1, 0);
    expect(levelOfShare(0)).toBe(0);
  });

  it('knows everyday words by their stems, and no rare ones', () => {
    const level = (word: string) => COMMON_WORDS.get(termOf(word, DEFAULT_LANGUAGE)) ?? 0;
    expect(level('people')).toBeGreaterThan(level('bridges'));
    expect(level('bridges')).toBeGreaterThan(level('zugzwang'));
    expect(level('zugzwang')).toBe(0);
  });

  it('is counted from articles, numbers left out', () => {
    const told = (body: string) => ({ id: '', title: '', url: null, source: '', published: null, body });
    const levels = countCommonWords([
      told('The crane moved 12 boats to Odde.'),
      told('The boats went to Odde.'),
    ]);
    expect(levels[LEVELS - 1]).toBe('boat odd the to');
    expect(levels[levelOfShare(0.5)]).toBe('crane go move');
  });
});
