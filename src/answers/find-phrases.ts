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

/** Whether every phrase stands in the text as a whole: no letter or digit touches its ends. */
export const holdsPhrases = (text: string, phrases: readonly string[]): boolean => {
  const read = readable(text);
  return phrases.every((phrase) => {
    const wanted = readable(phrase).trim();
    for (let at = read.indexOf(wanted); at !== -1; at = read.indexOf(wanted, at + 1)) {
      const around = `${read[at - 1] ?? ' '}${read[at + wanted.length] ?? ' '}`;
      if (!/[\p{L}\p{N}]/u.test(around)) return true;
    }
    return false;
  });
};
