/**
 * A `SearchEngine` in memory, on MiniSearch: whole articles, read from the store when it is first asked and kept up with
 * at every call. Good to some 10,000 articles.
 */

import { isHeard } from '../domain/audience.ts';
import { affordableTerms, mayBeNarrow, NARROW } from './affordable-terms.ts';
import { type ChangedArticle, MinisearchArticles } from './minisearch-articles.ts';
import { type IndexedPublication, passes } from './publications.ts';
import {
  type BestRequest,
  type Hit,
  type HitOrder,
  type HitPage,
  type PageRequest,
  type PublicationRange,
  recencyOf,
  type ScopeCount,
  type SearchEngine,
} from './search-engine.ts';
import {
  anyForm,
  any as anyOf,
  type Day,
  EVERYTHING,
  type SearchQuery,
  type SearchScope,
  type SearchTerm,
  term as termQuery,
} from './search-query.ts';

/** The part of the `ArticleReader` that fills the engine. */
export interface ArticleChanges {
  /** Oldest change first, each article once with its present state; nothing if there is none after that revision. */
  changesSince(revision: number, limit: number): Promise<readonly ChangedArticle[]>;
}

/** Articles read at once: their words keep the thread busy for about 0.15 s. */
const STEP = 50;

/** Sums of the same numbers in another order may differ by less than this part. */
const ROUNDING = 1e-9;

/** BM25 by article. */
type Scores = ReadonlyMap<number, number>;

const byDay = (direction: 1 | -1) => (a: Hit, b: Hit) => {
  if (a.day !== b.day) {
    if (a.day === null) return 1;
    if (b.day === null) return -1;
    return direction * (a.day - b.day);
  }
  return direction * (a.seq - b.seq);
};

const newestFirst = byDay(-1);

const ORDERS: Readonly<Record<HitOrder, (a: Hit, b: Hit) => number>> = {
  relevance: (a, b) => b.score - a.score || newestFirst(a, b),
  newest: newestFirst,
  oldest: byDay(1),
};

/** Every hit that the scope lets through, in order. */
const hitsOf = (
  { publications }: MinisearchArticles,
  scores: Scores,
  scope: SearchScope,
  { order, asOfDay }: Pick<PageRequest, 'order' | 'asOfDay'>,
): Hit[] => {
  const hits: Hit[] = [];
  for (const [seq, relevance] of scores) {
    const publication = publications.shown(seq, scope);
    if (publication === undefined) continue;
    const score = order === 'relevance' ? relevance * recencyOf(publication.day, asOfDay) : 0;
    hits.push({ seq, shown: publication.seq, day: publication.day, score });
  }
  return hits.sort(ORDERS[order]);
};

const pageOf = (hits: readonly Hit[], { offset, limit }: PageRequest): HitPage => ({
  hits: hits.slice(offset, offset + limit),
  total: hits.length,
});

/** Articles that hold any of the terms and match `must`; what made them match `must` adds nothing. */
const holders = (articles: MinisearchArticles, terms: readonly SearchTerm[], must: SearchQuery): Scores => {
  const holding = articles.matches(anyOf(terms.map(anyForm)));
  if (must === EVERYTHING) return holding;
  const matching = articles.matches(must);
  return new Map([...holding].filter(([seq]) => matching.has(seq)));
};

const countOf = ({ publications }: MinisearchArticles, scope: SearchScope): ScopeCount => {
  const passing = [...publications.all()].filter((publication) => passes(scope, publication));
  const newest = passing.reduce<Day | null>(
    (latest, { day }) => (latest === null || (day !== null && day > latest) ? day : latest),
    null,
  );
  return {
    articles: new Set(passing.map(({ of }) => of)).size,
    sources: new Set(passing.map(({ source }) => source)).size,
    newest,
  };
};

/** By the affordable terms alone if these find enough. */
const best = (
  articles: MinisearchArticles,
  terms: readonly SearchTerm[],
  must: SearchQuery,
  { scope, asOfDay, limit }: BestRequest,
): Hit[] => {
  const hitsBy = (some: readonly SearchTerm[]): Hit[] =>
    hitsOf(articles, holders(articles, some, must), scope, { order: 'relevance', asOfDay });
  const isNarrow = mayBeNarrow(scope) && countOf(articles, scope).articles <= NARROW;
  const few = affordableTerms(terms, isNarrow);
  const found = hitsBy(few);
  return (found.length < limit && few.length < terms.length ? hitsBy(terms) : found).slice(0, limit);
};

