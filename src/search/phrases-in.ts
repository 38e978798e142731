/** In: a text and a quoted phrase. Out: whether the text holds it literally. */

import { simplify } from '../text/letter-variants.ts';
import { UNSPACED_SCRIPT } from '../text/words.ts';

/** Two texts are equal like this if they differ in case, accents, variants of characters, quotation marks or white space alone. */
const normalised = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .replace(/\p{Script=Han}+/gu, simplify)
    .toLowerCase();

/** Ends a word in a text as it is: no letter, digit or combining mark, nor a sign that `normalised` takes out. */
const BOUNDARY = /^[ \n\t!-/:-@[-`{-~‘’“”–—…]?$/;

/** Ends a word in a text that is `normalised`. */
const NORMALISED_BOUNDARY = /^[^\p{L}\p{N}]?$/u;

/** Scripts without spaces have no boundary to ask for; nor has Korean, which writes particles onto its words. */
const HANGUL = /\p{Script=Hangul}/u;

/** Whether the text holds the phrase with a boundary on either side. No text holds an empty one. */
const stands = (text: string, phrase: string, boundary: RegExp): boolean => {
  if (phrase === '') return false;
  const last = phrase.at(-1)!;
  const isOpenBefore = UNSPACED_SCRIPT.test(phrase[0]!);
  const isOpenBehind = UNSPACED_SCRIPT.test(last) || HANGUL.test(last);
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const isWholeBefore = isOpenBefore || boundary.test(text[at - 1] ?? '');
    if (isWholeBefore && (isOpenBehind || boundary.test(text[at + phrase.length] ?? ''))) return true;
  }
  return false;
};

/** Within quotation marks, these may belong to the sentence around them: the song “Hello,” the cast of “Funny Girl.” */
const LAST_MARKS = /(?<![.,;:!?…。、，；：！？])[.,;:!?…。、，；：！？]+$/u;

/**
 * Whether a phrase stands in the text as a whole, except for marks at its end: no letter or digit touches its ends. The text is
 * normalised once for all phrases.
 */
export const phrasesIn = (text: string): ((phrase: string) => boolean) => {
  const lower = text.toLowerCase();
  let plain: string | null = null;
  return (phrase) => {
    const words = phrase.trim().replace(LAST_MARKS, '');
    // Most stand just as they are.
    if (stands(lower, words.toLowerCase(), BOUNDARY)) return true;
    plain ??= normalised(text);
    return stands(plain, normalised(words).trim(), NORMALISED_BOUNDARY);
  };
};
