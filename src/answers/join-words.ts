/**
 * In: words that no article holds. Out: how articles write them otherwise: in two words ("data base" for "database",
 * "anti-tank" for "antitank"), or in one ("website" for "web site").
 */
import type { Dictionary } from '../search/forward-index.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { WHOLE_SCOPE } from '../search/search-query.ts';
import { formsOf, phraseQuery } from '../search/word-forms.ts';
import { foreignFunctionWords } from '../text/foreign-function-words.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { eachWord } from '../text/words.ts';

/** Shorter parts stand beside each other by chance. */
const SHORTEST = 3;
const LONGEST_WORD = 30;
/** In lower case: names are what they are. */
const MAY_BE_PARTED = /^\p{Ll}+$/u;
/** "F16", "covid19": articles may write a dash between the letters and the number. */
const LETTERS_AND_NUMBER = /^(\p{L}{1,20})(\d{1,4})$/u;
/** "email", "xray", "tshirt": one letter and a word. */
const LETTER_AND_WORD = /^([ext])(\p{Ll}{3,20})$/u;
/** Vietnamese writes each syllable apart, and others write its names in one: Hà Nội, Hanoi. */
const SYLLABIC = 'vi';
const SHORTEST_SYLLABLE = 2;
const MAY_BE_SYLLABLES = /^\p{L}\p{Ll}+$/u;
/** French and Polish, as others, part thousands by a space: 87 000. */
const LARGE_NUMBER = /^\d{4,15}$/;
const inThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ' ');
const ANY = { order: 'newest', offset: 0, limit: 0, asOfDay: 0 } as const;

type Engine = Pick<SearchEngine, 'page'>;

/** The words, one right behind the other in some article, that the word is put together from, or the groups of its digits; else null. */
export const partWord = async (
  word: string,
  dictionary: Dictionary,
  engine: Engine,
): Promise<string | null> => {
  const isHeldAsPhrase = async (parted: string): Promise<boolean> =>
    (await engine.page(await phraseQuery(parted, dictionary), WHOLE_SCOPE, ANY)).total > 0;
  if (LARGE_NUMBER.test(word)) {
    const parted = inThousands(word);
    return (await isHeldAsPhrase(parted)) ? parted : null;
  }
  const plain = (LETTERS_AND_NUMBER.exec(word) ?? LETTER_AND_WORD.exec(word) ?? []).slice(1).join(' ');
  if (plain !== '' && (await isHeldAsPhrase(plain))) return plain;
  const [pattern, shortest] = dictionary.languages.includes(SYLLABIC)
    ? [MAY_BE_SYLLABLES, SHORTEST_SYLLABLE]
    : [MAY_BE_PARTED, SHORTEST];
  if (!pattern.test(word) || word.length > LONGEST_WORD) return null;
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * shortest + 1) }, (_, at) => at + shortest);
  const parts = cuts.map((at): [string, string] => [word.slice(0, at), word.slice(at)]);
  const forms = await formsOf(parts.flat(), dictionary);
  const theirs = dictionary.languages.map(foreignFunctionWords);
  const isFunction = (part: string): boolean =>
    FUNCTION_WORDS.has(part) || theirs.some((words) => words.has(part));
  for (const [at, pair] of parts.entries()) {
    const isHeld = forms.slice(2 * at, 2 * at + 2).every(({ ids }) => ids.length > 0);
    if (!isHeld || pair.some(isFunction)) continue;
    const parted = pair.join(' ');
    if (await isHeldAsPhrase(parted)) return parted;
  }
  return null;
};

/**
 * Of neighbours among the words that carry a question, at least one of which is missing: both as typed, and the one word
 * that articles hold instead.
 */
export const joinWords = async (
  text: string,
  carrying: readonly string[],
  missing: readonly string[],
  dictionary: Dictionary,
): Promise<{ readonly word: string; readonly suggestion: string }[]> => {
  const words: { start: number; end: number }[] = [];
  eachWord(text, (start, end) => words.push({ start, end }));
  const pairs = words.slice(1).flatMap(({ start, end }, at) => {
    const before = words[at]!;
    const [one, other] = [text.slice(before.start, before.end), text.slice(start, end)];
    const isNear = /^[ -]$/.test(text.slice(before.end, start));
    const carries = carrying.includes(one) && carrying.includes(other);
    return isNear && carries && (missing.includes(one) || missing.includes(other))
      ? [{ word: text.slice(before.start, end), suggestion: one + other, parts: [one, other] }]
      : [];
  });
  const forms = await formsOf(
    pairs.flatMap(({ suggestion, parts }) => [suggestion, ...parts]),
    dictionary,
  );
  return pairs
    .filter((_, at) => {
      const [joined, ...parts] = forms.slice(3 * at, 3 * at + 3);
      // Stemmers take the other word off as an ending if their language has long ones.
      const known = new Set(parts.flatMap(({ ids }) => ids));
      return joined!.ids.some((id) => !known.has(id));
    })
    .map(({ word, suggestion }) => ({ word, suggestion }));
};
