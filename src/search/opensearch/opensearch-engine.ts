/** `SearchEngine` over OpenSearch, fed with our own terms, so that every match and highlight agrees with the words here. */
import type { Audience } from '../../domain/audience.ts';
import { type CircuitBreaker, createCircuitBreaker } from '../../scheduling/circuit-breaker.ts';
import { affordableTerms, mayBeNarrow, NARROW } from '../affordable-terms.ts';
import { MOST_EACH, narrowerQueries } from '../narrower-queries.ts';
import { type IndexedPublication, passes } from '../publications.ts';
import {
  type BestRequest,
  type Hit,
  type HitPage,
  type PageRequest,
  type PublicationRange,
  RECENCY_DAYS,
  type ScopeCount,
  type SearchEngine,
} from '../search-engine.ts';
import {
  any,
  anyForm,
  type Day,
  EVERYTHING,
  type SearchQuery,
  type SearchScope,
  type SearchTerm,
  term as termQuery,
  WHOLE_SCOPE,
} from '../search-query.ts';
import { exactRelevance } from './exact-relevance.ts';
import type { ArticleFollower } from './follow-articles.ts';
import { IndexCounts, type RawHit, type RawPage } from './index-counts.ts';
import { explaining, isHung, type OpenSearchClient, SOON } from './opensearch-client.ts';
import { publicationsOf, READ, seqOf } from './opensearch-documents.ts';
import {
  ALL,
  anyOf,
  anyTermClause,
  bool,
  type Clause,
  formClause,
  heardClause,
  inPublications,
  isWordless,
  passingFirst,
  publicationClause,
  queryClause,
  scopeClause,
  type TermScore,
} from './opensearch-query.ts';
import { byShownDay } from './order-by-day.ts';

/** Publications that match a stored query are read in steps of this many articles. */
const STEP = 1_000;
/** How long nobody waits again for an OpenSearch that does not answer. */
const HUNG_REST_MS = 10_000;
/** Sums of idf are 32-bit numbers here. */
const ROUNDING = 1e-5;

/** From 2 (published at the clock) down to 1 (long ago, or on an unknown day), times or in the place of the score. */
const byRecency = (query: Clause, asOfDay: Day, mode: 'multiply' | 'replace' = 'multiply'): Clause => ({
  function_score: {
    query,
    functions: [
      { weight: 1 },
      { filter: { range: { day: { gt: asOfDay } } }, weight: 1 },
      {
        filter: { range: { day: { lte: asOfDay } } },
        exp: { day: { origin: asOfDay, scale: RECENCY_DAYS, decay: Math.exp(-1) } },
      },
    ],
    score_mode: 'sum',
    boost_mode: mode,
  },
});

/** Of articles that score the same, OpenSearch would leave out the newest: more are asked for than a short list wants. */
const LEAST_ASKED = 60;

/** So many times those whose days are looked at have their relevance counted exactly. */
const COUNTED_EACH = 1.5;

/**
 * Lengths, days and publications are looked at of the most relevant alone: the others are passed over by their words, which
 * is much cheaper. What does not pass comes last.
 */
const rescoreMost = (exact: Clause, scope: SearchScope, asOfDay: Day, most: number): object[] => [
  {
    window_size: Math.ceil(most * COUNTED_EACH),
    query: { rescore_query: exact, query_weight: 0 },
  },
  {
    window_size: most,
    query: {
      rescore_query: passingFirst(byRecency(ALL, asOfDay, 'replace'), scope),
      score_mode: 'multiply',
    },
  },
];

interface PassingCount {
  readonly passing?: { readonly doc_count: number };
}

/** Of the aggregation `terms`: in the order of its filters. */
interface FilterCounts {
  readonly terms: { readonly buckets: readonly { readonly doc_count: number }[] };
}

const toHit = (hit: RawHit, scope: SearchScope): Hit[] => {
  const shown = publicationsOf(hit).find((publication) => passes(scope, publication));
  return shown === undefined
    ? []
    : [{ seq: seqOf(hit), shown: shown.seq, day: shown.day, score: hit._score ?? 0 }];
};

const BEST_FIRST = [{ _score: 'desc' }, { seq: 'desc' }];

