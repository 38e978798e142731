/**
 * Which documents hold a term. In: (term, document, frequency, in the title or not). Out: the same, term by term, fast.
 * A posting is one number: the document in the high 23 bits, a flag for the title, the frequency in 7 bits.
 */

/** Frequencies above this count as this; scoring is flat there. */
const FREQUENCY_LIMIT = 127;
const TITLE = 128;
const DOCUMENT_SHIFT = 8;

export const documentOf = (posting: number): number => posting >>> DOCUMENT_SHIFT;
/** How often the term stands in the document, up to `FREQUENCY_LIMIT`. */
export const countOf = (posting: number): number => posting & FREQUENCY_LIMIT;
/** The same posting for another document. */
export const withDocument = (posting: number, document: number): number =>
  (document << DOCUMENT_SHIFT) | (posting & (TITLE | FREQUENCY_LIMIT));
export const isInTitle = (posting: number): boolean => (posting & TITLE) !== 0;

/** Flat lists from a snapshot: term `t` owns `lists[starts[t]] … lists[starts[t + 1] - 1]`. */
export interface FrozenPostings {
  readonly starts: Uint32Array;
  readonly lists: Uint32Array;
}

const NONE: FrozenPostings = { starts: new Uint32Array(1), lists: new Uint32Array(0) };

export class Postings {
  readonly #frozen: FrozenPostings;
  /** Terms that one document holds, half of all, keep a bare number; the others a list. */
  readonly #added: (number | number[] | undefined)[] = [];

  constructor(frozen: FrozenPostings = NONE) {
    this.#frozen = frozen;
  }

  add(term: number, document: number, frequency: number, inTitle: boolean): void {
    const posting =
      (document << DOCUMENT_SHIFT) | (inTitle ? TITLE : 0) | Math.min(frequency, FREQUENCY_LIMIT);
    const list = this.#added[term];
    if (list === undefined) this.#added[term] = posting;
    else if (typeof list === 'number') this.#added[term] = [list, posting];
    else list.push(posting);
  }

  /** A term's postings in the order of their documents, as up to two lists: the snapshot's, and what came since. */
  lists(term: number): ArrayLike<number>[] {
    const { starts, lists } = this.#frozen;
    const found: ArrayLike<number>[] = [];
    if (term + 1 < starts.length) found.push(lists.subarray(starts[term]!, starts[term + 1]!));
    const added = this.#added[term];
    if (added !== undefined) found.push(typeof added === 'number' ? [added] : added);
    return found;
  }

  /** Visits a term's postings in the order of their documents. */
  each(term: number, visit: (posting: number) => void): void {
    for (const list of this.lists(term)) for (let at = 0; at < list.length; at++) visit(list[at]!);
  }

  /**
   * All postings as flat lists, for a snapshot. `terms` is the size of the vocabulary; `renumber` gives each posting
   * as it is to be kept, or null to drop it.
   */
  freeze(terms: number, renumber: (posting: number) => number | null): FrozenPostings {
    const starts = new Uint32Array(terms + 1);
    let lists = new Uint32Array(1 << 16);
    let length = 0;
    for (let term = 0; term < terms; term++) {
      this.each(term, (posting) => {
        const kept = renumber(posting);
        if (kept === null) return;
        if (length === lists.length) lists = doubled(lists);
        lists[length++] = kept;
      });
      starts[term + 1] = length;
    }
    return { starts, lists: lists.slice(0, length) };
  }
}

const doubled = (numbers: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
};
