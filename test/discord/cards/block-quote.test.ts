import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteExcerpt, quoteLarge } from '../../../src/discord/cards/block-quote.ts';
import { excerpt, hostileExcerpt } from '../articles.ts';
import { plainText, quotedText, readMarkdown } from '../read-markdown.ts';

const marked = (text: string, best: string, words: readonly string[]) => {
  const span = (part: string) => {
    const start = 100 + text.indexOf(part);
    return { start, end: start + part.length };
  };
  return quoteExcerpt(excerpt(text, { best: span(best), matches: words.map(span) })).markdown;
};

describe('a quotation', () => {
  it('makes the best sentence bold and underlines the words of the question', () => {
    expect(
      marked('It rained. The dam broke at noon. People fled.', 'The dam broke at noon.', ['dam', 'fled']),
    ).toBe('> It rained. **The __dam__ broke at noon.** People __fled__.');
  });

  it('marks each paragraph for itself', () => {
    expect(marked('One dam.\n\nTwo dams.', 'One dam.\n\nTwo dams.', [])).toBe(
      '> **One dam.**\n> \n> **Two dams.**',
    );
  });

  it('shows markdown of the article as text', () => {
    expect(marked('# Not *a* heading', 'a heading', ['a'])).not.toContain('> #');
    expect(readMarkdown(marked('# Not *a* heading', 'Not', []))).toEqual([
      { text: '# ', marks: [] },
      { text: 'Not', marks: ['bold'] },
      { text: ' *a* heading', marks: [] },
    ]);
  });

  it('joins words that touch, which would else spoil each other’s marks', () => {
    const text = '水力発電所';
    const matches = [0, 1, 2].map((at) => ({ start: 100 + at, end: 101 + at }));
    const markdown = quoteExcerpt(excerpt(text, { best: { start: 100, end: 100 }, matches })).markdown;
    expect(markdown).toBe('> __水力発__電所');
  });

  it('is the excerpt character by character, with no mark but bold and underline, whatever it holds', () => {
    fc.assert(
      fc.property(hostileExcerpt, (each) => {
        const { markdown } = quoteExcerpt(each);
        expect(plainText(markdown)).toBe(each.text);
        const marks = readMarkdown(markdown).flatMap((piece) => piece.marks);
        expect(marks.filter((mark) => mark !== 'bold' && mark !== 'underline')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the answer', () => {
  it('is large, and a little less so where it is long', () => {
    expect(quoteLarge({ text: 'The *dam* broke.' }).markdown).toBe('> ## The \\*dam\\* broke.');
    expect(quoteLarge({ text: 'The dam broke. '.repeat(10) }).markdown).toMatch(/^> ### The/);
    expect(quoteLarge({ text: 'The dam broke. '.repeat(25) }).markdown).toMatch(/^> \*\*The/);
  });

  it('keeps its line ends and shows no mark where a line holds nothing to see', () => {
    expect(quoteLarge({ text: 'One\n \ntwo' }).markdown).toBe('> ## One\n>  \n> ## two');
  });

  it('shows exactly the text it is given, any characters in it, and adds only headings and bold', () => {
    fc.assert(
      fc.property(hostileExcerpt, ({ text }) => {
        const { markdown } = quoteLarge({ text });
        expect(quotedText(markdown)).toBe(text);
        const marks = new Set(readMarkdown(markdown).flatMap((piece) => piece.marks));
        expect([...marks].filter((mark) => mark !== 'heading' && mark !== 'bold')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
