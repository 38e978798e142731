/** Every message in use has an entry in every catalogue, no entry is left over, and none breaks a limit of Discord's. */
import IntlMessageFormat from 'intl-messageformat';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/language/catalogues.ts';
import { LANGUAGES, languageOf } from '../../src/language/languages.ts';
import { type InUse, messagesInUse } from './messages-in-use.ts';

const TRANSLATED = LANGUAGES.slice(1);
const nameOf = ({ code }: (typeof TRANSLATED)[number]) => code;

const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\d+)/g)].map(([, number]) => number!))].sort();

/** Each value counted as nothing. */
const longest = (text: string): number => text.replace(/\{\d+\}/g, '').length;

/** What Discord makes of the text: headings, small print, bold, commands. */
const marksOf = (text: string): string[] =>
  [...text.matchAll(/\*\*|~~|`|^-# |^### /gm)].map(([mark]) => mark).sort();

/** The forms of each plural of an ICU message, by category. */
const pluralsOf = (text: string): Record<string, string>[] =>
  [...text.matchAll(/\{\d+, plural, ((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, forms]) =>
    Object.fromEntries([...forms!.matchAll(/(\S+) \{([^{}]*)\}/g)].map(([, name, form]) => [name!, form!])),
  );

const QUOTES = /[«»“”„「」『』]/g;

let inUse: InUse;

beforeAll(() => {
  inUse = messagesInUse();
});

it('the French catalogue keeps its marks from the beginning of a line', () => {
  const wrong = Object.values(catalogueOf(languageOf('fr'))).filter((text) =>
    /\S [:;?!»%](?=[\s.,)*]|$)/.test(text),
  );
  expect(wrong).toEqual([]);
});

it('the Arabic catalogue keeps commands and queries in the order in which they are typed', () => {
  const typed = Object.values(catalogueOf(languageOf('ar'))).flatMap(
    (text) => text.match(/.?`[^`]+`.?/g) ?? [],
  );
  expect(typed.length).toBeGreaterThan(20);
  expect(typed.filter((code) => !/^\u2068.*\u2069$/.test(code))).toEqual([]);
});

describe('the sources', () => {
  it('put every sentence where a catalogue can find it', () => {
    expect(inUse.faults).toEqual([]);
  });

  it('keep to the limits of Discord in English', () => {
    const tooLong = [...inUse.messages].filter(
      ([key, max]) => max !== null && longest(key) > max && !key.includes('plural'),
    );
    expect(tooLong).toEqual([]);
  });
});

describe.each(TRANSLATED.map((language) => [nameOf(language), catalogueOf(language), language] as const))(
  'the catalogue %s',
  (_, catalogue, { customs, quotes }) => {
    it('has every message in use', () => {
      expect([...inUse.messages.keys()].filter((key) => !Object.hasOwn(catalogue, key))).toEqual([]);
    });

    it('has no entry that nothing tells', () => {
      expect(Object.keys(catalogue).filter((key) => !inUse.messages.has(key))).toEqual([]);
    });

    it('can be read as ICU messages, with the values and the marks of the English', () => {
      const wrong = Object.entries(catalogue).filter(([key, text]) => {
        new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
        return (
          placeholdersOf(text).join() !== placeholdersOf(key).join() ||
          marksOf(text).join() !== marksOf(key).join()
        );
      });
      expect(wrong).toEqual([]);
    });

    it('quotes as the language does', () => {
      const own = new Set(quotes.join(''));
      const wrong = Object.values(catalogue).filter(
        (text) =>
          (text.match(QUOTES) ?? []).some((mark) => !own.has(mark)) ||
          (quotes[0].length > 1 && /«[^\u00a0]|[^\u00a0]»/.test(text)),
      );
      expect(wrong).toEqual([]);
    });

    it('has a form for every number, which names it unless it is one number alone', () => {
      const rules = new Intl.PluralRules(customs);
      const needed = new Set(Array.from({ length: 200 }, (_, before) => rules.select(before + 1)));
      const isOneAlone = rules.select(21) !== 'one';
      const wrong = Object.values(catalogue).filter((text) =>
        pluralsOf(text).some((forms) => {
          const named = Object.keys(forms).some((name) => name !== 'other');
          const isUnnamed = forms.other?.includes('#') && forms.one?.includes('#') === false;
          return (named && [...needed].some((name) => !(name in forms))) || (isUnnamed && !isOneAlone);
        }),
      );
      expect(wrong).toEqual([]);
    });

    it('keeps to the limits of Discord', () => {
      const tooLong = Object.entries(catalogue).filter(([key, text]) => {
        const max = inUse.messages.get(key) ?? null;
        return max !== null && !key.includes('plural') && longest(text) > max;
      });
      expect(tooLong).toEqual([]);
    });
  },
);
