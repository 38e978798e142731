/**
 * In: a term of a question. Out: terms that look like it: words of one family ("regulieren" and "Regulierung"), compounds and
 * their parts. Stemmers join too few forms in most languages, and a word beside a likeness of itself counts half as much.
 */
import type { Dictionary } from '../search/forward-index.ts';
import { countForms, type WordForms } from '../search/word-forms.ts';

/** Terms looked up for one beginning. */
const LIMIT = 200;

/** How much of a word has to be the same. Letters. */
interface Likeness {
  /** Shortest beginning. */
  readonly beginning: number;
  /** Shortest beginning as a share of the word. */
  readonly share: number;
  /** Shortest part of a compound. */
  readonly part: number;
}

const LETTERS: Likeness = { beginning: 4, share: 0.6, part: 5 };
/** Words of few letters that mean much each. */
const SYLLABLES: Likeness = { beginning: 2, share: 0.5, part: 2 };
const CONSONANTS: Likeness = { beginning: 3, share: 0.6, part: 4 };

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const SEMITIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const likenessOf = (term: string): Likeness =>
  HAN.test(term) ? SYLLABLES : SEMITIC.test(term) ? CONSONANTS : LETTERS;

/** Behind what is the same, another form of a word has no more than an ending. */
const ENDING = 4;

const commonLength = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/** Whether `other`, which begins as the term does, may be a form or a compound of it. */
const isAlike = (term: string, other: string, { part }: Likeness): boolean => {
  const common = commonLength(term, other);
  return other.length - common <= ENDING || (common === term.length && common >= part);
};

/** The beginnings and the ends of a term that may be parts of it. */
const partsOf = (term: string, { part }: Likeness): string[] =>
  Array.from({ length: Math.max(0, term.length - part) }, (_, at) => [
    term.slice(0, part + at),
    term.slice(term.length - part - at),
  ]).flat();

/** Ids of the terms that look like this one, itself left out; those of articles that are not heard among them. */
export const findAlikeTerms = async (term: string, { whole }: Dictionary): Promise<readonly number[]> => {
  const likeness = likenessOf(term);
  if (term.length < likeness.beginning || /\d/.test(term)) return [];
  const shortest = Math.max(likeness.beginning, Math.ceil(likeness.share * term.length));
  const [found, parts] = await Promise.all([
    whole.startingWith([term.slice(0, shortest)], LIMIT),
    whole.ids(partsOf(term, likeness)),
  ]);
  const ids = new Set(parts.values());
  for (const [other, id] of found) if (other !== term && isAlike(term, other, likeness)) ids.add(id);
  return [...ids];
};

/** Shortest beginning, in letters (of scripts where one means much, one) and as a share of the word, by which another form of a word is recognised. */
const FORM_LETTERS = 5;
const FORM_SHARE = 0.7;
const FORM_LIMIT = 12;

/** Of terms by their ids those that some article holds; null if there are none. */
export const heldForms = (terms: ReadonlyMap<string, number>, dictionary: Dictionary): WordForms | null => {
  const held = [...terms].filter(([, id]) => dictionary.frequency(id) > 0);
  return held.length === 0 ? null : countForms(new Map(held), dictionary);
};

/**
 * Terms that begin as one that no article holds: other forms of it, which its stemmer does not join, and its compounds. Null
 * if there are none.
 */
export const findOtherForms = async (term: string, dictionary: Dictionary): Promise<WordForms | null> => {
  const letters = HAN.test(term) ? 1 : FORM_LETTERS;
  const shortest = Math.max(letters, Math.ceil(term.length * FORM_SHARE));
  for (let length = term.length; length >= shortest; length--) {
    const held = heldForms(await dictionary.startingWith([term.slice(0, length)], FORM_LIMIT), dictionary);
    if (held !== null) return held;
  }
  return null;
};
