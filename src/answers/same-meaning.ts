/** In: a word of a question, as typed, in a language other than English. Out: the words of events that articles write for it. */
import { languageWords } from '../text/languages/known-languages.ts';
import { foldLetters } from '../text/letter-variants.ts';
import { termOf } from '../text/terms.ts';

const read = new Map<string, ReadonlyMap<string, readonly string[]>>();

const wordsIn = (list = ''): string[] => list.split(/\s+/).filter((word) => word !== '');

/** By the stems of words, with their marks and without, all words of their group; of two groups, if a word has two meanings. */
const groupsOf = (language: string): ReadonlyMap<string, readonly string[]> =>
  read.getOrInsertComputed(language, () => {
    const groups = new Map<string, string[]>();
    for (const group of languageWords(language)?.sameMeaning?.split(',') ?? []) {
      const [asked = [], written = []] = group.split('>').map(wordsIn);
      const typed = asked.flatMap((word) => [word, foldLetters(word)]);
      for (const stem of new Set(typed.map((word) => termOf(word, language))))
        groups.getOrInsertComputed(stem, () => []).push(...asked, ...written);
    }
    return groups;
  });

/** The word itself may be among them. Empty if none are known. */
export const sameMeaning = (word: string, language: string): readonly string[] =>
  groupsOf(language).get(termOf(word.toLowerCase(), language)) ?? [];
