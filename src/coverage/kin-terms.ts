/**
 * In: a term. Out: the terms that the same deed may stand under as a noun or a verb, and a country and its people, if the
 * stemmer gives them different ones: "invasion" and "invades", "eruption" and "erupting", "Ukraine" and "Ukrainian".
 * English; some are no terms at all.
 */

/** By what a term ends with: what stands there instead. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/sion$/, 'd'],
  [/(?<=[aeiou])d$/, 'sion'],
  [/(?<=[cp])t$/, ''],
  [/(?<=[cp])$/, 't'],
  [/(?<=..[ae]n)$/, 'd'],
  [/(?<=...[ae]n)d$/, ''],
  [/ur$/, ''],
  [/ur$/, 'e'],
  [/e?(?<!ur)$/, 'ur'],
  // Ukraine, Iran, Brazil; Russia, Korea, America; Italy; Europe.
  [/(?<=[^aeiou])ian$/, ''],
  [/(?<=...[^aeiou])$/, 'ian'],
  [/(?<=..a)n$/, ''],
  [/(?<=..a)$/, 'n'],
  [/(?<=..)i$/, 'ian'],
  [/(?<=..i)an$/, ''],
  [/ean$/, ''],
  [/(?<=...p)$/, 'ean'],
];
/** Those that no ending joins. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  `loss lose, sale sell, theft steal, growth grow, discoveri discov, marriag marri, acquisi acquir, deten detain,
  britain british, franc french, germani german, canada canadian, mexico mexican, japan japanes, china chines,
  poland polish, sweden swedish, turkei turkish, israel isra, iraq iraqi, pakistan pakistani`
    .split(/,\s+/)
    .map((pair) => pair.split(' ') as [string, string])
    .flatMap(([one, other]) => [
      [one, other],
      [other, one],
    ]),
);
const SHORTEST = 4;

/** The term itself first. */
export const kinTerms = (term: string): string[] => [
  term,
  ...(PAIRS.has(term) ? [PAIRS.get(term)!] : []),
  ...(term.length < SHORTEST ? [] : ENDINGS).flatMap(([ending, other]) =>
    ending.test(term) ? term.replace(ending, other) : [],
  ),
];
