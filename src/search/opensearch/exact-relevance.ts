/**
 * In: terms, and what is known of all articles. Out: what OpenSearch is to score each term by: BM25 as FTS5 counts it, so that
 * both engines find the same. Lucene itself keeps the lengths of texts in steps of an eighth, and a title counts in them as
 * often as it weighs.
 */
import { B, K1 } from '../bm25.ts';
import { toToken } from '../lexicon.ts';
import type { SearchTerm } from '../search-query.ts';
import { keptToken } from './opensearch-documents.ts';
import type { TermScore } from './opensearch-query.ts';

const SCRIPT = `
  double count = termFreq('text', params.term);
  return params.idf * count / (count + ${K1} * (${1 - B} + ${B} * doc['length'].value / params.averageLength))`;

/** What FTS5 counts for a term that stands in half of the articles or more. */
const LEAST_IDF = 1e-6;

/** FTS5 counts how rare each form is by itself: ln x, where the idf of a term is ln (1 + x). */
const idfsOf = ({ forms, frequencies, idf }: SearchTerm, articles: number): [string, number][] =>
  forms.map((form, at) => {
    const holding = frequencies?.[at];
    const rarity =
      holding === undefined ? Math.expm1(idf) : (Math.max(0, articles - holding) + 0.5) / (holding + 0.5);
    return [form, Math.max(LEAST_IDF, Math.log(rarity))];
  });

/** Of all articles: how many there are, and how many words they have on average. */
export interface Lengths {
  readonly articles: number;
  readonly averageLength: number;
}

export const exactRelevance = (
  terms: readonly SearchTerm[],
  { articles, averageLength }: Lengths,
): TermScore => {
  const idfs = new Map(terms.flatMap((term) => idfsOf(term, articles)));
  return (term, clause) => {
    const params = { term: keptToken(toToken(term)), idf: idfs.get(term) ?? LEAST_IDF, averageLength };
    const script = { source: SCRIPT, params };
    return { function_score: { query: clause, script_score: { script }, boost_mode: 'replace' } };
  };
};
