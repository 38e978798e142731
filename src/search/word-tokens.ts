/**
 * In: a word as it stands in a text. Out: its token: the number of its term in the lexicon, and what its spelling alone
 * shows. A corpus repeats its words, so each written form is lower-cased, stemmed and numbered once and afterwards found
 * by its characters, without making a string of them.
 */
import { makeTerm } from '../text/terms.ts';
import { grown } from './grown.ts';
import type { Lexicon } from './lexicon.ts';
import { CAPITAL, NUMBER } from './token.ts';

/** The token of a word of marks alone, which has no term. */
export const NO_TOKEN = -1;

/** Longer words are not remembered. */
const LONGEST = 63;
const LENGTH_BITS = 6;
/** Forgets all words when it knows this many: some 12 MB. */
const WORDS_LIMIT = 1 << 18;
const FIRST_PLACES = 1 << 12;
/** A place for a word is looked for so far and no further, however well a text chooses words that collide. */
const PROBES = 16;

/** Numbers a place takes: the word's hash, where its characters begin, its language and length (0: free), its token. */
const PLACE = 4;
const AT_CHARACTERS = 1;
const AT_KEY = 2;
const AT_TOKEN = 3;

/** FNV-1a over UTF-16 code units. */
const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;

const hashOf = (text: string, start: number, end: number, seed: number): number => {
  let hash = FNV_OFFSET ^ seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash ^ (hash >>> 15);
};

const isCapital = (word: string): boolean => {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return word[0]!.toLowerCase() !== word[0];
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export class WordTokens {
  readonly #lexicon: Lexicon;
  readonly #languages: string[] = [];
  #places = new Int32Array(FIRST_PLACES * PLACE);
  #characters = new Uint16Array(FIRST_PLACES * 8);
  #charactersEnd = 0;
  #size = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** The number `tokenOf` takes for a language. */
  languageNumber(language: string): number {
    const known = this.#languages.indexOf(language);
    return known === -1 ? this.#languages.push(language) - 1 : known;
  }

  /** The token of the word of `text` at `start` to `end`; adds an unknown term to the lexicon. */
  tokenOf(text: string, start: number, end: number, language: number): number {
    const length = end - start;
    if (length > LONGEST) return this.#make(text.slice(start, end), language);
    const key = (language << LENGTH_BITS) | length;
    const hash = hashOf(text, start, end, key);
    const places = this.#places;
    const mask = places.length - 1;
    let place = Math.imul(hash, PLACE) & mask;
    for (let probe = 0; probe < PROBES; probe++) {
      const known = places[place + AT_KEY];
      if (known === 0) break;
      if (
        known === key &&
        places[place] === hash &&
        this.#isAt(places[place + AT_CHARACTERS]!, text, start, end)
      )
        return places[place + AT_TOKEN]!;
      place = (place + PLACE) & mask;
    }
    // A copy: a slice would keep the whole text in memory for as long as the lexicon keeps the word.
    const token = this.#make(Buffer.from(text.slice(start, end), 'utf16le').toString('utf16le'), language);
    this.#remember(text, start, end, hash, key, token);
    return token;
  }

  #isAt(from: number, text: string, start: number, end: number): boolean {
    const characters = this.#characters;
    for (let at = start; at < end; at++)
      if (characters[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  #make(word: string, language: number): number {
    const term = makeTerm(word, this.#languages[language]!);
    if (term === '') return NO_TOKEN;
    let token = this.#lexicon.intern(term);
    if (isCapital(word)) token |= CAPITAL;
    if (isDigit(word.charCodeAt(0)) || isDigit(word.charCodeAt(word.length - 1))) token |= NUMBER;
    return token;
  }

  #remember(text: string, start: number, end: number, hash: number, key: number, token: number): void {
    this.#makeRoom();
    const from = this.#charactersEnd;
    if (!this.#put(hash, from, key, token)) return;
    for (let at = start; at < end; at++) this.#characters[this.#charactersEnd++] = text.charCodeAt(at);
    this.#size += 1;
  }

  /** Takes the first free place near the hash; false if there is none. */
  #put(hash: number, from: number, key: number, token: number): boolean {
    const mask = this.#places.length - 1;
    let place = Math.imul(hash, PLACE) & mask;
    for (let probe = 0; probe < PROBES; probe++) {
      if (this.#places[place + AT_KEY] === 0) {
        this.#places.set([hash, from, key, token], place);
        return true;
      }
      place = (place + PLACE) & mask;
    }
    return false;
  }

  #makeRoom(): void {
    if (this.#size >= WORDS_LIMIT) {
      this.#places = new Int32Array(FIRST_PLACES * PLACE);
      this.#charactersEnd = 0;
      this.#size = 0;
    }
    if (this.#size * PLACE * 2 >= this.#places.length) {
      const old = this.#places;
      this.#places = new Int32Array(old.length * 2);
      for (let at = 0; at < old.length; at += PLACE)
        if (old[at + AT_KEY] !== 0)
          this.#put(old[at]!, old[at + AT_CHARACTERS]!, old[at + AT_KEY]!, old[at + AT_TOKEN]!);
    }
    this.#characters = grown(this.#characters, this.#charactersEnd + LONGEST);
  }
}
