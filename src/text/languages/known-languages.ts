/** In: a language. Out: what is known of its words; of one that shares the words of another, those of the other. */
import { chinese, hindi, indonesian, japanese, korean, thai, vietnamese } from './asian.ts';
import { danish, dutch, german, norwegian, swedish } from './germanic.ts';
import type { LanguageWords } from './language-words.ts';
import { arabic, hebrew, persian, turkish } from './middle-eastern.ts';
import { finnish, greek, hungarian } from './other-european.ts';
import { catalan, french, italian, portuguese, romanian, spanish } from './romance.ts';
import { bulgarian, croatian, czech, polish, russian, ukrainian } from './slavic.ts';

/** By ISO 639-1 code; where a text may be in several languages, the first of them counts. English is in files of its own. */
const WORDS: Readonly<Record<string, LanguageWords>> = {
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
  pl: polish,
  tr: turkish,
  id: indonesian,
  ru: russian,
  uk: ukrainian,
  ja: japanese,
  ko: korean,
  zh: chinese,
  ar: arabic,
  bg: bulgarian,
  ca: catalan,
  cs: czech,
  da: danish,
  el: greek,
  fa: persian,
  fi: finnish,
  he: hebrew,
  hi: hindi,
  hr: croatian,
  hu: hungarian,
  no: norwegian,
  ro: romanian,
  sv: swedish,
  th: thai,
  vi: vietnamese,
};

/** Serbian, Bosnian and Slovak are close enough to their neighbours, in Latin letters; Norwegian is one list. */
const ALIKE: Readonly<Record<string, string>> = { sr: 'hr', bs: 'hr', sk: 'cs', nb: 'no', nn: 'no' };

/** Languages that have words of their own here, by ISO 639-1 code. */
export const LISTED_LANGUAGES: readonly string[] = Object.keys(WORDS);

/** All languages whose words are known, by ISO 639-1 code. */
export const KNOWN_LANGUAGES: readonly string[] = [...LISTED_LANGUAGES, ...Object.keys(ALIKE)];

/** None for English, and for a language that is not known. */
export const languageWords = (language: string): LanguageWords | null => {
  const listed = ALIKE[language] ?? language;
  return Object.hasOwn(WORDS, listed) ? WORDS[listed]! : null;
};

/** Whether no spaces stand between the words of a language, or particles are written onto them. */
export const hasJoinedWords = (language: string): boolean => languageWords(language)?.hasJoinedWords === true;
