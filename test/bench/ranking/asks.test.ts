/** What counts as an answer to a question as people type it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../src/domain/answer.ts';
import { plainText } from '../eval-data.ts';
import { type Ask, answeredWithin, answersIn, askedWith, placesHolding, readAsks } from './asks.ts';

const ASK: Ask = {
  id: '1',
  type: 'why',
  question: 'y did the bridge close',
  asOf: '2024-03-14',
  expect: 'answer',
  answers: ['cracks', 'deep cracks', '1,200 holes'],
  articles: [],
  onlyIn: false,
};

const excerpt = (text: string, more: Partial<Excerpt> = {}): Excerpt => ({
  seq: 1,
  articleId: 'a',
  title: 'Bridge closes',
  source: 'Courier',
  url: null,
  published: '2024-03-12',
  start: 0,
  end: text.length,
  text,
  best: { start: 0, end: text.length },
  matches: [],
  score: 1,
  language: 'en',
  alsoIn: [],
  ...more,
});

describe('an answer', () => {
  it('is found as whole words, accents, case and punctuation aside, the longest of those within each other', () => {
    expect(answersIn(ASK, excerpt('It had déep  CRACKS, and 1200 holes.'))).toEqual([
      'deep cracks',
      '1200 holes',
    ]);
    expect(answersIn(ASK, excerpt('It was cracksome.'))).toEqual([]);
  });

  it('counts in the articles, the days and beside the words that are asked for alone', () => {
    const text = 'It had cracks.';
    expect(answersIn({ ...ASK, onlyIn: true, articles: ['b'] }, excerpt(text))).toEqual([]);
    expect(answersIn({ ...ASK, onlyIn: true, articles: ['a'] }, excerpt(text))).toEqual(['cracks']);
    expect(answersIn({ ...ASK, latestAfter: '2024-03-13' }, excerpt(text))).toEqual([]);
    expect(answersIn({ ...ASK, with: 'dam|tunnel' }, excerpt(text))).toEqual([]);
    expect(answersIn({ ...ASK, with: 'dam|bridge' }, excerpt(text))).toEqual(['cracks']);
  });

  it('is right in the first, in three or in five, where several are wanted by how many there are', () => {
    expect(answeredWithin(ASK, [[], ['a']])).toEqual([false, true, true]);
    expect(answeredWithin({ ...ASK, min: 3 }, [['a'], ['a'], ['b'], ['b']])).toEqual([true, true, false]);
  });
});

describe('the articles that may answer', () => {
  const articles = ['It had cracks.', 'The dam had deep cracks.', 'It had cracksome paint.'].map(
    (body, at) => ({
      id: `${at}`,
      title: 'Bridge',
      body,
    }),
  );
  const plain = articles.map(({ title, body }) => plainText(`${title}\n${body}`));

  it('hold an answer anywhere as whole words, beside the words that are asked for, or are known to answer', () => {
    expect(placesHolding(ASK, articles, plain)).toEqual([0, 1]);
    expect(placesHolding({ ...ASK, with: 'dam' }, articles, plain)).toEqual([1]);
    expect(placesHolding({ ...ASK, onlyIn: true, articles: ['2'], with: 'dam' }, articles, plain)).toEqual([
      1, 2,
    ]);
  });
});

describe('a file of questions', () => {
  it('goes on from the question before', () => {
    const asked = askedWith({ ...ASK, question: 'why did she resign', previous: 'who is Ilse Moor' }, 0);
    expect(asked).toMatchObject({ also: [{ kind: 'text', text: 'Ilse Moor' }] });
  });

  it('is there with our own', () => {
    const own = readAsks(join(import.meta.dirname, '..', 'asks.jsonl'));
    expect(own.length).toBeGreaterThan(100);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
  });

  it('is refused with its name and what was expected', () => {
    expect(() => readAsks('/nowhere/asks.jsonl')).toThrow(
      /there is no file .*Expected one of lines such as/s,
    );
    expect(() => readAsks(import.meta.filename)).toThrow(/line 1: expected a question such as/);
  });
});
