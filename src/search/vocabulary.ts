/**
 * The terms of the index and their numbers. In: a term. Out: its id (0, 1, 2 …, in order of first sight, never reused)
 * and in how many documents it stands.
 */

const EMPTY: readonly string[] = [];

export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[];
  #documentFrequency: Uint32Array;

  constructor(
    terms: readonly string[] = EMPTY,
    documentFrequency: Uint32Array = new Uint32Array(terms.length),
  ) {
    this.#terms = [...terms];
    this.#documentFrequency = documentFrequency;
    for (const [id, term] of terms.entries()) this.#ids.set(term, id);
  }

  get size(): number {
    return this.#terms.length;
  }

  /** The term's id, or -1. */
  find(term: string): number {
    return this.#ids.get(term) ?? -1;
  }

  /** The term's id, given one where it has none yet. */
  intern(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#terms.push(term);
      this.#ids.set(term, id);
      this.#grow(id);
    }
    return id;
  }

  term(id: number): string {
    return this.#terms[id]!;
  }

  documentFrequency(id: number): number {
    return this.#documentFrequency[id]!;
  }

  /** Counts a document that holds the term in (1) or out (-1). */
  count(id: number, by: 1 | -1): void {
    this.#documentFrequency[id]! += by;
  }

  /** The live terms with their ids, in order of first sight. */
  entries(): IterableIterator<[number, string]> {
    return this.#terms.entries();
  }

  /** For a snapshot: copies of all terms and of the frequencies beside them. */
  export(): { terms: readonly string[]; documentFrequency: Uint32Array } {
    return {
      terms: this.#terms.slice(),
      documentFrequency: this.#documentFrequency.slice(0, this.#terms.length),
    };
  }

  #grow(id: number): void {
    if (id < this.#documentFrequency.length) return;
    const larger = new Uint32Array(Math.max(1024, this.#documentFrequency.length * 2));
    larger.set(this.#documentFrequency);
    this.#documentFrequency = larger;
  }
}
