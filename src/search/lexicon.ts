/**
 * Numbers for terms within one process: 0, 1, 2 … in order of first sight. They mean nothing outside of it; what is kept
 * uses the ids of the dictionary.
 */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];

  get size(): number {
    return this.#terms.length;
  }

  /** The term's number, given one where it has none yet. */
  intern(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#terms.push(term) - 1;
      this.#numbers.set(term, number);
    }
    return number;
  }

  term(number: number): string {
    return this.#terms[number]!;
  }
}
