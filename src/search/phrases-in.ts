/** In: a text and a quoted phrase. Out: whether the text holds it literally. */

import { simplify } from '../text/letter-variants.ts';
import { UNSPACED_SCRIPT } from '../text/words.ts';

/** Case, accents, variants of characters, kinds of quotation mark and runs of white space aside, two texts that read the same are the same. */
const readable = (text: string): string =>
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

/** Ends a word, however a text is read: no letter, digit or combining mark, nor a sign that reading takes out. */
const BOUNDARY = /^[ \n\t!-/:-@[-`{-~‘’“”–—…]?$/;

/** Ends a word in a text that was read. */
const READ_BOUNDARY = /^[^\p{L}\p{N}]?$/u;

/** Scripts without spaces have no boundary to ask for; nor has Korean, which writes particles onto its words. */
const HANGUL = /\p{Script=Hangul}/u;

/** Whether the phrase stands in the text with a boundary on either side; one of nothing stands nowhere. */
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
 * Whether a phrase stands in the text as a whole, marks at its end aside: no letter or digit touches its ends. Reads the text once
 * for all phrases.
 */
export const phrasesIn = (text: string): ((phrase: string) => boolean) => {
  const lower = text.toLowerCase();
  let read: string | null = null;
  return (phrase) => {
    const words = phrase.trim().replace(LAST_MARKS, '');
    // Most stand just as they are, and the text need not be read then.
    if (stands(lower, words.toLowerCase(), BOUNDARY)) return true;
    read ??= readable(text);
    return stands(read, readable(words).trim(), READ_BOUNDARY);
  };
};
