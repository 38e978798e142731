import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSentence, SHORT_EXCERPT, shortenExcerpt } from '../../src/text/shorten-excerpt.ts';
import { excerpt, hostileExcerpt } from '../discord/articles.ts';

const spanOf = (text: string, part: string) => {
  const start = 100 + text.indexOf(part);
  return { start, end: start + part.length };
};
const of = (text: string, best: string, words: readonly string[] = []) =>
  excerpt(text, { best: spanOf(text, best), matches: words.map((word) => spanOf(text, word)) });

const LONG = `The ${'very '.repeat(30)}old wall gave way.`;
const TEXT = `It had rained for a week. The dam broke at noon. ${LONG} People fled to the hills.`;

describe('a shorter excerpt', () => {
  it('is the excerpt itself where that is short', () => {
    const short = of('It rained. The dam broke.', 'The dam broke.');
    expect(shortenExcerpt(short)).toBe(short);
  });

  it('keeps whole sentences around the best one, at most so many characters of them', () => {
    const { text } = shortenExcerpt(of(TEXT, 'The dam broke at noon.'), 60);
    expect(text).toBe('It had rained for a week. The dam broke at noon.');
  });

  it('grows first to where more of the question stands', () => {
    const { text, matches } = shortenExcerpt(of(TEXT, LONG, ['fled', 'week']), LONG.length + 30);
    expect(text).toBe(`${LONG} People fled to the hills.`);
    expect(matches).toEqual([spanOf(TEXT, 'fled')]);
  });

  it('is the best sentence alone where that is longer', () => {
    expect(shortenExcerpt(of(TEXT, LONG), 50).text).toBe(LONG);
  });

  it('stops at a sentence too long to follow, and goes on at the other side', () => {
    const { text } = shortenExcerpt(of(TEXT, 'People fled to the hills.'), 80);
    expect(text).toBe('People fled to the hills.');
  });

  it('goes over paragraphs, and ends no sentence in its middle', () => {
    const wrapped = 'Dr. Moor came.\n\nThe dam broke, said\nMr. Hale.\n\nNobody was hurt in the valley.';
    expect(shortenExcerpt(of(wrapped, 'The dam broke, said\nMr. Hale.'), 140).text).toBe(
      'Dr. Moor came.\n\nThe dam broke, said\nMr. Hale.',
    );
  });

  it('ends no sentence in the middle of a day of another language', () => {
    const german = 'Der Damm brach. Die Arbeiten sollen am 12. März beginnen. Niemand wurde verletzt.';
    const whole = { ...of(german, 'Der Damm brach.'), language: 'de' };
    expect(shortenExcerpt(whole, 45).text).toBe('Der Damm brach.');
    expect(shortenExcerpt(whole, 60).text).toBe('Der Damm brach. Die Arbeiten sollen am 12. März beginnen.');
  });
});

describe('a short excerpt over paragraphs', () => {
  it('holds fewer characters, since each paragraph takes room', () => {
    const list = Array.from({ length: 12 }, (_, n) => `Line ${n} of the list is here.`).join('\n\n');
    const { text } = shortenExcerpt(of(list, 'Line 4 of the list is here.'));
    expect(text.split('\n\n').length).toBeLessThanOrEqual(5);
  });
});

describe('the best sentence', () => {
  it('stands alone, and is the first where none is marked', () => {
    expect(bestSentence(of(TEXT, 'The dam broke at noon.')).text).toBe('The dam broke at noon.');
    const unmarked = { ...excerpt(TEXT), best: { start: 100, end: 100 } };
    expect(bestSentence(unmarked)).toMatchObject({ text: 'It had rained for a week.', start: 100, end: 125 });
  });
});

it('whatever an article holds, both are contiguous pieces of the excerpt that hold its best sentence', () => {
  fc.assert(
    fc.property(hostileExcerpt, fc.integer({ min: 1, max: 600 }), (whole, limit) => {
      const { start, text, best } = whole;
      for (const piece of [bestSentence(whole), shortenExcerpt(whole, limit)]) {
        expect(piece.text).toBe(text.slice(piece.start - start, piece.end - start));
        expect(piece.text.length).toBeGreaterThan(0);
        for (const span of [piece.best, ...piece.matches])
          expect(span.start >= piece.start && span.end <= piece.end).toBe(true);
        if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.slice(best.start - start, best.end - start)))
          expect(piece.start <= best.start && piece.end >= best.end).toBe(true);
      }
      const { text: short, best: core } = shortenExcerpt(whole, limit);
      expect(short.length <= Math.max(limit, core.end - core.start) || short === text).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(SHORT_EXCERPT).toBe(300);
});
