/**
 * In: the articles' titles. Out: the titles that begin with, resemble or share words with what was typed. MiniSearch
 * does the work: prefixes and slips of the pen are its strength, and titles are short.
 */
import MiniSearch from 'minisearch';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';

interface TitleDocument {
  readonly id: number;
  readonly title: string;
}

/** Shorter words are not stretched to resemble others. */
const FUZZY_FROM = 4;

/** One word in common with a title counts only if it names a subject. */
const telling = (term: string): string | null => (FUNCTION_WORDS.has(term) ? null : term);

const create = (): MiniSearch<TitleDocument> =>
  new MiniSearch<TitleDocument>({
    fields: ['title'],
    tokenize: (text) => terms(text, DEFAULT_LANGUAGE).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length >= FUZZY_FROM ? 0.2 : false),
      weights: { prefix: 0.8, fuzzy: 0.3 },
    },
  });

/** The titles of the newest articles, at most `capacity`. */
export class TitleIndex {
  readonly #titles = create();
  readonly #capacity: number;
  /** In the order they were added. */
  readonly #seqs = new Set<number>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Adds an article's title, or puts the new one in the place of the old. If it is full, the first one goes. */
  add(seq: number, title: string): void {
    this.remove(seq);
    this.#titles.add({ id: seq, title });
    this.#seqs.add(seq);
    if (this.#seqs.size > this.#capacity) this.remove(this.#seqs.values().next().value!);
  }

  remove(seq: number): void {
    if (this.#seqs.delete(seq)) this.#titles.discard(seq);
  }

  /**
   * The articles whose titles resemble what was typed so far, best first, those that hold every word before others: all
   * that do, one after the other, since whoever asks may not hear them all.
   */
  *search(text: string): Generator<number> {
    const found = new Set(this.#titles.search(text, { combineWith: 'AND' }).map(({ id }) => id as number));
    yield* found;
    for (const { id } of this.#titles.search(text, { processTerm: telling }))
      if (!found.has(id as number)) yield id as number;
  }
}
