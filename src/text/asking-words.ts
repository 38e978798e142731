/** In: a language other than English. Out: its words that ask; those of English are read with the question itself. */
import { languageWords } from './languages/known-languages.ts';
import type { AskedFor } from './languages/language-words.ts';

export interface AskingPhrase {
  readonly askedFor: AskedFor;
  /** The words as written, lower case, one after the other. */
  readonly words: readonly string[];
  /** The asking words as one text, for scripts without spaces. */
  readonly text: string;
}

const byLength = (a: AskingPhrase, b: AskingPhrase): number =>
  b.words.length - a.words.length || b.text.length - a.text.length;

const readPhrases = (language: string): AskingPhrase[] =>
  Object.entries(languageWords(language)?.asking ?? {})
    .flatMap(([askedFor, list]) =>
      list.split(', ').map((text) => ({ askedFor: askedFor as AskedFor, words: text.split(' '), text })),
    )
    .sort(byLength);

const known = new Map<string, readonly AskingPhrase[]>();

/** The phrases of a language that ask, the longest first; none for English and languages that are not known. */
export const askingPhrases = (language: string): readonly AskingPhrase[] => {
  return known.getOrInsertComputed(language, readPhrases);
};
