/** In: a query of filters alone. Out: its answer: how the newest articles that pass begin, or that there are none. */
import { type AnswerDraft, NOTHING_LACKED } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import type { SearchQuery, SearchScope } from '../search/search-query.ts';
import type { Archive } from './archive.ts';
import { countSearched } from './count-searched.ts';
import { openingPassage } from './opening-passage.ts';
import { quotePassages } from './quote-passages.ts';

interface Browsing {
  readonly must: SearchQuery;
  readonly scope: SearchScope;
  /** Excerpts at most. */
  readonly limit: number;
}

/** Newest first, days unknown last; `matchedArticles` counts all that pass. If none does, nothing is quoted. */
export const browseNewest = async (
  query: Query,
  { must, scope, limit }: Browsing,
  archive: Archive,
): Promise<AnswerDraft> => {
  const { engine, words } = archive;
  const { hits, total } = await engine.page(must, scope, {
    order: 'newest',
    offset: 0,
    limit,
    asOfDay: scope.latestDay ?? 0,
  });
  const read = new Map((await words.words(hits.map(({ seq }) => seq))).map((one) => [one.seq, one]));
  const passages = hits.flatMap(({ seq, shown }, place) => {
    const article = read.get(seq);
    return article === undefined ? [] : (openingPassage(article, shown, -place) ?? []);
  });
  return {
    query,
    asked: 'filters',
    verdict: total > 0 ? 'answered' : 'none',
    confidence: total > 0 ? 1 : 0,
    excerpts: await quotePassages(passages, { terms: [] }, limit, archive),
    matchedArticles: total,
    ...NOTHING_LACKED,
    searched: await countSearched(engine, scope),
  };
};
