import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createPaint } from '../../src/cli/paint.ts';
import { renderAnswer } from '../../src/cli/render-answer.ts';
import type { Answer, Excerpt, Span } from '../../src/domain/answer.ts';
import { answer as emptyAnswer } from '../discord/articles.ts';

const terminal = (columns: number) =>
  createPaint(Object.assign(new PassThrough(), { columns }) as unknown as NodeJS.WriteStream);

const body =
  'It rained. The council of Harrowgate closed the old bridge on Tuesday, and nobody knew why.\n\nLater came an answer.';
const spanOf = (text: string): Span => ({ start: body.indexOf(text), end: body.indexOf(text) + text.length });

const excerpt: Excerpt = {
  seq: 1,
  articleId: 'a',
  title: 'Old bridge closed',
  source: 'The Example',
  url: 'https://example.org/a',
  published: null,
  start: 11,
  end: body.length,
  text: body.slice(11),
  best: spanOf('The council of Harrowgate closed the old bridge on Tuesday, and nobody knew why.'),
  matches: [spanOf('closed'), spanOf('old'), spanOf('bridge'), spanOf('answer')],
  score: 1,
  language: 'en',
  alsoIn: [{ seq: 2, articleId: 'b', title: 'x', source: 'Other News', url: null, published: null }],
};

const answer: Answer = {
  ...emptyAnswer({ excerpts: [excerpt], confidence: 1, tookMs: 3.1234 }),
  searched: { articles: 1_200, sources: 1, newest: '2024-03-12T09:30:00Z' },
};

describe('an answer on the terminal', () => {
  test('begins with the sentence that answers, names the article and where else it stands, marks the words, and keeps paragraphs apart', () => {
    expect(
      renderAnswer(answer, terminal(80)),
    ).toBe(`1. The council of Harrowgate closed the old bridge on Tuesday, and nobody knew
   why.
   Old bridge closed
   The Example · date unknown · https://example.org/a
   The council of Harrowgate *closed* the *old* *bridge* on Tuesday, and nobody
   knew why.
   Later came an *answer*.
   Also in: Other News

Looked through 1,200 articles from 1 source, the newest of 12 March 2024, in 3.1 ms.
`);
  });

  test('shows a sentence that is all of the excerpt once', () => {
    const text = renderAnswer(
      {
        ...answer,
        excerpts: [
          { ...excerpt, text: 'It broke.', start: 0, end: 9, best: { start: 0, end: 9 }, matches: [] },
        ],
      },
      terminal(80),
    );
    expect(text.match(/It broke/g)).toHaveLength(1);
  });

  test('fits the terminal, and one that does not know its width', () => {
    const lines = (columns: number) => renderAnswer(answer, terminal(columns)).split('\n').slice(0, -4);
    // An address is never broken, so that it can be opened.
    for (const line of lines(40).filter((each) => !each.includes('https://')))
      expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(40);
    expect(lines(0)).toEqual(lines(100));
  });

  test('says how weak it is, what was missing and what may have been meant', () => {
    const text = renderAnswer(
      {
        ...answer,
        verdict: 'none',
        missing: ['Harowgate', 'bridg'],
        corrections: [{ word: 'Harowgate', suggestion: 'Harrowgate' }],
        nearest: [excerpt],
        progress: 0.376,
      },
      terminal(80),
    );
    expect(text).toBe(`Nothing was found that answers this.
No article holds “Harowgate” or “bridg”.
Did you mean “Harrowgate” instead of “Harowgate”?
The nearest titles:
- Old bridge closed
  The Example · date unknown · https://example.org/a

Looked through 1,200 articles from 1 source, the newest of 12 March 2024, in 3.1 ms. Still reading the corpus: 37% so far.
`);
  });

  test('says of keywords, days and filters what was found', () => {
    const first = (fields: Partial<Answer>) => {
      const given: Answer = { ...answer, verdict: 'none', excerpts: [], ...fields };
      return renderAnswer(given, terminal(200)).split('\n')[0];
    };
    const within = { from: '2024-03-20', to: null };
    expect(first({ asked: 'keywords' })).toBe('Nothing was found.');
    expect(first({ asked: 'keywords', verdict: 'weak', unquoted: ['dam', 'Orl'] })).toBe(
      'These come nearest; the first does not hold “dam” or “Orl”.',
    );
    expect(first({ asked: 'keywords', verdict: 'weak', missing: ['dam'] })).toBe('These come nearest.');
    expect(first({ asked: 'filters' })).toBe('No article passes these filters.');
    const searched = { articles: 0, sources: 0, newest: '2024-03-12' };
    const none: Partial<Answer> = { query: { ...answer.query, within }, searched };
    expect(first({ asked: 'filters', ...none })).toBe('No articles from that period.');
    expect(first({ asked: 'keywords', ...none })).toBe('No articles from that period.');
    expect(first({ asked: 'nothing' })).toMatch(/^These words are too general to search for/);
  });
});
