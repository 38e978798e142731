/** In: a word as written and its language. Out: the part that names something: "l’État" is "État", "İstanbul’da" "İstanbul". */

const ELISIONS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=.)/i,
  it: /^(?:[cdlmnstv]|un|all|dall|dell|nell|sull|coll|pell|quell|quest|bell|sant|com|dov|cos|anch|nessun|ciascun|tutt|mezz)['’ʼ](?=.)/i,
  ca: /^[dlmnst]['’ʼ](?=.)/i,
};

/** Behind a name, an apostrophe parts what is written onto it. */
const SUFFIXES: Readonly<Record<string, RegExp>> = {
  tr: /(?<=.)['’ʼ]\p{L}+$/u,
  az: /(?<=.)['’ʼ]\p{L}+$/u,
};

/** English and languages without such apostrophes leave a word as it is. */
export const withoutElision = (word: string, language: string): string => {
  const pattern = ELISIONS[language] ?? SUFFIXES[language];
  return pattern === undefined ? word : word.replace(pattern, '');
};
