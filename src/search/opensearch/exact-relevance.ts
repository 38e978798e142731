/**
 * In: terms, and how many words an article has. Out: what OpenSearch is to score each term by: BM25 as FTS5 counts it, so that
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
/** FTS5 counts ln x where the idf of a term is ln (1 + x). */
const idfOf = ({ idf }: SearchTerm): number => Math.max(LEAST_IDF, Math.log(Math.expm1(idf)));

export const exactRelevance = (terms: readonly SearchTerm[], averageLength: number): TermScore => {
  const idfs = new Map(terms.flatMap((term) => term.forms.map((form) => [form, idfOf(term)] as const)));
  return (term, clause) => {
    const params = { term: keptToken(toToken(term)), idf: idfs.get(term) ?? LEAST_IDF, averageLength };
    const script = { source: SCRIPT, params };
    return { function_score: { query: clause, script_score: { script }, boost_mode: 'replace' } };
  };
};
