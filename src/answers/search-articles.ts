/** In: a query and a page's place. Out: that page of the articles that match. */
import type { SearchPage, SearchSort } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { browse } from '../search/document-filter.ts';
import type { Candidates } from '../search/find-candidates.ts';
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
/** So many are ranked as a rule; all of them for a page that lies further on. */
const RANKED = 1_000;

interface Matches {
  /** Numbers of documents in the order asked for, at least as far as the page's end. */
  readonly documents: readonly number[];
  readonly total: number;
  /** There may be more than `total`. */
  readonly isPartial: boolean;
}

const matching = async (query: Query, request: SearchRequest, newsroom: Newsroom): Promise<Matches> => {
  const { asOfMs, sort, offset = 0, limit = PAGE } = request;
  const { index } = newsroom;
  const isByDate = sort === 'newest' || sort === 'oldest';
  const { candidates, plan } = await investigate(query, { asOfMs }, newsroom, RANKED);
  if (plan.terms.length === 0) {
    const browsed = browse(index, createFilter(query, index, { asOfMs }));
    return { documents: sorted(browsed, sort, index), total: browsed.length, isPartial: false };
  }
  const total = candidates.matching.length;
  if (isByDate && query.phrases.length === 0)
    return { documents: sorted([...candidates.matching], sort, index), total, isPartial: false };
  const ranked = bestFirst(candidates);
  // Phrases are looked for in the texts themselves, of the best candidates only: the others may hold them or not.
  if (query.phrases.length > 0) {
    const documents = isByDate ? sorted(ranked, sort, index) : ranked;
    return { documents, total: ranked.length, isPartial: ranked.length < total };
  }
  const reaches = ranked.length >= Math.min(offset + limit, total);
  const documents = reaches
    ? ranked
    : bestFirst((await investigate(query, { asOfMs }, newsroom, Number.POSITIVE_INFINITY)).candidates);
  return { documents, total, isPartial: false };
};

const bestFirst = ({ list, matching: all }: Candidates): number[] => {
  const matched = new Set(all);
  return list.map(({ document }) => document).filter((document) => matched.has(document));
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
  const { documents, total, isPartial } = await matching(query, request, newsroom);
  const page = documents
    .slice(offset, offset + limit)
    .map((document) => newsroom.index.document(document)!.seq);
  return {
    query,
    offset,
    total,
    isPartial,
    articles: (await newsroom.articles.getMany(page)).map(toRef),
  };
};
