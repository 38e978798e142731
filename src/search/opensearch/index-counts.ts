/** In: a scope. Out: how much of the index passes, kept until the articles change, for a second at most. */
import type { Audience } from '../../domain/audience.ts';
import type { ScopeCount } from '../search-engine.ts';
import { type SearchScope, WHOLE_SCOPE } from '../search-query.ts';
import type { Lengths } from './exact-relevance.ts';
import type { FoundDocument } from './opensearch-documents.ts';
import { bool, type Clause, publicationClause, scopeClause } from './opensearch-query.ts';

/** OpenSearch shows what other processes write once a second; what was counted is true for as long. */
const REFRESH_MS = 1_000;
/** Names of sources that are listed. */
const MAX_SOURCES = 10_000;

export interface RawHit extends FoundDocument {
  readonly _score: number | null;
}

export interface RawPage {
  readonly hits: { readonly total?: { readonly value: number }; readonly hits: readonly RawHit[] };
  readonly aggregations?: Readonly<Record<string, never>>;
}

/** Asks the index, with what its documents are read by filled in. */
export type SearchIndex = (body: object) => Promise<RawPage>;

interface GlobalCounts {
  readonly all: {
    readonly private: { readonly doc_count: number };
    readonly length: { readonly count: number; readonly avg: number | null };
  };
}

/** Of a scope; and how many texts are some servers' own, and how long all are. */
type Counts = ScopeCount & { readonly privates: number; readonly all: Lengths };

/** By scope, what was counted since some moment while the index had the changes up to one. */
interface Counted {
  readonly revision: number;
  readonly sinceMs: number;
  readonly counts: Map<string, Promise<Counts>>;
}

export class IndexCounts {
  readonly #search: SearchIndex;
  readonly #revision: () => number;
  #counted: Counted = { revision: -1, sinceMs: 0, counts: new Map() };

  /** `revision` changes with the articles. */
  constructor(search: SearchIndex, revision: () => number) {
    this.#search = search;
    this.#revision = revision;
  }

  /** What is the same in every scope. */
  anyScope(): Promise<Pick<Counts, 'privates' | 'all'>> {
    const [anyScope = this.of(WHOLE_SCOPE)] = this.#recent().counts.values();
    return anyScope;
  }

  /** What was counted within the last second, or nothing. */
  #recent(): Counted {
    const revision = this.#revision();
    const { revision: counted, sinceMs } = this.#counted;
    if (counted !== revision || performance.now() - sinceMs > REFRESH_MS)
      this.#counted = { revision, sinceMs: performance.now(), counts: new Map() };
    return this.#counted;
  }

  /** Every question counts several times, mostly the same. */
  of(scope: SearchScope): Promise<Counts> {
    const { counts } = this.#recent();
    const key = JSON.stringify(scope);
    const known = counts.get(key);
    if (known !== undefined) return known;
    const counting = this.#count(scope);
    counts.set(key, counting);
    counting.catch(() => counts.delete(key));
    return counting;
  }

  async #count(scope: SearchScope): Promise<Counts> {
    const { hits, aggregations } = await this.#search({
      query: bool({ filter: [scopeClause(scope)] }),
      size: 0,
      track_total_hits: true,
      aggs: {
        ...inNested(publicationClause(scope), {
          sources: { cardinality: { field: 'publications.source', precision_threshold: 40_000 } },
          newest: { max: { field: 'publications.day' } },
        }),
        all: {
          global: {},
          aggs: {
            private: { filter: { term: { isPrivate: true } } },
            length: { stats: { field: 'length' } },
          },
        },
      },
    });
    const passing = passingOf<{ sources: { value: number }; newest: { value: number | null } }>(aggregations);
    const { all } = aggregations as unknown as GlobalCounts;
    return {
      articles: hits.total!.value,
      sources: passing.sources.value,
      newest: passing.newest.value,
      privates: all.private.doc_count,
      all: { articles: all.length.count, averageLength: all.length.avg ?? 1 },
    };
  }

  async sourceNames(audience: Audience): Promise<string[]> {
    const scope = { ...WHOLE_SCOPE, audience };
    const { aggregations } = await this.#search({
      query: bool({ filter: [scopeClause(scope)] }),
      size: 0,
      aggs: inNested(publicationClause(scope), {
        names: { terms: { field: 'publications.source', size: MAX_SOURCES, order: { _key: 'asc' } } },
      }),
    });
    const { names } = passingOf<{ names: { buckets: readonly { key: string }[] } }>(aggregations);
    return names.buckets.map(({ key }) => key);
  }
}

const inNested = (filter: Clause, aggs: object): object => ({
  publications: { nested: { path: 'publications' }, aggs: { passing: { filter, aggs } } },
});

const passingOf = <T>(aggregations: RawPage['aggregations']): T =>
  (aggregations as unknown as { publications: { passing: T } }).publications.passing;
