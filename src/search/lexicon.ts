/**
 * Numbers for terms within one process: 0, 1, 2 … in order of first sight. They mean nothing outside of it; what is kept
 * uses the ids of the dictionary.
 */
import { grown } from './grown.ts';

/** A term as one token, where spaces separate tokens: a few hold spaces themselves. */
export const toToken = (term: string): string => (term.includes(' ') ? term.replaceAll(' ', '\u00a0') : term);

export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  /** The terms as tokens in UTF-8, one behind the other, and where each begins and the last ends. */
  #bytes = new Uint8Array(1 << 12);
  #starts = new Uint32Array(1 << 10);

  get size(): number {
    return this.#terms.length;
  }

  /** The term's number, given one if it has none yet. */
  intern(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#terms.push(term) - 1;
      this.#numbers.set(term, number);
      this.#addToken(number, Buffer.from(toToken(term)));
    }
    return number;
  }

  #addToken(number: number, token: Uint8Array): void {
    const start = this.#starts[number]!;
    const end = start + token.length;
    this.#bytes = grown(this.#bytes, end);
    this.#starts = grown(this.#starts, number + 2);
    this.#bytes.set(token, start);
    this.#starts[number + 1] = end;
  }

  term(number: number): string {
    return this.#terms[number]!;
  }

  /** The terms of this number and of all that came later. */
  termsFrom(number: number): readonly string[] {
    return this.#terms.slice(number);
  }

  /** How many bytes the term takes as a token; see `toToken`. */
  tokenLength(number: number): number {
    return this.#starts[number + 1]! - this.#starts[number]!;
  }

  /** Writes the term as a token and returns where it ends. A loop: for a few bytes anything else takes longer. */
  writeToken(number: number, into: Uint8Array, at: number): number {
    const bytes = this.#bytes;
    const end = this.#starts[number + 1]!;
    let to = at;
    for (let from = this.#starts[number]!; from < end; from++) into[to++] = bytes[from]!;
    return to;
  }
}
