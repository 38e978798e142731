/**
 * In: a term. Out: the terms that the same deed may stand under as a noun or a verb, if the stemmer gives them different
 * ones: "invasion" and "invades", "eruption" and "erupting", "departure" and "departs". English; some are no terms at all.
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
];
/** Nouns whose verbs have another stem. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  [
    'loss lose',
    'sale sell',
    'theft steal',
    'growth grow',
    'discoveri discov',
    'marriag marri',
    'acquisi acquir',
    'deten detain',
  ]
    .map((pair) => pair.split(' ') as [string, string])
    .flatMap(([noun, verb]) => [
      [noun, verb],
      [verb, noun],
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