/** How much of the idf of all the terms each article holds. */
const weightsOf = (articles: MinisearchArticles, terms: readonly SearchTerm[]): Scores => {
  const weights = new Map<number, number>();
  for (const term of terms)
    for (const seq of articles.matches(anyForm(term)).keys())
      weights.set(seq, (weights.get(seq) ?? 0) + term.idf);
  return weights;
};

const holdersByWeight = (
  articles: MinisearchArticles,
  terms: readonly SearchTerm[],
  share: number,
  must: SearchQuery,
): Scores => {
  const wanted = share * terms.reduce((sum, { idf }) => sum + idf, 0) * (1 - ROUNDING);
  const weights = weightsOf(articles, terms);
  return new Map([...holders(articles, terms, must)].filter(([seq]) => weights.get(seq)! >= wanted));
};

const publicationsIn = (
  { publications }: MinisearchArticles,
  range: PublicationRange,
): IndexedPublication[] => {
  if ('seqs' in range)
    return [...new Set(range.seqs)]
      .map((seq) => publications.get(seq))
      .filter((found) => found !== undefined);
  return [...publications.all()].filter(({ seq }) => seq > range.after && seq <= range.through);
};

const percolate = (
  articles: MinisearchArticles,
  query: SearchQuery,
  scope: SearchScope,
  range: PublicationRange,
): number[] => {
  const matching = articles.matches(query);
  return publicationsIn(articles, range)
    .filter((publication) => matching.has(publication.of) && passes(scope, publication))
    .map(({ seq }) => seq)
    .sort((a, b) => a - b);
};

/**
 * Answers calls one after the other, each from the articles as they are in the store when its turn comes. A call rejects
 * with what the store rejects with; the next one tries again from there.
 */
const createReader = (store: ArticleChanges) => {
  const articles = new MinisearchArticles();
  let revision = 0;
  let last: Promise<unknown> = Promise.resolve();
  const catchUp = async (): Promise<void> => {
    for (;;) {
      const changes = await store.changesSince(revision, STEP);
      for (const change of changes) {
        articles.apply(change);
        revision = change.revision;
      }
      if (changes.length === 0) return;
    }
  };
  return <T>(answer: (articles: MinisearchArticles) => T): Promise<T> => {
    const answered = last.then(catchUp).then(() => answer(articles));
    last = answered.catch(() => {});
    return answered;
  };
};

/** Reads the store at the first call; call once, say for `sourceNames`, to have that behind you. */
export const createMinisearchEngine = (store: ArticleChanges): SearchEngine => {
  const read = createReader(store);
  return {
    best: (terms, must, request) => read((articles) => best(articles, terms, must, request)),
    page: (query, scope, request) =>
      read((articles) => pageOf(hitsOf(articles, articles.matches(query), scope, request), request)),
    pageByWeight: (terms, share, must, scope, request) =>
      read((articles) =>
        pageOf(hitsOf(articles, holdersByWeight(articles, terms, share, must), scope, request), request),
      ),
    percolate: (query, scope, range) => read((articles) => percolate(articles, query, scope, range)),
    heldTerms: (terms, scope) =>
      read((articles) => {
        const isHeld = (term: string) =>
          [...articles.matches(termQuery(term)).keys()].some(
            (seq) => articles.publications.shown(seq, scope) !== undefined,
          );
        return new Set(terms.filter(isHeld));
      }),
    publications: (audience, range) =>
      read((articles) =>
        publicationsIn(articles, range).filter((publication) => isHeard(audience, publication)),
      ),
    count: (scope) => read((articles) => countOf(articles, scope)),
    sourceNames: (audience) =>
      read(({ publications }) => {
        const heard = [...publications.all()].filter((publication) => isHeard(audience, publication));
        return [...new Set(heard.map(({ source }) => source))].sort();
      }),
    countPrivate: () =>
      read(
        ({ publications }) =>
          [...publications.all()].filter(({ seq, of, heardBy }) => seq === of && heardBy !== null).length,
      ),
  };
};
