/** In: a Hebrew word without vowel points. Out: the same without the letters written onto it, lightly: והממשלה is ממשל. */

/** "And" and the article, then "in", "to", "as" and "that"; enough letters stay for a word. "From" is left: too many words begin so. */
const PREFIXES = [/^ו?ה?(?=[א-ת]{3})/, /^[בלכש](?=[א-ת]{4})/];
const SUFFIXES = /(?<=[א-ת]{3})(?:יהם|יהן|ותיו|ויות|יים|ים|ות|יה|ית|ה|ת|ו|י)$/;
/** Letters that are written otherwise at the end of a word. */
const FINALS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

export const hebrew = (word: string): string =>
  PREFIXES.reduce((rest, prefix) => rest.replace(prefix, ''), word)
    .replace(SUFFIXES, '')
    .replace(/[ךםןףץ]/g, (letter) => FINALS[letter]!);
