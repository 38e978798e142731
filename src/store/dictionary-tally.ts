/**
 * In: words that articles gain and lose in a transaction. Out: what that changes of the dictionary. Counted in arrays with a
 * place for every term: sets and maps of them would take as long as reading the words.
 */
import { grown } from '../search/grown.ts';
import { TERM_BITS } from '../search/token.ts';
import type { Counts, FrequencyChanges } from './dictionary-counts.ts';

const FIRST_PLACES = 1 << 12;

/** Finds the terms of an article's words, each once. */
export class DistinctTerms {
  /** By number of a term, the last call that met it. */
  #metIn = new Uint32Array(FIRST_PLACES);
  #calls = 0;

  /** Their numbers, in the order of their first words. */
  of(tokens: Uint32Array): number[] {
    const found: number[] = [];
    this.#calls += 1;
    for (const token of tokens) {
      const number = token & TERM_BITS;
      if (number >= this.#metIn.length) this.#metIn = grown(this.#metIn, number + 1);
      if (this.#metIn[number] === this.#calls) continue;
      this.#metIn[number] = this.#calls;
      found.push(number);
    }
    return found;
  }
}

export class DictionaryTally {
  /** By id, and the ids that have changed. */
  #changes = new Int32Array(FIRST_PLACES);
  #changed: number[] = [];
  #languages: Record<string, number> = {};
  #tokens = 0;

  /** An article gains (1) or loses (-1) words: the ids of their terms, each once, how many words, and its language. */
  add(ids: Iterable<number>, tokens: number, language: string | null, by: 1 | -1): void {
    for (const id of ids) {
      this.#changes = grown(this.#changes, id + 1);
      if (this.#changes[id] === 0) this.#changed.push(id);
      this.#changes[id]! += by;
    }
    this.#languages[language ?? ''] = (this.#languages[language ?? ''] ?? 0) + by;
    this.#tokens += by * tokens;
  }

  /** What was added since the last time. */
  take(): Counts & { readonly frequencies: FrequencyChanges } {
    const frequencies = new Map(this.#changed.map((id) => [id, this.#changes[id]!]));
    const taken = { frequencies, languages: this.#languages, tokens: this.#tokens };
    for (const id of this.#changed) this.#changes[id] = 0;
    this.#changed = [];
    this.#languages = {};
    this.#tokens = 0;
    return taken;
  }
}
