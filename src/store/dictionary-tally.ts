/**
 * In: words that articles gain and lose in a transaction. Out: what that changes of the dictionary. Counted in arrays with a
 * place for every term: sets and maps of them would take as long as reading the words.
 */
import { grown } from '../search/grown.ts';
import { TERM_BITS } from '../search/token.ts';
import type { Counts, FrequencyChanges } from './dictionary-counts.ts';

const FIRST_PLACES = 1 << 12;

export class DictionaryTally {
  /** By number of a term, the last article that held it. */
  #metIn = new Uint32Array(FIRST_PLACES);
  #articles = 0;
  /** By id, and the ids that have changed. */
  #changes = new Int32Array(FIRST_PLACES);
  #changed: number[] = [];
  #languages: Record<string, number> = {};
  #tokens = 0;

  /** An article gains (1) or loses (-1) words; `idOf` gives the id of the number of a term in its tokens. */
  add(tokens: Uint32Array, idOf: (number: number) => number, language: string | null, by: 1 | -1): void {
    this.#articles += 1;
    for (const token of tokens) {
      const number = token & TERM_BITS;
      if (number >= this.#metIn.length) this.#metIn = grown(this.#metIn, number + 1);
      if (this.#metIn[number] === this.#articles) continue;
      this.#metIn[number] = this.#articles;
      this.#count(idOf(number), by);
    }
    this.#languages[language ?? ''] = (this.#languages[language ?? ''] ?? 0) + by;
    this.#tokens += by * tokens.length;
  }

  #count(id: number, by: 1 | -1): void {
    if (id >= this.#changes.length) this.#changes = grown(this.#changes, id + 1);
    if (this.#changes[id] === 0) this.#changed.push(id);
    this.#changes[id]! += by;
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
