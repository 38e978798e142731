/** In: a query and a page's place. Out: that page of the articles that match. */
import type { SearchPage, SearchSort } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { browse } from '../search/document-filter.ts';
import { investigate, type Newsroom } from './answer-question.ts';
import { toRef } from './make-excerpt.ts';
import { createFilter } from './question-filter.ts';

export interface SearchRequest {
  readonly asOfMs: number;
  readonly sort?: SearchSort;
  readonly offset?: number;
  readonly limit?: number;
}

const PAGE = 10;
/** Pages by relevance end here; nobody reads on, and a narrower query serves better. */
const RANKED_LIMIT = 1_000;

/** The numbers of the matching documents, in the order asked for. */
const matching = async (
  query: Query,
  { asOfMs, sort }: SearchRequest,
  newsroom: Newsroom,
): Promise<number[]> => {
  const { index } = newsroom;
  const { candidates, plan } = await investigate(query, { asOfMs }, newsroom, RANKED_LIMIT);
  if (plan.terms.length === 0)
    return sorted(browse(index, createFilter(query, index, { asOfMs })), sort, index);
  if (sort === 'newest' || sort === 'oldest') return sorted([...candidates.matching], sort, index);
  const matched = new Set(candidates.matching);
  return candidates.list.map(({ document }) => document).filter((document) => matched.has(document));
};

const sorted = (documents: number[], sort: SearchSort | undefined, index: ArticleIndex): number[] => {
  const direction = sort === 'oldest' ? 1 : -1;
  const dayOf = (document: number): number => index.document(document)!.day;
  return documents.sort((a, b) => direction * (dayOf(a) - dayOf(b)) || direction * (a - b));
};

/**
 * One page of the articles that match, best first unless sorted by date.
 * @throws DatelineError `invalid` where the query cannot be read.
 */
export const searchArticles = async (
  text: string,
  request: SearchRequest,
  newsroom: Newsroom,
): Promise<SearchPage> => {
  const query = parseQuery(text, request.asOfMs);
  const { offset = 0, limit = PAGE } = request;
  const documents = await matching(query, request, newsroom);
  const page = documents
    .slice(offset, offset + limit)
    .map((document) => newsroom.index.document(document)!.seq);
  return {
    query,
    offset,
    total: documents.length,
    articles: (await newsroom.articles.getMany(page)).map(toRef),
  };
};
