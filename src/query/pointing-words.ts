/**
 * In: a language. Out: the words by which a question goes on from the one before it: those it begins with ("and", "what about"),
 * prepositions of places, and words that point back.
 */
import { askingPhrases } from '../text/asking-words.ts';
import { AUXILIARY } from '../text/function-words.ts';
import { hasJoinedWords, languageWords } from '../text/languages/known-languages.ts';
import type { PointingLists } from '../text/languages/language-words.ts';
import { words } from './frames/frames.ts';

export interface PointingWords {
  /** Alternatives of a regular expression, as are all that are no sets; see `PointingLists`. */
  readonly lead: string;
  readonly joinedLead: string;
  readonly about: string;
  readonly aboutEnd: string;
  /** Groups of prepositions that stand for each other. */
  readonly places: readonly string[];
  readonly placeEnd: string;
  /** A sentence of its own holds one of these. */
  readonly asking: RegExp;
  /** Persons alone: "it" and "that" stand in many questions that point nowhere. Lower case. */
  readonly persons: ReadonlySet<string>;
  /** A question with one of them is about what was asked before. Lower case. */
  readonly pointers: ReadonlySet<string>;
  /** Every noun has a capital, so that behind "and" one names nobody: "Und wie hoch sind die Kosten?" */
  readonly hasCapitalNouns: boolean;
}

/** Matches nothing. */
const NEVER = '(?!)';

const ENGLISH: PointingWords = {
  lead: 'and|or|but|so|then|ok|okay',
  joinedLead: NEVER,
  about: '(?:what|how)\\s+about',
  aboutEnd: NEVER,
  places: 'in at for from of on by with near under against to about'.split(' '),
  placeEnd: NEVER,
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

const make = (language: string, lists: PointingLists): PointingWords => {
  const { lead, joinedLead = NEVER, about, aboutEnd = NEVER, place, placeEnd = NEVER } = lists;
  const { persons, others, hasCapitalNouns = false } = lists;
  const asking = [...askingPhrases(language).map(({ text }) => text), ...words(persons)].join('|');
  const [from, to] = hasJoinedWords(language) ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'];
  return {
    lead,
    joinedLead,
    about: about.replaceAll(' ', '\\s+'),
    aboutEnd: aboutEnd.replaceAll(' ', '\\s+'),
    places: place.split(','),
    placeEnd,
    asking: new RegExp(`${from}(?:${asking})${to}`, 'iu'),
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
