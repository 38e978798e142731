/** In: an index and a filter. Out: what a question looks through: how many articles, of how many sources, up to when. */
import type { Answer } from '../domain/answer.ts';
import { type ArticleIndex, DAY_MS, UNKNOWN_DAY } from '../search/article-index.ts';
import { type CandidateFilter, passesFilter } from '../search/find-candidates.ts';

type Searched = Answer['searched'];

/** What passes the filter's dates and sources. */
export const survey = (index: ArticleIndex, filter: CandidateFilter): Searched => {
  const sources = new Set<string>();
  let articles = 0;
  let newest = UNKNOWN_DAY;
  for (const entry of index.documents()) {
    if (entry === undefined || !passesFilter(entry, filter)) continue;
    articles += 1;
    sources.add(entry.source);
    if (entry.day > newest) newest = entry.day;
  }
  const isKnown = newest !== UNKNOWN_DAY;
  return {
    articles,
    sources: sources.size,
    newest: isKnown ? new Date(newest * DAY_MS).toISOString().slice(0, 10) : null,
  };
};
