import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlePages, readableEnd } from '../../../src/discord/cards/article-pages.ts';
import { escapeMarkdown } from '../../../src/discord/markup.ts';
import { expectLinear } from '../../expect-linear.ts';
import { hostileText } from '../hostile.ts';

const words = 'The river rose again in the night. '.repeat(40).trim();
const body = Array.from({ length: 8 }, () => words).join('\n\n');

describe('the pages of an article', () => {
  it('hold all of it, in order, each short enough for a card once escaped', () => {
    const long = fc
      .array(hostileText(400), { minLength: 1, maxLength: 8 })
      .map((texts) => texts.join('\n\n'));
    fc.assert(
      fc.property(long, (text) => {
        const pages = articlePages(text, text.length).map(({ start, end }) => text.slice(start, end));
        expect(pages.join('')).toBe(text);
        for (const page of pages) expect(escapeMarkdown(page).length).toBeLessThanOrEqual(3000);
      }),
      { numRuns: 100 },
    );
  });

  it('end between paragraphs where there are some', () => {
    const [first] = articlePages(body, body.length);
    expect(body.slice(first!.start, first!.end)).toBe(`${words}\n\n${words}\n\n`);
  });

  it('take time that grows with the length of a body alone, though it holds no space', async () => {
    const huge = '*'.repeat(10_000_000);
    expect(articlePages(huge, huge.length).at(-1)?.end).toBe(huge.length);
    await expectLinear((length) => articlePages(huge.slice(0, length * 100), length * 100));
  });
});

describe('READ_LIMIT', () => {
  it('ends reading after about so many characters, at a word', () => {
    expect(body.slice(0, readableEnd(body, 100))).toBe(body.slice(0, 97));
    expect(body[readableEnd(body, 100)]).toBe(' ');
  });

  it('does not end it where it is 0 or the article is shorter', () => {
    expect(readableEnd(body, 0)).toBe(body.length);
    expect(readableEnd('short', 100)).toBe(5);
  });
});
