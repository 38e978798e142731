/** In: a scope. Out: what a question looks through: how many articles, of how many sources, up to when. */
import type { Searched } from '../domain/answer.ts';
import { DAY_MS } from '../domain/durations.ts';
import { isoDay } from '../domain/iso-time.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import type { SearchScope } from '../search/search-query.ts';

/** What is looked through; if nothing is of the days asked for, the newest date of all days. */
export const countSearched = async (engine: SearchEngine, scope: SearchScope): Promise<Searched> => {
  const { articles, sources, newest } = await engine.count(scope);
  const isEmptyRange = articles === 0 && scope.within !== null;
  const day = isEmptyRange ? (await engine.count({ ...scope, within: null })).newest : newest;
  return {
    articles,
    sources,
    newest: day === null ? null : isoDay(day * DAY_MS),
  };
};
