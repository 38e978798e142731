/** In: a text that a program may have escaped once too often. Out: the same with its line ends. */

const ESCAPED = /\\r\\n|\\[nr]/g;

/** Signs that backslashes are meant as they stand: commands of TeX (`$\nu$`, `\mu`), a path of Windows (`C:\news`). */
const MEANT = /\$\\|\b[a-z]:\\|\\(?![nrt"'/\\]|u[\da-f]{4})/i;

/** A text without any line end in which `\n` stands written out twice at least means line ends by it. */
export const withLineEnds = (text: string): string => {
  if (!text.includes('\\n') || /[\n\r]/.test(text) || MEANT.test(text)) return text;
  return (text.match(ESCAPED)?.length ?? 0) < 2 ? text : text.replace(ESCAPED, '\n');
};
