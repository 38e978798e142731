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

/** One word in common tells something of a title only where it has a subject. */
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

export class TitleIndex {
  readonly #titles = create();

  /** Adds an article's title, or puts the new one in the place of the old. */
  add(seq: number, title: string): void {
    if (this.#titles.has(seq)) this.#titles.replace({ id: seq, title });
    else this.#titles.add({ id: seq, title });
  }

  remove(seq: number): void {
    if (this.#titles.has(seq)) this.#titles.discard(seq);
  }

  /** The articles whose titles hold most of the words, best first. For whole questions: no word is stretched. */
  nearest(words: readonly string[], limit: number): number[] {
    const found = this.#titles.search(words.join(' '), { prefix: false, fuzzy: false });
    return found.slice(0, limit).map(({ id }) => id as number);
  }

  /** The articles whose titles resemble what was typed so far, best first, those that hold every word before others. */
  search(text: string, limit: number): number[] {
    const all = this.#titles.search(text, { combineWith: 'AND' }).slice(0, limit);
    const found = all.map(({ id }) => id as number);
    if (found.length >= limit) return found;
    const some = this.#titles.search(text, { processTerm: telling }).map(({ id }) => id as number);
    return [...new Set([...found, ...some])].slice(0, limit);
  }
}
