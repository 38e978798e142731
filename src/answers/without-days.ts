/** In: a query of dates alone that no article was published on. Out: a query that looks for those dates in the texts. */
import type { Query } from '../domain/query.ts';
import { FACT } from '../query/read-intent.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import type { SearchScope } from '../search/search-query.ts';

/**
 * "What happened on March 12" over texts without a date: the words "March 12" are looked for, since a text may say "On March
 * 12, …". Days that count from the clock ("yesterday") are written in no text: if every article is undated, all are
 * shown. Null if the days decide after all.
 */
export const withoutDays = async (
  query: Query,
  scope: SearchScope,
  engine: Pick<SearchEngine, 'count'>,
): Promise<Query | null> => {
  if (query.named === null || (await engine.count(scope)).articles > 0) return null;
  const { words } = query.named;
  const { articles, newest } = await engine.count({ ...scope, within: null });
  if (articles === 0 || (words === '' && newest !== null)) return null;
  const { within, about } = query.named;
  return { ...query, words, ungrouped: words, sought: words, intent: FACT, within, about, named: null };
};
