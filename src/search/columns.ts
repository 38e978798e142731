/**
 * What every search asks of every document, each fact in an array of its own: walking thousands of entries for one
 * number each would cost more than the search.
 */
import type { DocumentEntry } from './article-index.ts';

const FIRST_CAPACITY = 1024;

/** By document number. The arrays are replaced as they grow: read them anew for each search. */
export class Columns {
  /** Words, 0 where the document was removed. */
  lengths = new Uint32Array(FIRST_CAPACITY);
  /** Publication day as days since 1970-01-01, or `UNKNOWN_DAY`. */
  days = new Int32Array(FIRST_CAPACITY);
  /** Place of the document's source in `sourceNames`. */
  sources = new Uint32Array(FIRST_CAPACITY);
  /** Lower-cased. */
  readonly sourceNames: string[] = [];
  readonly #places = new Map<string, number>();

  set(number: number, { tokens, day, source }: DocumentEntry): void {
    if (number >= this.lengths.length) this.#grow(number);
    this.lengths[number] = tokens.length;
    this.days[number] = day;
    this.sources[number] = this.placeOf(source);
  }

  remove(number: number): void {
    this.lengths[number] = 0;
  }

  /** Of a lower-cased source in `sourceNames`, where it is put if it is new. */
  placeOf(source: string): number {
    let place = this.#places.get(source);
    if (place === undefined) {
      place = this.sourceNames.push(source) - 1;
      this.#places.set(source, place);
    }
    return place;
  }

  #grow(number: number): void {
    const capacity = Math.max(number + 1, this.lengths.length * 2);
    const { lengths, days, sources } = this;
    this.lengths = new Uint32Array(capacity);
    this.days = new Int32Array(capacity);
    this.sources = new Uint32Array(capacity);
    this.lengths.set(lengths);
    this.days.set(days);
    this.sources.set(sources);
  }
}
