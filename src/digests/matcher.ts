/** Which articles a subscription's query matches: decided where the words are, by the same rules as in answers. */
import type { Article } from '../domain/article.ts';
import type { Mismatch, Query } from '../domain/query.ts';
import { queryScope } from '../search/query-requirements.ts';
import type { PublicationRange } from '../search/search-engine.ts';
import { bylineOf, passesScope } from '../search/search-query.ts';

export interface Matcher {
  /** Of the articles in the range those that each query matches, by number, in the order of the queries. */
  match(queries: readonly Query[], range: PublicationRange): Promise<readonly (readonly number[])[]>;
  /** The first thing that keeps an article from matching; null if it matches. */
  mismatch(query: Query, seq: number): Promise<Mismatch | null>;
}

/** What an outlet decides of a text it carries. */
export type Facts = Pick<Article, 'source' | 'author' | 'published'>;

/** Whether the query asks for what that outlet published on that day, whatever it is about. */
export const asksFor = (query: Query, facts: Facts): boolean =>
  passesScope(queryScope(query, null), bylineOf(facts));
