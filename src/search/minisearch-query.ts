/** In: a query tree. Out: the same for MiniSearch, over one field of terms. */
import MiniSearch, { type Query } from 'minisearch';
import type { SearchField, SearchQuery } from './search-query.ts';

/** Whether the terms stand one right after the other in one of the parts of an article, by its number. */
export type HoldsRun = (seq: number, terms: readonly string[], parts: readonly SearchField[]) => boolean;

const BOTH_PARTS: readonly SearchField[] = ['title', 'body'];

const NO_ARTICLE: Query = { combineWith: 'OR', queries: [] };

/** Worth nothing, so that only terms make a score. */
const EVERY_ARTICLE: Query = {
  combineWith: 'OR',
  queries: [MiniSearch.wildcard],
  boostDocument: () => 0,
};

/** MiniSearch knows no positions, so articles that only hold the terms somewhere are left out by a boost of 0. */
const runQuery = (terms: readonly string[], parts: readonly SearchField[], holdsRun: HoldsRun): Query => {
  const [first, ...others] = new Set(terms);
  if (first === undefined) return NO_ARTICLE;
  const inRun: Query = {
    combineWith: 'OR',
    queries: [first],
    boostDocument: (seq: number) => (holdsRun(seq, terms, parts) ? 1 : 0),
  };
  return { combineWith: 'AND', queries: [inRun, ...others] };
};

/**
 * Expects an index whose search takes a string as one term, as it is, and whose only field holds an article's terms.
 * `parts` are those of the article that count.
 */
export const toMinisearchQuery = (
  query: SearchQuery,
  holdsRun: HoldsRun,
  parts: readonly SearchField[] = BOTH_PARTS,
): Query => {
  const inner = (each: SearchQuery): Query => toMinisearchQuery(each, holdsRun, parts);
  switch (query.kind) {
    case 'term':
      return parts === BOTH_PARTS ? query.term : runQuery([query.term], parts, holdsRun);
    case 'phrase':
      return runQuery(query.terms, parts, holdsRun);
    case 'all':
      return query.of.length === 0 ? EVERY_ARTICLE : { combineWith: 'AND', queries: query.of.map(inner) };
    case 'any':
      return { combineWith: 'OR', queries: query.of.map(inner) };
    case 'not':
      return { combineWith: 'AND_NOT', queries: [EVERY_ARTICLE, inner(query.query)] };
    case 'field': {
      const within = parts.filter((part) => part === query.field);
      return toMinisearchQuery(query.query, holdsRun, within);
    }
  }
};
