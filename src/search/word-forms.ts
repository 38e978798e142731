/** In: words as typed. Out: the terms they may stand under: one for each language of the articles that stems them so. */
import { withConsonantChanged } from '../text/consonant-changes.ts';
import { writePairs } from '../text/letter-variants.ts';
import { spellingsOf } from '../text/other-spellings.ts';
import { DEFAULT_LANGUAGE, termOf, terms } from '../text/terms.ts';
import { UNSPACED_SCRIPT } from '../text/words.ts';
import type { Dictionary } from './forward-index.ts';
import { all, any, anyForm, phrase, type SearchQuery } from './search-query.ts';

export interface WordForms {
  /** Terms that some article holds; empty if none holds the word. */
  readonly forms: readonly string[];
  /** Their ids, in the same order. */
  readonly ids: readonly number[];
  /** Articles that hold each, in the same order. */
  readonly frequencies: readonly number[];
  /** Articles that hold one of them, at most. */
  readonly frequency: number;
}

/** By their ids. */
export const countForms = (
  ids: ReadonlyMap<string, number>,
  { frequency }: Pick<Dictionary, 'frequency'>,
): WordForms => {
  const frequencies = Array.from(ids.values(), frequency);
  return {
    forms: [...ids.keys()],
    ids: [...ids.values()],
    frequencies,
    frequency: frequencies.reduce((sum, count) => sum + count, 0),
  };
};

/** The languages whose forms of a word count. */
export const languagesOf = ({ languages }: Dictionary): Set<string> =>
  new Set([DEFAULT_LANGUAGE, ...languages]);

/** Months as English shortens them; "mar" and "may" are other words more often. */
const SHORTENED: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((written) => written.map((one) => [one, written] as const)),
);

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const NOT_ASCII = /[^\u0000-\u007f]/;

/** With a capital a word with marks has another term (see `termOf`), and its marked letters may be written in two. */
const withMarks = (word: string): readonly string[] => {
  const lower = word.toLowerCase();
  return [...new Set([word, lower, capitalised(word), writePairs(lower)])];
};

/** A word and the other ways to write it. */
const writtenAs = (word: string): readonly string[] => {
  if (LARGE_NUMBER.test(word)) return asNumbers(word);
  return (
    SHORTENED.get(word.toLowerCase()) ??
    spellingsOf(word) ??
    (NOT_ASCII.test(word) ? withMarks(word) : [word])
  );
};

/** A number of four digits or more. */
const LARGE_NUMBER = /^(?:\d{1,3}(?:[.,]\d{3})+|\d{4,})$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Languages part thousands by a point or a comma, or not at all. */
const asNumbers = (word: string): readonly string[] => {
  const digits = word.replace(/[.,]/g, '');
  return YEAR.test(word) ? [word] : [word, digits, digits.replace(/\B(?=(?:\d{3})+$)/g, '.')];
};

/** "Siglo 20" is "siglo XX". */
const SMALL_NUMBER = /^\d{1,2}$/;

/** All that Turkish, which parts endings by apostrophes, has of "O'Neill": there it is "she" and "he". "X's" has nothing else. */
const LETTER = /^[a-z]$/;

/** The terms that a word may stand under in texts of these languages, each once. */
export const termsOfWord = (word: string, languages: Iterable<string>): string[] => {
  const written = writtenAs(word);
  const found = Array.from(languages, (language) =>
    [...written, ...withConsonantChanged(word, language)].map((one) => termOf(one, language)),
  );
  const ordinals = SMALL_NUMBER.test(word) ? [`${word}.`] : [];
  const each = [...new Set([...found.flat(), ...ordinals])].filter((term) => term !== '');
  const longer = each.filter((term) => !LETTER.test(term));
  return longer.length === 0 ? each : longer;
};

/** The forms of each word, in order. */
export const formsOf = async (words: readonly string[], dictionary: Dictionary): Promise<WordForms[]> => {
  const languages = [...languagesOf(dictionary)];
  const candidates = words.map((word) => termsOfWord(word, languages));
  const ids = await dictionary.ids([...new Set(candidates.flat())]);
  return candidates.map((each) => {
    const held = each.filter((term) => dictionary.frequency(ids.get(term) ?? -1) > 0);
    return countForms(new Map(held.map((term) => [term, ids.get(term)!])), dictionary);
  });
};

/** The article holds all these words, in any form and any order. */
export const wordsQuery = async (words: readonly string[], dictionary: Dictionary): Promise<SearchQuery> =>
  all((await formsOf(words, dictionary)).map(anyForm));

/** Words looked up that begin as the last of a phrase does. */
const LONGER_WORDS = 50;

/**
 * The article holds the words of the text one right after the other, each in any form of one language. In scripts without spaces
 * the last may be the beginning of a longer one: where words end there is a matter of judgement.
 */
export const phraseQuery = async (text: string, dictionary: Dictionary): Promise<SearchQuery> => {
  const lower = text.toLowerCase();
  const written = NOT_ASCII.test(text)
    ? [...new Set([text, lower, lower.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())])]
    : [text];
  const inLanguages = Array.from(languagesOf(dictionary), (language) =>
    written.map((one) => terms(one, language).map(({ term }) => term)),
  ).flat();
  const all = inLanguages.map(async (found): Promise<string[][]> => {
    const last = found.at(-1) ?? '';
    if (!UNSPACED_SCRIPT.test(last)) return [found];
    const longer = await dictionary.startingWith([last], LONGER_WORDS);
    return [...new Set([last, ...longer.keys()])].map((word) => [...found.slice(0, -1), word]);
  });
  const phrases = (await Promise.all(all)).flat();
  return any([...new Map(phrases.map((found) => [found.join(' '), phrase(found)])).values()]);
};
