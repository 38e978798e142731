/**
 * Numbers that ranking works on, kept from one question to the next: making them anew would cost more than filling them.
 * One object for each thread that ranks. Each function that fills a part documents how long it stays valid.
 */
import { grown, roomFor } from '../../search/grown.ts';
import { AnswerTerm } from './answer-term.ts';

/** Places that all hold the same number, except those in use, which are reset afterwards. */
class MarkedIds<T extends Int8Array | Int32Array> {
  /** By term id. */
  values: T;
  readonly #unmarked: number;
  readonly #marked: number[] = [];

  constructor(values: T, unmarked: number) {
    this.values = values;
    this.#unmarked = unmarked;
  }

  /** Puts every place back, and makes room for ids below `size`. */
  clear(size: number): void {
    for (const id of this.#marked) this.values[id] = this.#unmarked;
    this.#marked.length = 0;
    if (this.values.length >= size) return;
    this.values = new (this.values.constructor as new (length: number) => T)(roomFor(size));
    this.values.fill(this.#unmarked);
  }

  mark(id: number, value: number): void {
    this.values[id] = value;
    this.#marked.push(id);
  }
}

export class Scratch {
  /** By term id: its bit in the question's masks, or -1. While candidates are scored, bits from 32 on mark words alike. */
  readonly bits = new MarkedIds(new Int8Array(0), -1);
  /** By term id: the bit of the term it looks like, or -1. */
  readonly alike = new MarkedIds(new Int8Array(0), -1);
  /** By term id: its place among the words that may be the answer, or below 0. */
  readonly slots = new MarkedIds(new Int32Array(0), -1);
  /** By term id: its rank among the likeliest words, or -1. */
  readonly ranks = new MarkedIds(new Int8Array(0), -1);

  /** By sentence of the candidates: the question's terms in it, neighbouring pairs of them, likely answers in it. */
  masks = new Uint32Array(0);
  pairs = new Uint32Array(0);
  /** By sentence of the candidates: the question's terms in it or, in languages other than English, words that look like them. */
  alikeMasks = new Uint32Array(0);
  answers = new Int32Array(0);

  /** By word of one sentence or window. */
  near = new Float64Array(0);
  noun = new Float64Array(0);
  persons = new Uint8Array(0);

  /** Words that may be the answer: as many as one question had at most. */
  readonly #answerTerms: AnswerTerm[] = [];
  /** By word that may be the answer, and its features. */
  likelihoods = new Float64Array(0);
  termRows = new Float64Array(0);
  /** By window, and its features. */
  windowRows = new Float64Array(0);

  reserveSentences(count: number): void {
    this.masks = grown(this.masks, count);
    this.pairs = grown(this.pairs, count);
    this.alikeMasks = grown(this.alikeMasks, count);
    this.answers = grown(this.answers, count);
  }

  reserveWords(count: number): void {
    this.near = grown(this.near, count);
    this.noun = grown(this.noun, count);
    if (this.persons.length < count) this.persons = new Uint8Array(roomFor(count));
  }

  /** The word at a place, made if there is none; it still holds what an earlier question left. Places are used in order. */
  answerTerm(place: number): AnswerTerm {
    const made = this.#answerTerms[place] ?? new AnswerTerm();
    this.#answerTerms[place] = made;
    return made;
  }

  reserveTerms(count: number, width: number): void {
    this.likelihoods = grown(this.likelihoods, count);
    this.termRows = grown(this.termRows, count * width);
  }

  reserveWindows(count: number, width: number): void {
    this.windowRows = grown(this.windowRows, count * width);
  }
}
