/** In: a Hebrew word without vowel points. Out: the same without the letters written onto it, lightly: והממשלה is ממשל. */

/** "And", then "that", "in", "to", "from", "as", then the article. At least three letters stay. */
const PREFIXES = /^ו?(?:כש|מה|שה|[בלמכש])?ה?(?=[א-ת]{3})/;
const SUFFIXES = /(?<=[א-ת]{3})(?:יהם|יהן|ותיו|ויות|יים|ים|ות|יה|ית|ה|ת|ו|י)$/;
/** Letters that are written otherwise at the end of a word. */
const FINALS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

export const hebrew = (word: string): string =>
  word
    .replace(PREFIXES, '')
    .replace(SUFFIXES, '')
    .replace(/[ךםןףץ]/g, (letter) => FINALS[letter]!);
