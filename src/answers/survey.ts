/** In: an index and a filter. Out: what a question looks through: how many articles, of how many sources, up to when. */
import type { Searched } from '../domain/answer.ts';
import { type ArticleIndex, DAY_MS, UNKNOWN_DAY } from '../search/article-index.ts';
import { type DocumentFilter, passesFacts } from '../search/document-filter.ts';

/** What passes the filter's dates and sources. */
const count = (index: ArticleIndex, filter: DocumentFilter): Searched => {
  const passes = passesFacts(index, filter);
  const { days, sources, sourceNames } = index.columns;
  const seen = new Uint8Array(sourceNames.length);
  let articles = 0;
  let newest = UNKNOWN_DAY;
  for (let document = 0; document < index.capacity; document++) {
    if (!passes(document)) continue;
    articles += 1;
    seen[sources[document]!] = 1;
    if (days[document]! > newest) newest = days[document]!;
  }
  const isKnown = newest !== UNKNOWN_DAY;
  return {
    articles,
    sources: seen.reduce((sum, one) => sum + one, 0),
    newest: isKnown ? new Date(newest * DAY_MS).toISOString().slice(0, 10) : null,
  };
};

/** What is looked through; where nothing is of the days asked for, the newest date of all days. */
export const survey = (index: ArticleIndex, filter: DocumentFilter): Searched => {
  const searched = count(index, filter);
  if (searched.articles > 0 || filter.within === null) return searched;
  return { ...searched, newest: count(index, { ...filter, within: null }).newest };
};
