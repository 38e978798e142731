/** In: the terms to look for. Out: those that are worth their rows, as every engine over a large corpus chooses them. */
import { asksForSome, type SearchScope, type SearchTerm } from './search-query.ts';

/**
 * Common terms are left out when the rarer ones bring this many rows, but never the two rarest: what they contribute is counted
 * when the best are scored again. Of 487 questions .735/.817/.848 had an answer among one, three and five excerpts with
 * 1,000 rows, .733/.819/.850 with 4,000, which take twice as long.
 */
const ROWS_LIMIT = 1_000;
/** With a narrow scope every term is looked for, up to this many rows. */
const SCOPED_ROWS_LIMIT = 200_000;
/** A scope of no more articles is narrow. */
export const NARROW = 5_000;

/** Whether a scope may be narrow: what passes has to be counted then. */
export const mayBeNarrow = (scope: SearchScope): boolean =>
  asksForSome(scope) || scope.audience.sources !== null;

/** The terms to look for: rarest first, until they bring enough rows; more if none of a narrow scope is to be missed. */
export const affordableTerms = (terms: readonly SearchTerm[], isNarrow: boolean): SearchTerm[] => {
  const limit = isNarrow ? SCOPED_ROWS_LIMIT : ROWS_LIMIT;
  let rows = 0;
  return terms
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency)
    .filter(({ frequency }, at) => {
      rows += frequency;
      return at < 2 || rows <= limit;
    });
};
