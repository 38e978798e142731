import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../random.ts';
import type { EvalArticle } from '../eval-data.ts';
import { fitPowerLaw } from './log-log.ts';
import { resizeCorpus } from './resize-corpus.ts';

const random = randomFrom(5);
const letters = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
/** Few words are frequent and there is no end of rare ones, as in any language. */
const word = (): string => `word${letters(Math.floor(random() ** -1.4))}`;
const paragraph = (): string => `${Array.from({ length: 40 }, word).join(' ')}.`;

const ARTICLES: EvalArticle[] = Array.from({ length: 200 }, (_, at) => ({
  id: `real-${at}`,
  title: `Title ${word()}`,
  url: `https://news.example/${at}`,
  source: 'news.example',
  published: '2024-03-12',
  body: [paragraph(), paragraph(), paragraph()].join('\n\n'),
}));

const wordsOf = (articles: readonly EvalArticle[]): string[] =>
  articles.flatMap(({ title, body }) => `${title} ${body}`.toLowerCase().match(/[a-z0-9]+/g) ?? []);

describe('a corpus of another size', () => {
  it('is a sample where it is smaller, the smaller one a part of the larger', () => {
    const small = resizeCorpus(ARTICLES, 20, randomFrom(1));
    const larger = resizeCorpus(ARTICLES, 60, randomFrom(1));
    expect(small).toHaveLength(20);
    expect(ARTICLES).toEqual(expect.arrayContaining(larger));
    expect(larger.slice(0, 20)).toEqual(small);
  });

  it('holds all articles and made ones where it is larger, every one a text and an id of its own', () => {
    const grown = resizeCorpus(ARTICLES, 500, randomFrom(1));
    expect(grown).toHaveLength(500);
    expect(grown).toEqual(expect.arrayContaining(ARTICLES));
    expect(new Set(grown.map(({ id }) => id)).size).toBe(500);
    expect(new Set(grown.map(({ body }) => body)).size).toBe(500);
  });

  it('gains words by the law its articles follow', () => {
    const points = [25, 50, 100, 200].map((size): [number, number] => {
      const words = wordsOf(resizeCorpus(ARTICLES, size, randomFrom(1)));
      return [words.length, new Set(words).size];
    });
    const { factor, exponent } = fitPowerLaw(points);
    const words = wordsOf(resizeCorpus(ARTICLES, 800, randomFrom(1)));
    const expected = factor * words.length ** exponent;
    expect(new Set(words).size).toBeGreaterThan(expected * 0.9);
    expect(new Set(words).size).toBeLessThan(expected * 1.1);
  });

  it('is the same each time', () => {
    expect(resizeCorpus(ARTICLES, 300, randomFrom(7))).toEqual(resizeCorpus(ARTICLES, 300, randomFrom(7)));
  });
});
