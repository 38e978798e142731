/** In: a message. Out: what it quotes. */
import { countWords } from '../text/words.ts';

/** Fewer words are a name or an expression, not a quote. */
const FEWEST_WORDS = 3;
/** A quote may fill a message. */
const MARKED = new RegExp(
  [
    '“([^“”]{8,4000})”',
    '"([^"\\n]{8,4000})"',
    '„([^„“”]{8,4000})[“”]',
    '«([^«»]{8,4000})»',
    // As German has it; elsewhere » ends a quote.
    '(?<![^\\s(])»(?=[\\p{L}\\p{N}…])([^«»]{8,4000})«',
    '「([^「」]{4,4000})」',
    '『([^『』]{4,4000})』',
    // An apostrophe is followed by a letter.
    '(?<![\\p{L}\\p{N}])‘([^‘]{8,4000}?)’(?![\\p{L}\\p{N}])',
  ].join('|'),
  'gu',
);

/** What stands in quotation marks, the longest first; if nothing does, the whole text. Each of at least three words. */
export const quotesIn = (text: string): string[] => {
  const marked = [...text.matchAll(MARKED)]
    .map((found) =>
      found
        .slice(1)
        .find((part) => part !== undefined)!
        .trim(),
    )
    .toSorted((a, b) => b.length - a.length);
  return (marked.length > 0 ? marked : [text.trim()]).filter((quote) => countWords(quote) >= FEWEST_WORDS);
};
