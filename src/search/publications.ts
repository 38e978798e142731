/** Which outlets carry an article, and which of them a scope lets through. */
import { type HeardBy, isHeard } from '../domain/audience.ts';
import type { Publication } from './search-engine.ts';
import { passesScope, type SearchScope } from './search-query.ts';

export interface IndexedPublication extends Publication {
  readonly heardBy: HeardBy;
}

/** Whether it is there for those who ask, and passes. */
export const passes = (scope: SearchScope, publication: IndexedPublication): boolean =>
  isHeard(scope.audience, publication) && passesScope(scope, publication);

export class Publications {
  readonly #bySeq = new Map<number, IndexedPublication>();
  /** By the article's number: the article's own comes first, then the others in order of adding. */
  readonly #byArticle = new Map<number, IndexedPublication[]>();

  /** A publication of that number must not be there. */
  add(publication: IndexedPublication): void {
    this.#bySeq.set(publication.seq, publication);
    const beside = this.of(publication.of);
    this.#byArticle.set(
      publication.of,
      [...beside, publication].sort(
        (a, b) => Number(b.seq === b.of) - Number(a.seq === a.of) || a.seq - b.seq,
      ),
    );
  }

  /** Does nothing if it is not there. */
  remove(seq: number): void {
    const publication = this.#bySeq.get(seq);
    if (publication === undefined) return;
    this.#bySeq.delete(seq);
    const left = this.of(publication.of).filter((other) => other !== publication);
    if (left.length === 0) this.#byArticle.delete(publication.of);
    else this.#byArticle.set(publication.of, left);
  }

  get(seq: number): IndexedPublication | undefined {
    return this.#bySeq.get(seq);
  }

  of(article: number): readonly IndexedPublication[] {
    return this.#byArticle.get(article) ?? [];
  }

  all(): Iterable<IndexedPublication> {
    return this.#bySeq.values();
  }

  /** The first of an article's publications that passes. */
  shown(article: number, scope: SearchScope): IndexedPublication | undefined {
    return this.of(article).find((publication) => passes(scope, publication));
  }
}
