/** In: a text and a quoted phrase. Out: whether the text holds it literally. */

/** Case, accents, kinds of quotation mark and runs of white space aside, two texts that read the same are the same. */
const readable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Ends a word, however a text is read: no letter, digit or combining mark, nor a sign that reading takes out. */
const BOUNDARY = /^[ \n\t!-/:-@[-`{-~‘’“”–—…]?$/;

/** Whether the phrase stands in the text just as it is; both in lower case. Most do, and a text need not be read then. */
const standsPlainly = (text: string, phrase: string): boolean => {
  if (phrase === '') return false;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1))
    if (BOUNDARY.test(text[at - 1] ?? '') && BOUNDARY.test(text[at + phrase.length] ?? '')) return true;
  return false;
};

const standsRead = (read: string, phrase: string): boolean => {
  const wanted = readable(phrase).trim();
  for (let at = read.indexOf(wanted); at !== -1; at = read.indexOf(wanted, at + 1)) {
    const around = `${read[at - 1] ?? ' '}${read[at + wanted.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
};

/** Whether every phrase stands in the text as a whole: no letter or digit touches its ends. */
export const holdsPhrases = (text: string, phrases: readonly string[]): boolean => {
  const lower = text.toLowerCase();
  const others = phrases.filter((phrase) => !standsPlainly(lower, phrase.trim().toLowerCase()));
  if (others.length === 0) return true;
  const read = readable(text);
  return others.every((phrase) => standsRead(read, phrase));
};
