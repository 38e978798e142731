/**
 * In: several queries as text. Out: one text, in which each is read for itself and all have to hold. What one leaves
 * unfinished (a quotation mark, a parenthesis, an `OR`) ends with it, and takes nothing of the next.
 */

/** "Unit separator": nobody types it, and `cleanText` drops it wherever a query is shown. */
const SEPARATOR = '\u001f';

/** Empty ones are left out. */
export const joinQueries = (...queries: readonly string[]): string =>
  queries.filter((query) => query.trim() !== '').join(` ${SEPARATOR}`);

/** The queries that `joinQueries` made a text of. */
export const joinedQueries = (text: string): string[] => text.split(SEPARATOR);
