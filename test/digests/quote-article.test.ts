import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteArticle } from '../../src/digests/quote-article.ts';
import { hostileText } from '../discord/hostile.ts';
import { article } from './article.ts';

const ARTICLES = '../shared/eval/dev/articles.jsonl.gz';

describe('the quotation of a story', () => {
  it('is one or two sentences about what the title says, bylines and notices passed over', () => {
    const body =
      'By Ada Finn, Orl Courier\n\nSign up for our newsletter and get the best of the week in your inbox.\n\nThe Kessel dam was closed on Tuesday. Inspectors had found cracks in its wall, the authority said.\n\nMore follows.';
    expect(quoteArticle(article({ seq: 1, title: 'Kessel dam closed after cracks', body }))?.text).toBe(
      'The Kessel dam was closed on Tuesday. Inspectors had found cracks in its wall, the authority said.',
    );
    const long = body.replace('Inspectors', `Inspectors ${'who came from far away '.repeat(12)}`);
    expect(quoteArticle(article({ seq: 1, title: 'Kessel dam closed after cracks', body: long }))?.text).toBe(
      'The Kessel dam was closed on Tuesday.',
    );
  });

  it('never joins two paragraphs', () => {
    const body =
      'The Kessel dam was closed by the authority on Tuesday.\n\nApples are ripe in the valley of Orl this week.';
    expect(quoteArticle(article({ seq: 1, title: 'Kessel dam closed', body }))?.text).not.toContain('Apples');
  });

  it('is missing where nothing is fit to quote', () => {
    expect(quoteArticle(article({ seq: 1, title: 'Photos', body: 'Ada\n\nBea\n\nCid' }))).toBeNull();
  });

  it('stands in the article word for word, whatever the article holds', () => {
    fc.assert(
      fc.property(hostileText(60), hostileText(10), (body, title) => {
        const one = article({ seq: 1, title, body });
        const quote = quoteArticle(one);
        if (quote !== null) expect(one.body.slice(quote.start, quote.end)).toBe(quote.text);
      }),
    );
  });

  it.skipIf(!existsSync(ARTICLES))(
    'is found for nearly every one of thousands of real articles, exactly',
    () => {
      const lines = gunzipSync(readFileSync(ARTICLES)).toString('utf8').trim().split('\n').slice(0, 1500);
      let missing = 0;
      for (const line of lines) {
        const { title, body, published } = JSON.parse(line) as {
          title: string;
          body: string;
          published: string;
        };
        const quote = quoteArticle(article({ seq: 1, title, body, published }));
        if (quote === null) missing += 1;
        else expect(body.slice(quote.start, quote.end)).toBe(quote.text);
      }
      expect(missing / lines.length).toBeLessThan(0.02);
    },
  );
});
