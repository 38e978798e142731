import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../random.ts';
import type { EvalArticle } from '../eval-data.ts';
import { fitPowerLaw } from './log-log.ts';
import { resizeCorpus } from './resize-corpus.ts';

const random = randomFrom(5);
const letters = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
/** Few words are frequent and there is no end of rare ones, as in any language. */
const zipf = (): string => letters(Math.floor(random() ** -1.4));
/** A quarter are names. */
const word = (): string => (random() < 0.25 ? `Name${zipf()}` : `word${zipf()}`);
const paragraph = (words: number): string => `${Array.from({ length: words }, word).join(' ')}.`;
const DAY_MS = 86_400_000;
const dayAfter = (days: number): string =>
  new Date(Date.UTC(2023, 0, 1) + days * DAY_MS).toISOString().slice(0, 10);

/** Of one to nine paragraphs. */
const ARTICLES: EvalArticle[] = Array.from({ length: 200 }, (_, at) => ({
  id: `real-${at}`,
  title: `Title ${word()} of ${word()}`,
  url: `https://news.example/${at}`,
  source: at % 5 === 0 ? 'paper.example' : 'news.example',
  published: at % 50 === 0 ? null : dayAfter(3 * at),
  body: Array.from({ length: 1 + (at % 9) }, () => paragraph(10 + (at % 40))).join('\n\n'),
}));

const resize = (size: number, seed = 1, articles = ARTICLES): EvalArticle[] => [
  ...resizeCorpus(articles, size, randomFrom(seed)),
];
const made = (size: number): EvalArticle[] => resize(ARTICLES.length + size).slice(ARTICLES.length);

const wordsIn = ({ title, body }: EvalArticle): string[] =>
  `${title} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const wordsOf = (articles: readonly EvalArticle[]): string[] => articles.flatMap(wordsIn);

const countsOf = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

describe('a corpus of another size', () => {
  it('is a sample where it is smaller, the smaller one a part of the larger', () => {
    const small = resize(20);
    const larger = resize(60);
    expect(small).toHaveLength(20);
    expect(ARTICLES).toEqual(expect.arrayContaining(larger));
    expect(larger.slice(0, 20)).toEqual(small);
  });

  it('holds all articles and made ones where it is larger, every one a text, an id and an address of its own', () => {
    const grown = resize(2000);
    expect(grown).toHaveLength(2000);
    expect(grown).toEqual(expect.arrayContaining(ARTICLES));
    for (const property of ['id', 'url', 'body'] as const)
      expect(new Set(grown.map((article) => article[property])).size).toBe(2000);
  });

  it('begins as a smaller one does', () => {
    expect(resize(700).slice(0, 300)).toEqual(resize(300));
  });

  it('is the same each time, and another for another seed', () => {
    expect(resize(300, 7)).toEqual(resize(300, 7));
    expect(resize(300, 8).at(-1)).not.toEqual(resize(300, 7).at(-1));
  });

  it('comes one article at a time, however many are asked for', () => {
    const taken: EvalArticle[] = [];
    for (const article of resizeCorpus(ARTICLES, Number.MAX_SAFE_INTEGER, randomFrom(1))) {
      taken.push(article);
      if (taken.length === 250) break;
    }
    expect(taken).toEqual(resize(250));
  });
});

describe('a made article', () => {
  it.each([400, 800, 3200])('brings new words as the law of its articles says, up to %i articles', (size) => {
    const points = [25, 50, 100, 200].map((smaller): [number, number] => {
      const words = wordsOf(resize(smaller));
      return [words.length, new Set(words).size];
    });
    const { factor, exponent } = fitPowerLaw(points);
    const words = wordsOf(resize(size));
    const expected = factor * words.length ** exponent;
    expect(new Set(words).size).toBeGreaterThan(expected * 0.9);
    expect(new Set(words).size).toBeLessThan(expected * 1.1);
  });

  it('brings new words up again in later articles, some in many', () => {
    const real = new Set(wordsOf(ARTICLES));
    const fresh = made(1500).flatMap((article) =>
      [...new Set(wordsIn(article))].filter((word) => !real.has(word)),
    );
    const counts = [...countsOf(fresh).values()].sort((a, b) => b - a);
    const once = counts.filter((count) => count === 1).length / counts.length;
    expect(once).toBeGreaterThan(0.2);
    expect(once).toBeLessThan(0.9);
    expect(counts[0]).toBeGreaterThan(5 * median(counts));
  });

  it('keeps frequent words as frequent as they are', () => {
    const share = (articles: readonly EvalArticle[], word: string): number =>
      countsOf(wordsOf(articles)).get(word)! / wordsOf(articles).length;
    for (const frequent of ['wordb', 'wordc', 'nameb']) {
      const ratio = share(made(800), frequent) / share(ARTICLES, frequent);
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  it('is about as long as real ones are, and made of paragraphs', () => {
    const lengths = (articles: readonly EvalArticle[]): number[] =>
      articles.map((article) => wordsIn(article).length);
    expect(median(lengths(made(800))) / median(lengths(ARTICLES))).toBeGreaterThan(0.8);
    expect(median(lengths(made(800))) / median(lengths(ARTICLES))).toBeLessThan(1.3);
    for (const { body } of made(100)) for (const part of body.split('\n\n')) expect(part).toMatch(/^\S.*\.$/);
  });

  it('says what no real one says: names are exchanged, with a capital where they had one', () => {
    const paragraphs = new Set(ARTICLES.flatMap(({ body }) => body.split('\n\n')));
    const all = made(300)
      .flatMap(({ body }) => body.split('\n\n'))
      .filter((text) => text.split(' ').length > 25);
    expect(all.filter((text) => paragraphs.has(text)).length / all.length).toBeLessThan(0.4);
    expect(wordsOf(made(300)).join(' ')).toMatch(/name/);
    expect(
      made(300)
        .map(({ body }) => body)
        .join(' '),
    ).not.toMatch(/\bname/);
  });

  it('is of the days of the real ones, and without a date as often', () => {
    const days = made(2000).map(({ published }) => published);
    const undated = days.filter((day) => day === null).length / days.length;
    expect(undated).toBeGreaterThan(0.005);
    expect(undated).toBeLessThan(0.05);
    const dated = days.filter((day) => day !== null).sort();
    expect(dated[0]! >= dayAfter(0) && dated.at(-1)! <= dayAfter(3 * 199)).toBe(true);
    expect(new Set(dated).size).toBeGreaterThan(400);
  });

  it('is of one of many sources, of a few of them often', () => {
    const counts = [...countsOf(made(3000).map(({ source }) => source)).values()].sort((a, b) => b - a);
    expect(counts.length).toBeGreaterThan(500);
    expect(counts[0]).toBeGreaterThan(200);
    expect(median(counts)).toBeLessThan(6);
  });
});

describe('a corpus made of little', () => {
  const lone = (title: string, body: string): EvalArticle => ({
    ...ARTICLES[0]!,
    title,
    body,
    published: null,
  });

  it.each([
    ['one article of a sentence', [lone('Bridge', 'The bridge reopened.')]],
    ['numbers alone', [lone('12', '42.\n\n7.')]],
    ['no word at all', [lone('—', '___\n\n…')]],
    ['another script', [lone('台風', '台風が東京に近づいている。\n\n電車が止まった。')]],
    ['names in capitals', [lone('NATO', 'NATO met. KYIV spoke.'), lone('Kyiv', 'Kyiv met NATO.')]],
  ])('holds no text twice: %s', (_, articles) => {
    const grown = resize(60, 1, articles);
    expect(new Set(grown.map(({ body }) => body)).size).toBe(60);
  });
});
