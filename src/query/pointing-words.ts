/**
 * In: a language. Out: the words by which a question goes on from the one before it: those it begins with ("and", "what about"),
 * prepositions of places, and words that point back.
 */
import { askingPhrases } from '../text/asking-words.ts';
import { AUXILIARY } from '../text/function-words.ts';
import { languageWords } from '../text/languages/known-languages.ts';
import type { PointingLists } from '../text/languages/language-words.ts';
import { words } from './frames/frames.ts';

export interface PointingWords {
  /** Alternatives of a regular expression, as are the next two. */
  readonly lead: string;
  readonly about: string;
  readonly place: string;
  /** A sentence of its own holds one of these. */
  readonly asking: RegExp;
  /** Persons alone: "it" and "that" stand in many questions that point nowhere. Lower case. */
  readonly persons: ReadonlySet<string>;
  /** A question with one of them is about what was asked before. Lower case. */
  readonly pointers: ReadonlySet<string>;
  /** Every noun has a capital, so that behind "and" one names nobody: "Und wie hoch sind die Kosten?" */
  readonly hasCapitalNouns: boolean;
}

const ENGLISH: PointingWords = {
  lead: 'and|or|but|so|then|ok|okay',
  about: '(?:what|how)\\s+about',
  place: 'in|at|for|from|of|on|by|with|near|under|against|to|about',
  asking: new RegExp(
    `\\b(?:who|what|when|where|why|how|which|whose|he|she|they|it|him|her|them|his|their|${AUXILIARY})\\b`,
    'i',
  ),
  persons: words('he him his she her hers they them their theirs'),
  pointers: words(
    'he him his she her hers it its they them their theirs this that these those there then same',
  ),
  hasCapitalNouns: false,
};

const made = new Map<string, PointingWords>();

const make = (
  language: string,
  { lead, about, place, persons, others, hasCapitalNouns = false }: PointingLists,
): PointingWords => {
  const asking = [...askingPhrases(language).map(({ text }) => text), ...persons.split(' ')].join('|');
  return {
    lead,
    about: about.replaceAll(' ', '\\s+'),
    place,
    asking: new RegExp(`(?<![\\p{L}\\p{M}])(?:${asking})(?![\\p{L}\\p{M}])`, 'iu'),
    persons: words(persons),
    pointers: words(`${persons} ${others}`),
    hasCapitalNouns,
  };
};

/** Those of English for a language that is not known. */
export const pointingWords = (language: string): PointingWords => {
  const lists = languageWords(language)?.pointing;
  if (lists === undefined) return ENGLISH;
  return made.getOrInsertComputed(language, () => make(language, lists));
};
