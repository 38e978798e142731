/** In: a query tree and a scope. Out: the same in OpenSearch's query language. */

import { toToken } from '../lexicon.ts';
import {
  asksForSome,
  type Day,
  type SearchField,
  type SearchQuery,
  type SearchScope,
  type SearchTerm,
} from '../search-query.ts';
import { EVERYONE, keptToken } from './opensearch-documents.ts';

export type Clause = Readonly<Record<string, unknown>>;

export const ALL: Clause = { match_all: {} };
const NONE: Clause = { match_none: {} };

export const bool = (parts: Readonly<Record<string, unknown>>): Clause => ({ bool: parts });
export const anyOf = (clauses: readonly Clause[]): Clause => {
  if (clauses.length === 0) return NONE;
  return clauses.length === 1 ? clauses[0]! : bool({ should: clauses, minimum_should_match: 1 });
};

/** `nowhere`: within the title and the body at once there is nothing. */
type Place = SearchField | 'anywhere' | 'nowhere';

const within = (place: Place, field: SearchField): Place =>
  place === 'anywhere' || place === field ? field : 'nowhere';

/** How a term scores, if not as Lucene scores it. */
export type TermScore = (term: string, clause: Clause) => Clause;

const termClause = (term: string, place: Place, score?: TermScore): Clause => {
  if (place === 'nowhere') return NONE;
  const clause = {
    term: { [place === 'anywhere' ? 'text' : place]: { value: keptToken(toToken(term)) } },
  };
  return score === undefined || place !== 'anywhere' ? clause : score(term, clause);
};

/** Any of this many terms, which score nothing. */
export const anyTermClause = (terms: readonly string[]): Clause => ({
  terms: { text: terms.map((term) => keptToken(toToken(term))) },
});

const phraseClause = (terms: readonly string[], place: Place): Clause => {
  if (place === 'nowhere' || terms.length === 0 || terms.includes('')) return NONE;
  if (terms.length === 1) return termClause(terms[0]!, place);
  const query = terms.map((term) => keptToken(toToken(term))).join(' ');
  const fields = place === 'anywhere' ? ['title', 'body'] : [place];
  return anyOf(fields.map((field) => ({ match_phrase: { [field]: { query } } })));
};

/** Whether it asks for no word that could make a score. */
export const isWordless = (query: SearchQuery): boolean => {
  switch (query.kind) {
    case 'term':
    case 'phrase':
      return false;
    case 'not':
      return true;
    case 'field':
      return isWordless(query.query);
    default:
      return query.of.every(isWordless);
  }
};

/** Parts of the same kind within each other, as one list. */
const flattened = (kind: 'all' | 'any', of: readonly SearchQuery[]): SearchQuery[] =>
  of.flatMap((part) => (part.kind === kind ? flattened(kind, part.of) : [part]));

/** What matches, scored by its words alone. */
export const queryClause = (query: SearchQuery, place: Place = 'anywhere', score?: TermScore): Clause => {
  switch (query.kind) {
    case 'term':
      return termClause(query.term, place, score);
    case 'phrase':
      return phraseClause(query.terms, place);
    case 'field':
      return queryClause(query.query, within(place, query.field), score);
    case 'not':
      return bool({ must_not: [queryClause(query.query, place)] });
    case 'any':
      return anyOf(
        flattened('any', query.of).map((part) =>
          isWordless(part)
            ? bool({ filter: [queryClause(part, place, score)] })
            : queryClause(part, place, score),
        ),
      );
    case 'all': {
      const parts = flattened('all', query.of);
      if (parts.length === 1) return queryClause(parts[0]!, place, score);
      const clauses = (some: readonly SearchQuery[]) => some.map((part) => queryClause(part, place, score));
      const nots = parts.flatMap((part) => (part.kind === 'not' ? [part.query] : []));
      return bool({
        must: clauses(parts.filter((part) => !isWordless(part))),
        filter: [ALL, ...clauses(parts.filter((part) => isWordless(part) && part.kind !== 'not'))],
        must_not: clauses(nots),
      });
    }
  }
};

/** One of the forms of a term. */
export const formClause = ({ forms }: Pick<SearchTerm, 'forms'>): Clause =>
  anyOf(forms.map((form) => termClause(form, 'anywhere')));

/** A part of a name, wherever it stands in it; in it no sign is a wildcard. */
const holds = (field: string, part: string): Clause => ({
  wildcard: { [field]: { value: `*${part.replace(/[*?\\]/g, '\\$&')}*` } },
});

const named = (field: string, parts: readonly string[], excluded: readonly string[]): Clause[] => [
  ...(parts.length === 0 ? [] : [anyOf(parts.map((part) => holds(field, part)))]),
  ...(excluded.length === 0 ? [] : [bool({ must_not: excluded.map((part) => holds(field, part)) })]),
];

const hearers = ({ guildId }: SearchScope['audience']): string[] =>
  guildId === null ? [EVERYONE] : [EVERYONE, guildId];

const upTo = (day: Day): Clause =>
  anyOf([
    { range: { 'publications.day': { lte: day } } },
    bool({ must_not: [{ exists: { field: 'publications.day' } }] }),
  ]);

/** Whether a publication passes; to be asked within `publications`. */
export const publicationClause = (scope: SearchScope): Clause => {
  const { audience, latestDay, within: days } = scope;
  const range = days && { gte: days.from ?? undefined, lte: days.to ?? undefined };
  return bool({
    filter: [
      { terms: { 'publications.heardBy': hearers(audience) } },
      ...(audience.sources === null ? [] : [{ terms: { 'publications.source': audience.sources } }]),
      ...(latestDay === null ? [] : [upTo(latestDay)]),
      ...(range === null
        ? []
        : [{ exists: { field: 'publications.day' } }, { range: { 'publications.day': range } }]),
      ...named('publications.source', scope.sources, scope.excludedSources),
      ...named('publications.author', scope.authors, scope.excludedAuthors),
    ],
  });
};

export const inPublications = (query: Clause, scoreMode = 'none'): Clause => ({
  nested: { path: 'publications', query, score_mode: scoreMode },
});

/** Whether nothing is asked for: all that the audience hears passes. */
const isUnasked = (scope: SearchScope): boolean => scope.latestDay === null && !asksForSome(scope);

/** Whether the audience hears any publication of the article, of whatever outlet. */
export const heardClause = (audience: SearchScope['audience']): Clause => ({
  terms: { heardBy: hearers(audience) },
});

/** Whether any publication of the article passes. */
export const scopeClause = (scope: SearchScope): Clause =>
  isUnasked(scope) && scope.audience.sources === null
    ? heardClause(scope.audience)
    : inPublications(publicationClause(scope));

/** Scores far below all others. */
const LAST = 1e-9;

/** What matches, with the articles last of which no publication passes. */
export const passingFirst = (query: Clause, scope: SearchScope): Clause => ({
  function_score: {
    query,
    functions: [{ filter: bool({ must_not: [scopeClause(scope)] }), weight: LAST }],
    boost_mode: 'multiply',
  },
});
