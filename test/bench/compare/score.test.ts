import { describe, expect, it } from 'vitest';
import { bestWindow, lowerCase, stem, wordsOf } from './best-window.ts';
import { scoreReplies } from './score.ts';

const ARTICLE = {
  id: 'a',
  title: 'Bridge reopens',
  url: null,
  source: 'news.example',
  published: '2024-03-12',
  body: 'The bridge reopened on Tuesday. It had been closed for repairs.',
};
const OTHER = { ...ARTICLE, id: 'b', title: 'Ferry', body: 'The ferry stopped on Tuesday.' };
const ARTICLES = new Map([ARTICLE, OTHER].map((article) => [article.id, article]));
const QUESTION = {
  id: '1',
  question: 'When did it reopen?',
  asOf: '2024-03-14',
  answers: ['Tuesday', 'on tuesday'],
};

const quote = (articleId: string, text: string, best: string | null = null) => ({ articleId, text, best });
const score = (...quotes: readonly ReturnType<typeof quote>[]) =>
  scoreReplies([QUESTION], [quotes], ARTICLES);

describe('the score of an answer', () => {
  it('counts the first excerpt that holds an answer as whole words', () => {
    expect(
      score(quote('a', 'It had been closed for repairs.'), quote('a', 'The bridge reopened on Tuesday.')),
    ).toMatchObject({
      excerptAt1: 0,
      excerptAt3: 1,
      articleAt1: 1,
    });
    expect(score(quote('a', 'The bridge reopened on Tues'))).toMatchObject({ excerptAt5: 0, articleAt1: 1 });
  });

  it('counts no excerpt that its article does not hold, and none that is too long', () => {
    expect(score(quote('a', 'It reopened on Tuesday.'))).toMatchObject({ excerptAt5: 0, articleAt5: 0 });
    const long = { ...ARTICLE, body: `Tuesday ${'very '.repeat(150)}late` };
    const scored = scoreReplies([QUESTION], [[quote('a', long.body)]], new Map([['a', long]]));
    expect(scored.excerptAt5).toBe(0);
  });

  it('counts the best sentence of the first excerpt alone, where there is one', () => {
    const text = ARTICLE.body;
    expect(score(quote('a', text, 'The bridge reopened on Tuesday.')).sentenceAt1).toBe(1);
    expect(score(quote('a', text, 'It had been closed for repairs.')).sentenceAt1).toBe(0);
    expect(score(quote('a', text)).sentenceAt1).toBeNull();
  });

  it('is zero where nothing was quoted', () => {
    expect(score()).toMatchObject({ excerptAt5: 0, articleAt5: 0 });
  });
});

describe('the window a peer is given', () => {
  const body = `The bridge. ${'Nothing here. '.repeat(60)}The old bridge reopened on Tuesday. ${'Nor here. '.repeat(80)}`;

  it('holds most different words of the question, within 600 characters', () => {
    const window = bestWindow(body, wordsOf('When was the old bridge reopened?', lowerCase), lowerCase);
    expect(window).toContain('The old bridge reopened on Tuesday.');
    expect(window).toHaveLength(600);
  });

  it('finds other forms of a word where the peer stems', () => {
    expect(bestWindow(body, wordsOf('reopening bridges', stem), stem)).toContain('bridge reopened');
  });

  it('is the beginning where no word is found', () => {
    expect(bestWindow(body, wordsOf('ferry', lowerCase), lowerCase)).toBe(body.slice(0, 600));
  });
});
