/** In: a few words as typed. Out: their language, told by their script and by the words every sentence has. */
import { askingPhrases } from './asking-words.ts';
import { withoutElision } from './elisions.ts';
import { foreignFunctionWords, foreignLanguages } from './foreign-function-words.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { foldLetters } from './letter-variants.ts';
import { DEFAULT_LANGUAGE } from './terms.ts';
import { eachWord } from './words.ts';

/** Scripts that one language here writes; the first that fits tells. */
const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Devanagari}/u, 'hi'],
];

const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Arabic}/u, ['ar', 'fa']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'bg', 'sr']],
];
const LATIN = foreignLanguages.filter(
  (language) =>
    !['ar', 'fa', 'ru', 'uk', 'bg', 'sr', ...BY_SCRIPT.map(([, code]) => code)].includes(language),
);
const ASCII_ONLY = /^[\u0020-\u007e‘’“”–—…]*$/;

/** Without marks that are left off when typing, but where they tell words apart. */
export const plainWord = (word: string, language: string): string => {
  const lower = withoutElision(word.toLowerCase(), language)
    .normalize('NFKC')
    .replace(/^['’ʼ]|['’ʼ]$/g, '');
  return language === 'vi' ? lower : foldLetters(lower);
};

const telling = new Map<string, ReadonlySet<string>>();

/** Function words and the words that ask, as `plainWord` reads them. */
export const tellingWords = (language: string): ReadonlySet<string> => {
  let words = telling.get(language);
  if (words === undefined) {
    const asking = askingPhrases(language).flatMap((phrase) => phrase.words.slice(0, 1));
    words = new Set([...foreignFunctionWords(language), ...asking].map((word) => plainWord(word, language)));
    telling.set(language, words);
  }
  return words;
};

const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
};

const count = (words: readonly string[], language: string): number => {
  const known = tellingWords(language);
  return words.filter((word) => known.has(plainWord(word, language))).length;
};

/** Of these the one with most words known, and how many; the first of equals. */
const best = (words: readonly string[], languages: readonly string[]): [language: string, count: number] =>
  languages.reduce<[string, number]>(
    (most, language) => {
      const found = count(words, language);
      return found > most[1] ? [language, found] : most;
    },
    ['', 0],
  );

/** So many words have to tell of a language that no article is in; one is enough where it asks and comes first. */
const SURE = 2;

/** Words of English, or names, with which keywords may begin: Lake Como, Wen Jiabao, Cosa Nostra, Kim Jong-un. */
const NAME_LIKE: ReadonlySet<string> = new Set(
  'como wen co cosa kuka quanta che chi wat ile hur ki zaman comment dove kim on var mi ai hol hogy ne mana nova kada hoe'.split(
    ' ',
  ),
);

const beginsAsking = ([first = '']: readonly string[], language: string): boolean => {
  const word = plainWord(first, language);
  return (
    !NAME_LIKE.has(word) &&
    askingPhrases(language).some(({ words }) => plainWord(words[0]!, language) === word)
  );
};

/**
 * ISO 639-1. `spoken` are the languages of the articles, which are taken for likelier. English where nothing tells of
 * another language.
 */
export const questionLanguage = (text: string, spoken: readonly string[] = []): string => {
  const ownScript = ASCII_ONLY.test(text) ? undefined : BY_SCRIPT.find(([script]) => script.test(text));
  if (ownScript !== undefined) {
    const [, language] = ownScript;
    return language === 'zh' && !spoken.includes('zh') && spoken.includes('ja') ? 'ja' : language;
  }
  const words = wordsOf(text);
  const [, alike] = ASCII_ONLY.test(text) ? [] : (SCRIPTS.find(([script]) => script.test(text)) ?? []);
  if (alike !== undefined) {
    const likely = [...alike].sort((a, b) => Number(spoken.includes(b)) - Number(spoken.includes(a)));
    return best(words, likely)[0] || likely[0]!;
  }
  const english = words.filter((word) => FUNCTION_WORDS.has(word.toLowerCase())).length;
  const likely = LATIN.filter((language) => spoken.includes(language));
  const [known, told] = best(words, likely);
  const [other, toldOfOther] = best(words, LATIN);
  const isSure = toldOfOther >= SURE || beginsAsking(words, other);
  if (toldOfOther > told && isSure && toldOfOther > english) return other;
  return told > english ? known : DEFAULT_LANGUAGE;
};
