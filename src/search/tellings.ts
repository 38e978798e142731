/** Which outlets tell an article, and which of them a scope lets through. */
import { passesScope, type SearchScope, type Telling as TellingFacts } from './search-query.ts';

/** A text as one outlet carries it. */
export interface Telling extends TellingFacts {
  /** Its own number in the store, and that of the article: the lowest of that text. */
  readonly seq: number;
  readonly of: number;
}

export class Tellings {
  readonly #bySeq = new Map<number, Telling>();
  /** By the article's number, in order of adding: the article's own comes first. */
  readonly #byArticle = new Map<number, Telling[]>();

  /** A telling of that number must not be there. */
  add(telling: Telling): void {
    this.#bySeq.set(telling.seq, telling);
    const beside = this.of(telling.of);
    this.#byArticle.set(
      telling.of,
      [...beside, telling].sort((a, b) => a.seq - b.seq),
    );
  }

  /** Does nothing where it is not there. */
  remove(seq: number): void {
    const telling = this.#bySeq.get(seq);
    if (telling === undefined) return;
    this.#bySeq.delete(seq);
    const left = this.of(telling.of).filter((other) => other !== telling);
    if (left.length === 0) this.#byArticle.delete(telling.of);
    else this.#byArticle.set(telling.of, left);
  }

  get(seq: number): Telling | undefined {
    return this.#bySeq.get(seq);
  }

  of(article: number): readonly Telling[] {
    return this.#byArticle.get(article) ?? [];
  }

  all(): Iterable<Telling> {
    return this.#bySeq.values();
  }

  /** The first of an article's tellings that passes. */
  shown(article: number, scope: SearchScope): Telling | undefined {
    return this.of(article).find((telling) => passesScope(scope, telling));
  }
}
