/**
 * In: a scope. Out: the articles that pass, scored by the day of the publication that is shown of each: the first that
 * passes. Its rank and day are packed into one number, of which the smallest counts, and the day alone is left of that.
 */
import type { HitOrder } from '../search-engine.ts';
import type { SearchScope } from '../search-query.ts';
import { type Clause, inPublications, publicationClause } from './opensearch-query.ts';

/** Scores are exact up to 2²⁴: 20 bits for the day, 4 for the rank. Later copies than the 16th count as the 16th. */
const DAYS = 2 ** 20;
const RANKS = 16;

/** Days before and after 1970 on either side of the middle; 0 is left for what comes last. */
const shownDay = (order: HitOrder): string => {
  const day = `Math.min(${DAYS - 1}, Math.max(1, doc['publications.day'].value + ${DAYS / 2}))`;
  const placed = order === 'oldest' ? `${DAYS} - ${day}` : day;
  return `Math.min(${RANKS - 1}, doc['publications.rank'].value) * ${DAYS}L
    + (doc['publications.day'].size() == 0 ? 0 : ${placed})`;
};

const scoredBy = (query: Clause, source: string): Clause => ({
  // Not `script_score` alone, which fails if a segment of the index holds none of the articles.
  function_score: { query, script_score: { script: { source } }, boost_mode: 'replace' },
});

/** The best comes first in both orders. */
export const byShownDay = (scope: SearchScope, order: HitOrder): Clause =>
  scoredBy(
    inPublications(scoredBy(publicationClause(scope), shownDay(order)), 'min'),
    `(long) _score % ${DAYS}L`,
  );
