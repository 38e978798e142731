/**
 * What an engine is asked for, as a tree over terms. A term is a word as `text/terms.ts` stems it; engines compare terms
 * for equality and know nothing of languages.
 */
import { type Article, publishedDay } from '../domain/article.ts';
import { type Audience, EVERYONE } from '../domain/audience.ts';
import { DAY_MS } from '../domain/durations.ts';
import { foldName, passesAuthor, passesSource } from '../domain/query.ts';

export type SearchQuery =
  /** The term stands in the title or the body. */
  | { readonly kind: 'term'; readonly term: string }
  /** The terms stand one right after the other, all in the title or all in the body. None: holds nowhere. */
  | { readonly kind: 'phrase'; readonly terms: readonly string[] }
  /** All of these hold. None: every article. */
  | { readonly kind: 'all'; readonly of: readonly SearchQuery[] }
  /** One of these holds. None: no article. */
  | { readonly kind: 'any'; readonly of: readonly SearchQuery[] }
  | { readonly kind: 'not'; readonly query: SearchQuery }
  /** The query holds within that part of the article. */
  | { readonly kind: 'field'; readonly field: SearchField; readonly query: SearchQuery };

export type SearchField = 'title' | 'body';

export const term = (value: string): SearchQuery => ({ kind: 'term', term: value });
export const phrase = (terms: readonly string[]): SearchQuery => ({ kind: 'phrase', terms });
export const all = (of: readonly SearchQuery[]): SearchQuery => ({ kind: 'all', of });
export const any = (of: readonly SearchQuery[]): SearchQuery => ({ kind: 'any', of });
export const not = (query: SearchQuery): SearchQuery => ({ kind: 'not', query });
export const inTitle = (query: SearchQuery): SearchQuery => ({ kind: 'field', field: 'title', query });

/** Every article, whatever it says. */
export const EVERYTHING: SearchQuery = all([]);

/** A word to look for: any of its forms counts as a match. */
export interface SearchTerm {
  /** Terms, one for each language whose stem differs; none if no article holds the word. */
  readonly forms: readonly string[];
  /** Articles that hold each, in the same order; absent: only `idf` shows how rare they are. */
  readonly frequencies?: readonly number[];
  /** Articles that hold one of the forms, at most. */
  readonly frequency: number;
  /** What a match is worth: the inverse document frequency. */
  readonly idf: number;
}

export const anyForm = ({ forms }: Pick<SearchTerm, 'forms'>): SearchQuery => any(forms.map(term));

/** Days since 1970-01-01. */
export type Day = number;

/** The day of an instant in epoch milliseconds. */
export const dayOfMs = (ms: number): Day => Math.floor(ms / DAY_MS);

/** The day of a date (`YYYY-MM-DD`, an ISO instant) or null if it is not known. */
export const dayOf = (published: string | null): Day | null => {
  const day = publishedDay(published);
  return day === null ? null : dayOfMs(Date.parse(day));
};

/**
 * Which publications may be shown. A text that several outlets carry is one article with a publication each; it passes if one
 * of its publications does.
 */
export interface SearchScope {
  /** Nothing published later; unknown days pass. Null: no limit. */
  readonly latestDay: Day | null;
  /** Both ends included, null leaves a side open; unknown days do not pass. */
  readonly within: { readonly from: Day | null; readonly to: Day | null } | null;
  /** Lower-cased parts of source names, any of which must be in the outlet's; empty lets all pass. */
  readonly sources: readonly string[];
  /** Lower-cased parts of source names, none of which may be in the outlet's. */
  readonly excludedSources: readonly string[];
  /** Parts of authors' names, as `foldName` gives them, any of which must be in the author's; an unknown author has none. */
  readonly authors: readonly string[];
  /** Such parts, none of which may be in it. */
  readonly excludedAuthors: readonly string[];
  /** Who asks: what they do not hear is not there. */
  readonly audience: Audience;
}

/** Everything that everyone hears. */
export const WHOLE_SCOPE: SearchScope = {
  latestDay: null,
  within: null,
  sources: [],
  excludedSources: [],
  authors: [],
  excludedAuthors: [],
  audience: EVERYONE,
};

/** Whether days, sources or authors are asked for; a clock that hides what came later aside. */
export const asksForSome = ({
  within,
  sources,
  excludedSources,
  authors,
  excludedAuthors,
}: SearchScope): boolean =>
  within !== null || [sources, excludedSources, authors, excludedAuthors].some((parts) => parts.length > 0);

/** Which outlet carries a text, who wrote it, and its day. */
export interface Byline {
  /** Lower-cased. */
  readonly source: string;
  /** As `foldName` gives it; null if it is not known. */
  readonly author: string | null;
  readonly day: Day | null;
}

/** What an article has of that. */
export const bylineOf = ({
  source,
  author,
  published,
}: Pick<Article, 'source' | 'author' | 'published'>): Byline => ({
  source: source.toLowerCase(),
  author: author && foldName(author),
  day: dayOf(published),
});

/** Whether what is published so passes, for an audience that hears it. */
export const passesScope = (scope: SearchScope, { source, author, day }: Byline): boolean => {
  const { latestDay, within } = scope;
  if (!passesSource(source, scope) || !passesAuthor(author, scope)) return false;
  if (latestDay !== null && day !== null && day > latestDay) return false;
  if (within === null) return true;
  return (
    day !== null && (within.from === null || day >= within.from) && (within.to === null || day <= within.to)
  );
};
