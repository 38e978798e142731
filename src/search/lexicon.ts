/**
 * Numbers for terms within one process: 0, 1, 2 … in order of first sight. They mean nothing outside of it; what is kept
 * uses the ids of the dictionary.
 */

/** A term as one token, where spaces separate tokens: a few hold spaces themselves. */
export const toToken = (term: string): string => (term.includes(' ') ? term.replaceAll(' ', '\u00a0') : term);

export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  /** As an engine takes them. */
  readonly #tokens: string[] = [];

  get size(): number {
    return this.#terms.length;
  }

  /** The term's number, given one if it has none yet. */
  intern(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#terms.push(term) - 1;
      this.#tokens.push(toToken(term));
      this.#numbers.set(term, number);
    }
    return number;
  }

  term(number: number): string {
    return this.#terms[number]!;
  }

  /** The term as one token; see `toToken`. */
  token(number: number): string {
    return this.#tokens[number]!;
  }
}
