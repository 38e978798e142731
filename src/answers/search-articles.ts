/** In: a query and a page's place. Out: that page of the articles that match. */
import type { SearchPage, SearchSort } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { browse, type DocumentFilter, sortByDay } from '../search/document-filter.ts';
import type { Candidates } from '../search/find-candidates.ts';
import { type Finding, investigate, type Newsroom } from './answer-question.ts';
import { findHolders, type Holders } from './find-holders.ts';
import { nameArticles } from './name-articles.ts';
import { survey } from './survey.ts';

export interface SearchRequest {
  readonly asOfMs: number;
  readonly sort?: SearchSort;
  readonly offset?: number;
  readonly limit?: number;
}

const PAGE = 10;
/** So many are ranked as a rule; all of them for a page that lies further on. */
const RANKED = 1_000;
/** So many texts at least are read for a phrase, to count the articles that hold it. */
const COUNTED = 1_000;

interface Matches {
  /** Numbers of documents in the order asked for, at least as far as the page's end. */
  readonly documents: readonly number[];
  readonly total: number;
  /** There may be more than `total`. */
  readonly isPartial: boolean;
}

const matching = async (
  query: Query,
  { candidates, plan, filter }: Finding,
  request: SearchRequest,
  newsroom: Newsroom,
): Promise<Matches> => {
  const { asOfMs, sort, offset = 0, limit = PAGE } = request;
  const { index } = newsroom;
  const isBrowsing = plan.terms.length === 0;
  const browsed = isBrowsing ? browse(index, filter) : [];
  if (query.phrases.length > 0)
    return holding(isBrowsing ? [browsed] : tiers(candidates), query, filter, request, newsroom);
  if (isBrowsing) return all(sorted(browsed, sort, filter, index));
  if (sort === 'newest' || sort === 'oldest') return all(sorted(candidates.matching, sort, filter, index));
  const total = candidates.matching.length;
  const [ranked] = tiers(candidates);
  if (ranked.length >= Math.min(offset + limit, total)) return { documents: ranked, total, isPartial: false };
  const deeper = await investigate(query, { asOfMs }, newsroom, Number.POSITIVE_INFINITY);
  return all(tiers(deeper.candidates)[0]);
};

const all = (documents: readonly number[]): Matches => ({
  documents,
  total: documents.length,
  isPartial: false,
});

/** Best first: the candidates that match, and the others. */
const tiers = ({ list, matching: all }: Candidates): [number[], number[]] => {
  const matched = new Set(all);
  const best = list.map(({ document }) => document);
  return [
    best.filter((document) => matched.has(document)),
    best.filter((document) => !matched.has(document)),
  ];
};

/**
 * Those of the first tier that hold the phrases to the letter; where none does, of the next. Every text is read unless
 * the page is full and so many were counted.
 */
const holding = async (
  inTiers: readonly (readonly number[])[],
  { phrases }: Query,
  filter: DocumentFilter,
  { sort, offset = 0, limit = PAGE }: SearchRequest,
  newsroom: Newsroom,
): Promise<Matches> => {
  const isEnough = ({ documents, read }: Holders) => read >= COUNTED && documents.length > offset + limit;
  for (const tier of inTiers) {
    const { documents, read } = await findHolders(
      sorted(tier, sort, filter, newsroom.index),
      phrases,
      isEnough,
      newsroom,
    );
    if (documents.length > 0) return { ...all(documents), isPartial: read < tier.length };
  }
  return all([]);
};

/** By the day of publication (as shown), where that is asked for. */
const sorted = (
  documents: readonly number[],
  sort: SearchSort | undefined,
  filter: DocumentFilter,
  index: ArticleIndex,
): readonly number[] =>
  sort === 'newest' || sort === 'oldest'
    ? sortByDay(documents, index, filter, sort === 'oldest' ? 1 : -1)
    : documents;

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
  const { asOfMs, offset = 0, limit = PAGE } = request;
  const depth = query.phrases.length > 0 ? Number.POSITIVE_INFINITY : RANKED;
  const finding = await investigate(query, { asOfMs }, newsroom, depth);
  const { documents, total, isPartial } = await matching(query, finding, request, newsroom);
  const page = documents.slice(offset, offset + limit);
  return {
    query,
    offset,
    total,
    isPartial,
    missing: finding.missing,
    corrections: finding.corrections,
    searched: survey(newsroom.index, finding.filter),
    articles: await nameArticles(page, finding.filter, newsroom),
  };
};
