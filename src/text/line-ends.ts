/** In: a text that a program may have escaped once too often. Out: the same with its line ends, or with its characters. */

const ESCAPED = /\\r\\n|\\[nr]/g;

/** Signs that backslashes are meant as they stand: commands of TeX (`$\nu$`, `\mu`), a path of Windows (`C:\news`). */
const MEANT = /\$\\|\b[a-z]:\\|\\(?![nrt"'/\\]|u[\da-f]{4})/i;

/** A text without any line end in which `\n` stands written out twice at least means line ends by it. */
export const withLineEnds = (text: string): string => {
  if (!text.includes('\\n') || /[\n\r]/.test(text) || MEANT.test(text)) return text;
  return (text.match(ESCAPED)?.length ?? 0) < 2 ? text : text.replace(ESCAPED, '\n');
};

const CHARACTER = /\\u([\da-f]{4})/gi;
/** Nobody writes an escape within a word: `caf\u00e9`. */
const WITHIN_WORD = /\p{L}\\u[\da-f]{4}|\\u[\da-f]{4}\p{L}/iu;

/** A text in which characters stand written out within words has them. */
export const withCharacters = (text: string): string =>
  text.includes('\\u') && WITHIN_WORD.test(text)
    ? text.replace(CHARACTER, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
