/** Which outlets carry the text of an article besides its own: what a search asks of their copies, by article. */

/** An article's text as another outlet carries it. */
export interface Copy {
  /** Its own number in the store, and that of the article. */
  readonly seq: number;
  readonly of: number;
  /** Lower-cased. */
  readonly source: string;
  /** The place of it in the `sourceNames` of the index. */
  readonly place: number;
  /** Publication day as days since 1970-01-01, or `UNKNOWN_DAY`. */
  readonly day: number;
}

const NONE: readonly Copy[] = [];

export class Copies {
  readonly #bySeq = new Map<number, Copy>();
  /** By the article's number, in the order of adding to the store. */
  readonly #byArticle = new Map<number, Copy[]>();

  /** A copy of that number must not be there. */
  add(copy: Copy): void {
    this.#bySeq.set(copy.seq, copy);
    const beside = this.#byArticle.get(copy.of);
    if (beside === undefined) this.#byArticle.set(copy.of, [copy]);
    else if (beside.push(copy) && beside.at(-2)!.seq > copy.seq) beside.sort((a, b) => a.seq - b.seq);
  }

  /** Does nothing where it is not there. */
  remove(seq: number): void {
    const copy = this.#bySeq.get(seq);
    if (copy === undefined) return;
    this.#bySeq.delete(seq);
    const beside = this.#byArticle.get(copy.of)!;
    beside.splice(beside.indexOf(copy), 1);
    if (beside.length === 0) this.#byArticle.delete(copy.of);
  }

  /** Those of an article, by its number in the store. */
  of(seq: number): readonly Copy[] {
    return this.#byArticle.get(seq) ?? NONE;
  }

  all(): readonly Copy[] {
    return [...this.#bySeq.values()];
  }
}
