/** In: an index and a filter. Out: what a question looks through: how many articles, of how many sources, up to when. */
import type { Searched } from '../domain/answer.ts';
import { type ArticleIndex, DAY_MS, UNKNOWN_DAY } from '../search/article-index.ts';
import { type DocumentFilter, passesTelling } from '../search/document-filter.ts';

/** What passes the filter's dates and sources; an article counts once, and every outlet whose telling of it passes. */
const count = (index: ArticleIndex, filter: DocumentFilter): Searched => {
  const passes = passesTelling(index, filter);
  const { lengths, days, sources, sourceNames } = index.columns;
  const seen = new Uint8Array(sourceNames.length);
  let articles = 0;
  let newest = UNKNOWN_DAY;
  const look = (day: number, place: number): boolean => {
    if (!passes(day, place)) return false;
    seen[place] = 1;
    if (day > newest) newest = day;
    return true;
  };
  for (let document = 0; document < index.capacity; document++)
    if (lengths[document] && look(days[document]!, sources[document]!)) articles += 1;
  const byCopyAlone = new Set<number>();
  for (const { of, day, place } of index.copies()) {
    const document = index.documentOf(of);
    if (!lengths[document] || !look(day, place)) continue;
    if (!passes(days[document]!, sources[document]!)) byCopyAlone.add(document);
  }
  articles += byCopyAlone.size;
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
