/**
 * In: a word as typed that no article holds. Out: the terms of the corpus it may have been meant for. A slip bends a word
 * as it is written, so words one slip away are looked up by their terms, rather than terms compared with each other.
 */
import { foreignFunctionWords } from '../text/foreign-function-words.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { readPairs } from '../text/letter-variants.ts';
import { DEFAULT_LANGUAGE, makeTerm } from '../text/terms.ts';
import type { Dictionary } from './forward-index.ts';

/** Shorter words resemble too many others; longer ones take long to compare, and are hardly ever words. */
const SHORTEST = 5;
const LONGEST = 30;
/** In words of this many letters any letter may have been meant, and two light slips are forgiven. */
const LONG = 8;
const SHORTEST_ELSEWHERE = 6;
const GUESSES = 4;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** By how a word begins, the letters it may have been meant to hold. */
const ALPHABETS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\p{Script=Cyrillic}/u, [...'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ']],
  [/^\p{Script=Greek}/u, [...'αβγδεζηθικλμνξοπρστυφχψω']],
];

const lettersOf = (word: string): readonly string[] =>
  ALPHABETS.find(([script]) => script.test(word))?.[1] ?? LETTERS;

/** Letters that sound alike. */
const SOUNDS = ['aeiouy', 'cksqxz', 'dt', 'bp', 'fvw', 'gj', 'mn', 'lr'];
/** Letters side by side are hit for one another. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const isAlike = (a: string, b: string): boolean =>
  SOUNDS.some((sound) => sound.includes(a) && sound.includes(b)) ||
  ROWS.some((row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1);

const MISTAKEN = new Map(
  LETTERS.map((letter) => [letter, LETTERS.filter((other) => isAlike(letter, other))]),
);

/** Two letters in each other's place, one for two or two for one: slips of every length of word. */
function* lightSlips(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) {
    const before = word.slice(0, at);
    const [letter, next = ''] = word.slice(at, at + 2);
    const after = word.slice(at + 2);
    if (next !== letter) yield before + next + letter + after;
    if (next === letter) yield before + letter + after;
    else yield before + letter + letter + next + after;
  }
}

/** A letter too many or too few. The first letter is seldom the wrong one. */
function* countSlips(word: string, letters: readonly string[]): Generator<string> {
  const last = word.length - 1;
  for (let at = 1; at <= last; at++) {
    // A word with one letter more at its end is another word rather: voter, vote.
    if (at < last) yield word.slice(0, at) + word.slice(at + 1);
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at);
  }
  for (const letter of letters) yield word + letter;
}

/** A letter in the place of another. */
function* exchanges(word: string): Generator<string> {
  for (let at = 1; at < word.length; at++) {
    const others = word.length >= LONG ? LETTERS : (MISTAKEN.get(word[at]!) ?? []);
    for (const letter of others) yield word.slice(0, at) + letter + word.slice(at + 1);
  }
}

/**
 * Which words the news uses is known of English alone (`COMMON_WORDS`). Elsewhere a word with another letter in it, or a short one
 * with one more, is as often another word: "soutient" is no slip for "souvient".
 */
function* slips(word: string, language: string): Generator<string> {
  yield* lightSlips(word);
  if (language === DEFAULT_LANGUAGE || word.length >= SHORTEST_ELSEWHERE)
    yield* countSlips(word, lettersOf(word));
  if (language === DEFAULT_LANGUAGE) yield* exchanges(word);
}

function* twoSlips(word: string): Generator<string> {
  for (const once of lightSlips(word)) yield* lightSlips(once);
}

/** Shorter slips are words of their own too often. */
const SHORTEST_FUNCTION_WORD = 4;

/** The function word that a word no article holds was meant for ("wich", "abuot"), or null. */
export const suggestFunctionWord = (typed: string): string | null => {
  if (typed.length < SHORTEST_FUNCTION_WORD || typed !== typed.toLowerCase()) return null;
  for (const word of [...lightSlips(typed), ...droppedLetters(typed)])
    if (word.length >= SHORTEST_FUNCTION_WORD && FUNCTION_WORDS.has(word)) return word;
  return null;
};

/** The words that lost one letter behind the first. */
function* droppedLetters(word: string): Generator<string> {
  for (let at = 1; at <= word.length; at++)
    for (const letter of LETTERS) yield word.slice(0, at) + letter + word.slice(at);
}

/** A term of the corpus, and the words that have it and are near the one that was typed, in lower case. */
export interface Guess {
  readonly term: string;
  readonly words: ReadonlySet<string>;
}

/** In: a word as typed, its language and what articles hold. */
export type Suggest = (typed: string, language: string, dictionary: Dictionary) => Promise<Guess[]>;

const guess = async (words: Iterable<string>, language: string, dictionary: Dictionary): Promise<Guess[]> => {
  const found = new Map<string, Set<string>>();
  const languages = new Set([DEFAULT_LANGUAGE, language]);
  const theirs = foreignFunctionWords(language);
  for (const word of new Set(words))
    for (const each of languages) {
      const term = makeTerm(word, each);
      if (FUNCTION_WORDS.has(word) || FUNCTION_WORDS.has(term) || theirs.has(word)) continue;
      found.getOrInsertComputed(term, () => new Set()).add(word);
    }
  const ids = await dictionary.ids([...found.keys()]);
  const frequencyOf = ({ term }: Guess): number => dictionary.frequency(ids.get(term) ?? -1);
  return [...found]
    .map(([term, near]) => ({ term, words: near }))
    .filter((each) => frequencyOf(each) > 0)
    .sort((a, b) => frequencyOf(b) - frequencyOf(a))
    .slice(0, GUESSES);
};

/** Words with the marked letters that the word may have been typed without: "Mueller" for "Müller". */
export const suggestMarked: Suggest = (typed, language, dictionary) =>
  guess(readPairs(typed.toLowerCase()), language, dictionary);

/**
 * What a word that no article holds may have been meant for, likeliest first: one with marked letters, then the fewest slips,
 * then the term in most articles. Not every word of a guess need be one. Numbers are never corrected: another number is another fact.
 */
export const suggestSpelling: Suggest = async (typed, language, dictionary) => {
  const word = typed.toLowerCase();
  if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return [];
  const guesses = [
    ...(await suggestMarked(word, language, dictionary)),
    ...(await guess(slips(word, language), language, dictionary)),
  ];
  return guesses.length > 0 || word.length < LONG ? guesses : guess(twoSlips(word), language, dictionary);
};
