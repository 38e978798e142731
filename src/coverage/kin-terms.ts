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
const SHORTEST = 4;

/** The term itself first. */
export const kinTerms = (term: string): string[] => [
  term,
  ...(term.length < SHORTEST ? [] : ENDINGS).flatMap(([ending, other]) =>
    ending.test(term) ? term.replace(ending, other) : [],
  ),
];