export class OpenSearchEngine implements SearchEngine {
  readonly #client: OpenSearchClient;
  readonly #follower: ArticleFollower;
  readonly #unlessHung: CircuitBreaker = createCircuitBreaker({
    clock: () => performance.now(),
    restMs: HUNG_REST_MS,
    isHung,
  });
  readonly #counts: IndexCounts;

  constructor(client: OpenSearchClient, follower: ArticleFollower) {
    this.#client = client;
    this.#follower = follower;
    this.#counts = new IndexCounts(
      (body) => this.#search(body),
      () => follower.revision,
    );
  }

  async best(
    terms: readonly SearchTerm[],
    must: SearchQuery,
    { scope, asOfDay, limit }: BestRequest,
  ): Promise<Hit[]> {
    const isNarrow = await this.#isNarrow(scope);
    const walked = affordableTerms(terms, isNarrow).filter(({ forms }) => forms.length > 0);
    if (walked.length === 0) return [];
    const { all, privates } = await this.#counts.anyScope();
    const exact = exactRelevance(walked, all);
    const scoring = (query: SearchQuery, score?: TermScore): Clause =>
      bool({ must: [queryClause(query, 'anywhere', score), ...mustClauses(must)] });
    const passing = [...filterClauses(must), scopeClause(scope)];
    const widest = any(walked.map(anyForm));
    if (isNarrow) {
      const query = byRecency(bool({ must: [scoring(widest, exact)], filter: passing }), asOfDay);
      return (await this.#bestHits({ query, sort: BEST_FIRST }, scope, limit)).best;
    }
    const heard = [...filterClauses(must), ...(privates === 0 ? [] : [heardClause(scope.audience)])];
    const most = limit * MOST_EACH;
    /** The best of the most relevant. Null if fewer than `least` match and pass. */
    const bestOfMost = async (query: SearchQuery, least: number): Promise<Hit[] | null> => {
      const among = (filter: readonly Clause[]): object => ({
        query: bool({ must: [scoring(query)], filter }),
        rescore: rescoreMost(scoring(query, exact), scope, asOfDay, Math.max(most, LEAST_ASKED)),
        ...(least === 0 ? {} : { aggs: { passing: { filter: scopeClause(scope) } } }),
      });
      const { best, passingCount, isShort } = await this.#bestHits(among(heard), scope, limit);
      if (passingCount < least) return null;
      // Where too few of these pass, the most relevant of all that do.
      return isShort ? (await this.#bestHits(among(passing), scope, limit)).best : best;
    };
    for (const query of narrowerQueries(walked, most)) {
      const best = await bestOfMost(query, most);
      if (best !== null) return best;
    }
    return (await bestOfMost(widest, 0))!;
  }

  /** `isShort`: too few pass of those that were found, and there are others. `passingCount`: of all that match. */
  async #bestHits(
    asked: object,
    scope: SearchScope,
    limit: number,
  ): Promise<{ best: Hit[]; isShort: boolean; passingCount: number }> {
    const size = Math.max(limit, LEAST_ASKED);
    const { hits, aggregations } = await this.#search({ ...asked, size, track_total_hits: false });
    const found = hits.hits.flatMap((hit) => toHit(hit, scope));
    const { passing } = (aggregations ?? {}) as unknown as PassingCount;
    return {
      best: found.sort((a, b) => b.score - a.score || b.seq - a.seq).slice(0, limit),
      isShort: hits.hits.length === size && found.length < limit,
      passingCount: passing?.doc_count ?? 0,
    };
  }

  async page(query: SearchQuery, scope: SearchScope, request: PageRequest): Promise<HitPage> {
    const clause = isWordless(query)
      ? { constant_score: { filter: queryClause(query) } }
      : queryClause(query);
    return this.#page(clause, scope, request);
  }

  async pageByWeight(
    terms: readonly SearchTerm[],
    share: number,
    must: SearchQuery,
    scope: SearchScope,
    request: PageRequest,
  ): Promise<HitPage> {
    const least = share * terms.reduce((sum, { idf }) => sum + idf, 0);
    const held = affordableTerms(terms, true).filter(({ forms }) => forms.length > 0);
    if (held.length === 0) return { hits: [], total: 0 };
    const weighed = held.map((term) => ({ constant_score: { filter: formClause(term), boost: term.idf } }));
    const enough = {
      function_score: { query: anyOf(weighed), min_score: least * (1 - ROUNDING) },
    };
    const matching = bool({ must: [anyOf(held.map(formClause))], filter: [enough, queryClause(must)] });
    return this.#page(matching, scope, request);
  }

  async percolate(query: SearchQuery, scope: SearchScope, range: PublicationRange): Promise<number[]> {
    const found = await this.#publicationsIn(range, scope, queryClause(query));
    return found.map(({ seq }) => seq).sort((a, b) => a - b);
  }

  publications(audience: Audience, range: PublicationRange): Promise<IndexedPublication[]> {
    return this.#publicationsIn(range, { ...WHOLE_SCOPE, audience }, ALL);
  }

  async #publicationsIn(
    range: PublicationRange,
    scope: SearchScope,
    matches: Clause,
  ): Promise<IndexedPublication[]> {
    // What a digest passes by here is never looked at again.
    await this.#follower.catchUp();
    const numbers = 'seqs' in range ? new Set(range.seqs) : null;
    const isInRange = ({ seq }: IndexedPublication): boolean =>
      'seqs' in range ? numbers!.has(seq) : seq > range.after && seq <= range.through;
    const asked =
      'seqs' in range
        ? { terms: { 'publications.seq': range.seqs } }
        : { range: { 'publications.seq': { gt: range.after, lte: range.through } } };
    const matching = bool({
      filter: [inPublications(bool({ filter: [asked, publicationClause(scope)] })), matches],
    });
    const found: IndexedPublication[] = [];
    for (let after: number[] | undefined = [0]; after !== undefined; ) {
      const { hits } = await this.#search({
        query: matching,
        sort: [{ seq: 'asc' }],
        search_after: after,
        size: STEP,
        track_total_hits: false,
      });
      for (const hit of hits.hits)
        for (const publication of publicationsOf(hit))
          if (isInRange(publication) && passes(scope, publication)) found.push(publication);
      after = hits.hits.length < STEP ? undefined : [seqOf(hits.hits.at(-1)!)];
    }
    return found;
  }

  async heldTerms(terms: readonly string[], scope: SearchScope): Promise<ReadonlySet<string>> {
    if (terms.length === 0) return new Set();
    const { aggregations } = await this.#search({
      query: bool({ filter: [anyTermClause(terms), scopeClause(scope)] }),
      size: 0,
      aggs: { terms: { filters: { filters: terms.map((term) => queryClause(termQuery(term))) } } },
    });
    const { buckets } = (aggregations as unknown as FilterCounts).terms;
    return new Set(terms.filter((_, at) => buckets[at]!.doc_count > 0));
  }

  async count(scope: SearchScope): Promise<ScopeCount> {
    const { privates: _, all: __, ...count } = await this.#counts.of(scope);
    return count;
  }

  async countPrivate(): Promise<number> {
    return (await this.#counts.anyScope()).privates;
  }

  sourceNames(audience: Audience): Promise<string[]> {
    return this.#counts.sourceNames(audience);
  }

  /** Whether so few articles pass that none of them should be missed. */
  async #isNarrow(scope: SearchScope): Promise<boolean> {
    if (!mayBeNarrow(scope)) return false;
    const query = bool({ filter: [scopeClause(scope)] });
    return (await this.#search({ query, size: 0, track_total_hits: NARROW + 1 })).hits.total!.value <= NARROW;
  }

  async #page(matching: Clause, scope: SearchScope, request: PageRequest): Promise<HitPage> {
    const { order, offset, limit, asOfDay } = request;
    if (limit === 0) {
      const counted = { query: bool({ filter: [matching, scopeClause(scope)] }), size: 0 };
      return {
        hits: [],
        total: (await this.#search({ ...counted, track_total_hits: true })).hits.total!.value,
      };
    }
    const query =
      order === 'relevance'
        ? byRecency(bool({ must: [matching], filter: [scopeClause(scope)] }), asOfDay)
        : bool({ must: [byShownDay(scope, order)], filter: [matching] });
    const { hits } = await this.#search({
      query,
      sort: order === 'oldest' ? [{ _score: 'desc' }, { seq: 'asc' }] : BEST_FIRST,
      from: offset,
      size: limit,
      track_total_hits: true,
    });
    const found = hits.hits.flatMap((hit) => toHit(hit, scope));
    return {
      hits: order === 'relevance' ? found : found.map((hit) => ({ ...hit, score: 0 })),
      total: hits.total!.value,
    };
  }

  #search(body: object): Promise<RawPage> {
    return this.#unlessHung(async () => {
      const index = await this.#follower.index();
      const asked = { index, body: { ...READ, ...body } as never };
      return (await explaining(this.#client.search(asked, SOON))).body as unknown as RawPage;
    });
  }
}

/** What is asked for beside the terms: with words it counts for the score, without it decides alone. */
const mustClauses = (must: SearchQuery): Clause[] => (isWordless(must) ? [] : [queryClause(must)]);
const filterClauses = (must: SearchQuery): Clause[] =>
  must !== EVERYTHING && isWordless(must) ? [queryClause(must)] : [];
