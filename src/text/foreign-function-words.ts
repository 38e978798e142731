/** In: a language other than English. Out: its words that carry no subject, as a set. */
import { languageWords } from './languages/known-languages.ts';

const sets = new Map<string, ReadonlySet<string>>();

const readSet = (language: string): ReadonlySet<string> =>
  new Set(languageWords(language)?.functionWords.split(/\s+/));

/** Empty for English and languages that are not known. Lower case. */
export const foreignFunctionWords = (language: string): ReadonlySet<string> =>
  sets.getOrInsertComputed(language, readSet);
