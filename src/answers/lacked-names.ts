/**
 * In: a question as typed and the words of it that no article holds. Out: whether one of these names somebody or something, so that
 * what was found may be about another.
 */
import type { Excerpt } from '../domain/answer.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { PERSON_NOUNS } from './question-words.ts';

/** Capitals in a row: "Green Bay Packers". */
const NAMES = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’]*(?:[\s-]+\p{Lu}[\p{L}\p{M}'’]*)*/gu;
/** What ends where a sentence begins. */
const BEFORE_SENTENCE = /(?:^|[.!?:]\P{L}*\s)\P{L}*$/u;
const POSSESSIVE = /['’]s$/;
const NAME_BEFORE = /(?<=(\p{Lu}\p{Ll}+) )\p{Lu}[\p{L}\p{M}]*/gu;

const partsOf = (names: string): string[] =>
  names.split(/[\s-]+/).map((part) => part.replace(POSSESSIVE, ''));

/**
 * In English the last word of a name says whose it is: articles on Joe Biden have "Biden" alone. A single capital at the
 * beginning of a sentence says nothing, and of abbreviations ("WWII") articles write out what they stand for. In German every
 * noun has a capital.
 */
export const lacksName = (words: string, missing: readonly string[], language: string): boolean => {
  if (language === 'de') return false;
  if (language !== DEFAULT_LANGUAGE) return missing.some((word) => /^\p{Lu}/u.test(word));
  return Array.from(words.matchAll(NAMES)).some(({ 0: names, index }) => {
    const parts = names.split(/[\s-]+/);
    const last = parts.at(-1)!;
    if (!missing.includes(last) || !/\p{Ll}/u.test(last.replace(POSSESSIVE, ''))) return false;
    return parts.length > 1 || !BEFORE_SENTENCE.test(words.slice(0, index));
  });
};

/** Before a name these say nothing: "The Biden", "President Biden". */
const isBare = (word: string): boolean =>
  FUNCTION_WORDS.has(word.toLowerCase()) || PERSON_NOUNS.has(word.toLowerCase());

/** Whether an excerpt tells of another with the same last word: "Emmanuel Macron", where Brigitte Macron is asked of. */
export const namesAnother = (
  words: string,
  missing: readonly string[],
  { title, text }: Pick<Excerpt, 'title' | 'text'>,
): boolean => {
  const asked = Array.from(words.matchAll(NAMES), ([names]) => partsOf(names)).filter((parts) =>
    missing.includes(parts.at(-2) ?? ''),
  );
  return Array.from(`${title}\n${text}`.matchAll(NAME_BEFORE)).some(([last, first = '']) =>
    asked.some((parts) => parts.at(-1) === last && !parts.includes(first) && !isBare(first)),
  );
};
