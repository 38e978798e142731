import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  commandMention,
  directed,
  escapeMarkdown,
  joinMarkup,
  link,
  md,
  mention,
  moment,
  oneLine,
} from '../../src/discord/markup.ts';
import { speaking } from '../../src/language/speaking.ts';
import { hostileText } from './hostile.ts';
import { readMarkdown } from './read-markdown.ts';

describe('escaping', () => {
  it('shows any text character by character, without a mark, a mention or a link', () => {
    fc.assert(
      fc.property(hostileText(30), (text) => {
        expect(readMarkdown(escapeMarkdown(text))).toEqual(text === '' ? [] : [{ text, marks: [] }]);
      }),
      { numRuns: 500 },
    );
  });

  it('does so inside a template with marks around it', () => {
    fc.assert(
      fc.property(hostileText(12), (text) => {
        const shown = readMarkdown(md`**a${text}b** end`.markdown);
        expect(shown).toEqual([
          { text: `a${text}b`, marks: ['bold'] },
          { text: ' end', marks: [] },
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['# Heading', '\\# Heading'],
    ['1. First', '1\\. First'],
    ['- item', '\\- item'],
    ['well-known 3.5 #tag', 'well-known 3.5 #tag'],
    ['<@1> @everyone', '\\<\\@1\\> \\@everyone'],
    ['[a](https://b.example)', '\\[a\\](https\\://b.example)'],
  ])('writes %s as %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('a link', () => {
  it('keeps a title with brackets and an address with parentheses whole', () => {
    const shown = readMarkdown(link('A [draft] (2)', 'https://en.example/wiki/A_(b)').markdown);
    expect(shown).toEqual([{ text: 'A [draft] (2)', marks: ['link'] }]);
  });

  it.each([null, 'javascript:alert(1)', 'not an address', `https://a.example/${'x'.repeat(1000)}`])(
    'is its label alone where the address is %s',
    (url) => {
      expect(link('Title', url).markdown).toBe('Title');
    },
  );
});

describe('a line', () => {
  it('is clipped between characters, never within one', () => {
    expect(clip('👩‍👩‍👧👩‍👩‍👧', 12)).toBe('👩‍👩‍👧…');
    expect(clip('short', 5)).toBe('short');
  });

  it('is named where it would be invisible', () => {
    expect(oneLine('\u200b \u00a0', 100)).toBe('Untitled');
    expect(oneLine('  two\n lines ', 100)).toBe('two lines');
  });

  it('is never longer than asked, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText(40), fc.integer({ min: 8, max: 60 }), (text, max) => {
        expect(oneLine(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

it('shows moments and mentions in the way Discord replaces', () => {
  expect(md`${moment(90_500, 'R')} ${mention('role', '12')}`.markdown).toBe('<t:90:R> <@&12>');
});

it('begins a line at the right where it starts with a command and goes on from right to left', () => {
  const lineIn = (language: string): string =>
    speaking(language, () => {
      const command = commandMention('feeds add', new Map([['feeds', '12']]));
      return directed(md`${command} · ${'يضيف موجزًا.'}`.markdown);
    });
  expect(lineIn('ar')).toMatch(/^\u200f<\/feeds add:12> · \u2068/);
  expect(lineIn('en')).toMatch(/^<\/feeds add:12> · /);
});

it('puts parts that are joined twice one after another in Arabic, each by itself', () => {
  const line = speaking('ar', () => {
    const caption = joinMarkup([md`${'Wire'} · ${'12 مارس'}`, link('Title', 'https://a.example/1')], ' · ');
    return joinMarkup([caption, md`${'3 وسائل'}`], ' · ').markdown;
  });
  expect(line).toBe(
    '\u2068Wire\u2069 · \u206812 مارس\u2069 · \u2068[Title](https://a.example/1)\u2069 · \u20683 وسائل\u2069',
  );
});
