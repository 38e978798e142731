/**
 * In: a word of a language other than English. Out: its number, where it is an ordinal or a Roman numeral, as digits with a full
 * stop: "XX", "XXe", "20e" and "20ème" are one term. English leaves them as they are.
 */

/** What is written onto digits, in lower case and without marks. */
const ENDINGS: Readonly<Record<string, string>> = {
  ca: 'r|n|t|e|a',
  de: 'te[nmrs]?|ste[nmrs]?',
  el: 'ος|ου|ο|η|ης|οι',
  es: 'er|[rdtvnm]?[oa]s?',
  fr: '(?:er|re|ere|i?eme|e|nde?)s?',
  hi: 'विं|वें|वां|वि|वे|वा',
  it: '[oa]',
  nl: 's?te|de|e',
  pt: '[oa]s?',
  ru: 'й|ый|ой|ая|ое|ого|го|ом|му',
  tr: '[iu]?nc[iu]',
  uk: 'й|ий|а|го|му',
};

const patterns = new Map<string, RegExp>();
const ordinalPattern = (endings: string, language: string): RegExp =>
  patterns.getOrInsertComputed(language, () => new RegExp(`^(\\d{1,4})(?:${endings})$`, 'u'));

/** `folded` is in lower case and without marks. */
export const ordinalTerm = (folded: string, language: string): string | null => {
  const endings = Object.hasOwn(ENDINGS, language) ? ENDINGS[language] : undefined;
  const number = endings === undefined ? undefined : ordinalPattern(endings, language).exec(folded)?.[1];
  return number === undefined ? null : `${number}.`;
};

/** Up to 39: kings, popes and centuries. Longer ones are seldom numbers ("CD", "MIX"). */
const ROMAN = /^(?=[IVX])(?<tens>X{0,3})(?<ones>I[XV]|V?I{0,3})$/;
/** In lower case those that are no word in any language: "xi", "vi" and "iv" are. */
const ROMAN_IN_LOWER_CASE = /^(?:x(?!i$)[ivx]+|v?iii?)$/;
/** French writes the ending of an ordinal onto it: "XXe", "Ier", "IInde", "IIIème". "Inde" and "Vers" are words. */
const FRENCH_ORDINAL =
  /^(?<numeral>I(?=(?:er|[eè]?re)s?$)|II(?=nde?s?$)|(?:[IVX]+|x[ivx]*)(?=(?:i?[eè]me|e)s?$))/;
const CYRILLIC: Readonly<Record<string, string>> = { Х: 'X', І: 'I', х: 'x', і: 'i' };

const numberOf = (numeral: string): number | null => {
  const { tens = '', ones = '' } = ROMAN.exec(numeral.toUpperCase())?.groups ?? {};
  const value = 10 * tens.length + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'].indexOf(ones);
  return value > 0 ? value : null;
};

/** `word` as it is typed. A single letter without an ending is not a numeral. */
export const romanTerm = (word: string, language: string): string | null => {
  const latin = word.replace(/[ХІхі]/g, (letter) => CYRILLIC[letter]!);
  const ordinal = language === 'fr' ? FRENCH_ORDINAL.exec(latin)?.groups?.numeral : undefined;
  const isNumeral = /^[IVX]{2,}$/.test(latin) || ROMAN_IN_LOWER_CASE.test(latin);
  const value = ordinal !== undefined ? numberOf(ordinal) : isNumeral ? numberOf(latin) : null;
  return value === null ? null : `${value}.`;
};
