/**
 * In: a query that calls for what is new. Out: the same with the outlet it names as a filter, and no words to search for:
 * "latest from Harbour Radio", "news from the Daily Ledger". Null if it names none or something else besides,
 * or a source is chosen.
 */
import { EVERYONE } from '../domain/audience.ts';
import type { Query } from '../domain/query.ts';
import { hasSubject } from '../query/subject.ts';
import type { SearchEngine } from '../search/search-engine.ts';

const FROM = /\b(?:from|by) (?:the )?(?<outlet>\S.*?)[\s?!.]*$/i;

/** "Northern Wire (sample)", "The Daily Ledger". Lower case. */
const bareName = (name: string): string =>
  name
    .replace(/^the /, '')
    .replace(/\s*\([^)]*\)$/, '')
    .trim();

/** All but a "News" has to be named: "latest from Grand Marrow" is no call for the "Grand Marrow Times". */
const isCalled = (name: string, outlet: string): boolean => {
  const bare = bareName(name);
  return bare === outlet || (outlet.includes(' ') && bare === `${outlet} news`);
};

export const fromOutlet = async (
  query: Query,
  engine: Pick<SearchEngine, 'sourceNames'>,
): Promise<Query | null> => {
  const found = query.intent.newest ? FROM.exec(query.words) : null;
  const outlet = found?.groups?.outlet?.toLowerCase();
  if (found === null || outlet === undefined || query.sources.length > 0) return null;
  // "Latest on the dam from Harbour Radio" asks for the dam.
  if (hasSubject(query.words.slice(0, found.index))) return null;
  const names = await engine.sourceNames(EVERYONE);
  const named = names.find((name) => isCalled(name.toLowerCase(), outlet));
  return named === undefined ? null : { ...query, words: '', sought: '', sources: [named.toLowerCase()] };
};
