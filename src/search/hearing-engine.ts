/** In: an engine and who asks. Out: the same engine, which finds, counts and names nothing but what these hear. */
import type { Audience } from '../domain/audience.ts';
import type { SearchEngine } from './search-engine.ts';
import type { SearchScope } from './search-query.ts';

export const hearingEngine = (engine: SearchEngine, audience: Audience): SearchEngine => {
  const heard = (scope: SearchScope): SearchScope => ({ ...scope, audience });
  return {
    best: (terms, must, request) => engine.best(terms, must, { ...request, scope: heard(request.scope) }),
    page: (query, scope, request) => engine.page(query, heard(scope), request),
    pageByWeight: (terms, share, must, scope, request) =>
      engine.pageByWeight(terms, share, must, heard(scope), request),
    percolate: (query, scope, range) => engine.percolate(query, heard(scope), range),
    heldTerms: (terms, scope) => engine.heldTerms(terms, heard(scope)),
    publications: (_, range) => engine.publications(audience, range),
    count: (scope) => engine.count(heard(scope)),
    sourceNames: () => engine.sourceNames(audience),
    countPrivate: () => engine.countPrivate(),
  };
};
