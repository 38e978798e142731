/**
 * In: any string from outside (article, feed, page). Out: the same text without the characters that could hide,
 * reorder or break it on a screen.
 */

/** C0 and C1 controls but tab, line feed and carriage return; soft hyphens; bidirectional overrides and isolates; byte order marks. */
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Where a long word may break. Scripts without blanks part words by it. */
const BREAK_IN_WORD = /[\u200b\u2060](?<=\p{Script=Latin}.)(?=\p{Script=Latin})/gu;

/** Accents and the like, which every script borrows; letters of no script carry more than three. */
const ACCENTS = '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const TOO_MANY_ACCENTS = new RegExp(`(?<=[${ACCENTS}]{3})[${ACCENTS}]+`, 'g');
const MARKS = /\p{M}{3,}/gu;
/** No mark comes before U+0300: without this nothing has to be looked up in Unicode's tables, which takes far longer. */
const MAY_HOLD_MARKS = /[\u0300-\uffff]{3}/;
const REPEATED_MARK = /(\p{M})\1{2,}/gu;
/** Hebrew with vowels and accents, Burmese and Tibetan put up to six or seven on a letter. */
const TOO_MANY_MARKS = /(?<=\p{M}{8})\p{M}+/gu;

/** Marks piled up on a letter until they cover the lines around it, as far as no script needs them. */
const withoutTowers = (text: string): string =>
  MAY_HOLD_MARKS.test(text)
    ? text.replace(MARKS, (marks) =>
        marks.replace(REPEATED_MARK, '$1').replace(TOO_MANY_ACCENTS, '').replace(TOO_MANY_MARKS, ''),
      )
    : text;

/**
 * Drops control characters (but `\t`, `\n`, `\r`), soft hyphens, byte order marks, breaks within Latin words, and bidirectional embeddings, overrides and isolates
 * (U+202A–202E, U+2066–2069) and combining marks that pile up higher than any script needs, and replaces lone surrogates
 * with U+FFFD. Everything else stays verbatim, white space included.
 */
export const cleanText = (text: string): string =>
  withoutTowers(text.replace(UNSAFE, '').replace(BREAK_IN_WORD, '')).toWellFormed();

/** `cleanText` on one line: every run of white space becomes one space, none stays at the ends. */
export const cleanLine = (text: string): string => cleanText(text.replace(/\s+/g, ' ')).trim();
