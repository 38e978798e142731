/** In: a query and a page's place. Out: that page of the articles that match. */
import type { SearchPage, SearchSort } from '../domain/answer.ts';
import type { QueryPiece } from '../domain/query.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { LiteralCheck } from '../search/literal-check.ts';
import type { Hit, HitPage, PageRequest } from '../search/search-engine.ts';
import { all, anyForm } from '../search/search-query.ts';
import type { Archive } from './archive.ts';
import { archiveClock } from './archive-clock.ts';
import { countSearched } from './count-searched.ts';
import { type Finding, investigate } from './investigate.ts';
import { nameArticles } from './name-articles.ts';
import { otherLanguages } from './other-languages.ts';
import { type PhraseMatches, phraseMatches } from './phrase-matches.ts';

export interface SearchRequest {
  readonly asOfMs: number;
  readonly sort?: SearchSort;
  /** First article of the page, from 0. */
  readonly offset?: number;
  /** Articles per page, default 10. */
  readonly limit?: number;
  /** What has to hold besides the text. */
  readonly also?: readonly QueryPiece[];
}

const PAGE = 10;
/** How many texts at least are read for a phrase, to count the articles that hold it. */
const COUNTED = 1_000;
/** No more articles are looked at for a phrase. */
const PHRASE_DEPTH = 100_000;
/** If no article holds every word, those that hold this share of them by weight match; if none does, any. */
const SHARES = [0.5, 0];

interface Matches extends HitPage {
  /** There may be more than `total`. */
  readonly isPartial: boolean;
}

/**
 * Pages of articles that hold every word, of those that hold half of them, and of any: if the first holds nothing, the
 * next counts.
 */
async function* tiers(
  { plan, must, scope }: Finding,
  request: PageRequest,
  { engine }: Archive,
): AsyncGenerator<HitPage> {
  const terms = plan.terms.filter(({ isOptional }) => !isOptional);
  yield await engine.page(all([...terms.map(anyForm), must]), scope, request);
  if (terms.length === 0) return;
  for (const share of SHARES) yield await engine.pageByWeight(terms, share, must, scope, request);
}

const NONE: Matches = { hits: [], total: 0, isPartial: false };

const matching = async (finding: Finding, request: PageRequest, archive: Archive): Promise<Matches> => {
  for await (const page of tiers(finding, request, archive))
    if (page.total > 0) return { ...page, isPartial: false };
  return NONE;
};

/** Those that pass the check. Every text is read unless the page is full and this many were counted. */
const holding = async (
  holds: LiteralCheck,
  finding: Finding,
  request: PageRequest,
  archive: Archive,
): Promise<Matches> => {
  const { offset, limit } = request;
  const isEnough = ({ seqs, read }: PhraseMatches): boolean =>
    read >= COUNTED && seqs.length > offset + limit;
  for await (const found of tiers(finding, { ...request, offset: 0, limit: PHRASE_DEPTH }, archive)) {
    const bySeq = new Map(found.hits.map((hit) => [hit.seq, hit]));
    const { seqs, read } = await phraseMatches([...bySeq.keys()], holds, isEnough, archive.articles);
    const hits = seqs.slice(offset, offset + limit).map((seq): Hit => bySeq.get(seq)!);
    if (seqs.length > 0) return { hits, total: seqs.length, isPartial: read < found.total };
  }
  return NONE;
};

/**
 * One page of the articles that match, best first unless sorted by date.
 * @throws DatelineError `invalid` if the query cannot be read, `not_found` if it names an unknown source or author.
 */
export const searchArticles = async (
  text: string,
  { asOfMs: clockMs, sort = 'relevance', offset = 0, limit = PAGE, also }: SearchRequest,
  archive: Archive,
): Promise<SearchPage> => {
  const { asOfMs } = await archiveClock(archive.engine, { asOfMs: clockMs });
  const query = parseQuery(text, asOfMs, also);
  const finding = await investigate(query, { asOfMs }, archive);
  const { plan, scope, holds, missing, corrections } = finding;
  // Without words nothing tells articles apart but their days.
  const order = plan.terms.length === 0 && sort === 'relevance' ? 'newest' : sort;
  const request: PageRequest = { order, offset, limit, asOfDay: plan.asOfDay };
  const { hits, total, isPartial } = await (holds === null
    ? matching(finding, request, archive)
    : holding(holds, finding, request, archive));
  return {
    query,
    offset,
    total,
    isPartial,
    missing,
    articlesIn: missing.length > 0 ? otherLanguages(plan.language, finding.dictionary) : [],
    corrections,
    searched: await countSearched(archive.engine, scope),
    articles: await nameArticles(hits, archive),
  };
};
