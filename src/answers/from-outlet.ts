/**
 * In: a query that calls for what is new. Out: the same with the outlet it names as a filter, and no words to search for:
 * "latest from Harbour Radio", "news from the Daily Ledger". Null if it names none.
 */
import { EVERYONE } from '../domain/audience.ts';
import type { Query } from '../domain/query.ts';
import type { SearchEngine } from '../search/search-engine.ts';

const FROM = /\b(?:from|by) (?:the )?(?<outlet>\S.*?)[\s?!.]*$/i;

/** "Northern Wire (sample)", "The Daily Ledger". Lower case. */
const bareName = (name: string): string =>
  name
    .replace(/^the /, '')
    .replace(/\s*\([^)]*\)$/, '')
    .trim();

/** One word may be of the news itself: "news from Ukraine" is no call for "Ukraine Today". */
const isCalled = (name: string, outlet: string): boolean =>
  bareName(name) === outlet || (outlet.includes(' ') && bareName(name).startsWith(`${outlet} `));

export const fromOutlet = async (
  query: Query,
  engine: Pick<SearchEngine, 'sourceNames'>,
): Promise<Query | null> => {
  const outlet = query.intent.newest ? FROM.exec(query.words)?.groups?.outlet?.toLowerCase() : undefined;
  if (outlet === undefined) return null;
  const names = await engine.sourceNames(EVERYONE);
  const named = names.find((name) => isCalled(name.toLowerCase(), outlet));
  return named === undefined
    ? null
    : { ...query, words: '', sought: '', sources: [...query.sources, named.toLowerCase()] };
};
