/** What the contract of search engines is tried on: drafts of articles, queries by words, and a store that is asked. */
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Hit, HitOrder, HitPage, SearchEngine } from '../../src/search/search-engine.ts';
import {
  all,
  type Day,
  dayOf,
  EVERYTHING,
  phrase,
  type SearchQuery,
  type SearchScope,
  type SearchTerm,
  term,
  WHOLE_SCOPE,
} from '../../src/search/search-query.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { termOf, terms } from '../../src/text/terms.ts';
import { articleDraft } from '../article-draft.ts';

export interface OpenEngine {
  readonly engine: SearchEngine;
  readonly store: ArticleStore;
  close(): Promise<void>;
}

export const day = (date: string): Day => dayOf(date)!;

/** The clock of the tests. */
export const TODAY = day('2024-03-21');

/** An article by its words; its key is its title where none is given. */
export const written = (title: string, body: string, over: Partial<ArticleDraft> = {}): ArticleDraft =>
  articleDraft({ key: title, title, body, source: 'Border Post', ...over });

/** The same text from another outlet. */
export const copyOf = (
  draft: ArticleDraft,
  source: string,
  over: Partial<ArticleDraft> = {},
): ArticleDraft => ({
  ...draft,
  key: `${draft.key} in ${source}`,
  source,
  ...over,
});

export const within = (over: Partial<SearchScope>): SearchScope => ({ ...WHOLE_SCOPE, ...over });

/** The word as it is searched for. */
export const word = (text: string, language = 'en'): SearchQuery => term(termOf(text, language));

export const words = (text: string, language = 'en'): SearchQuery =>
  all(terms(text, language).map((token) => term(token.term)));

/** The words one right after the other. */
export const inOrder = (text: string, language = 'en'): SearchQuery =>
  phrase(terms(text, language).map((token) => token.term));

export const seqsOf = (hits: readonly Hit[]): number[] => hits.map(({ seq }) => seq);
const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

const MANY = 10_000;

/** Adds to the store and asks the engine, with what most tests do not care about filled in. */
export const asking = ({ engine, store }: OpenEngine) => {
  const pageOf = (
    query: SearchQuery,
    scope = WHOLE_SCOPE,
    order: HitOrder = 'newest',
    { offset = 0, limit = MANY } = {},
  ): Promise<HitPage> => engine.page(query, scope, { order, offset, limit, asOfDay: TODAY });

  /** A word with its true frequency. */
  const searchTerm = async (...forms: readonly string[]): Promise<SearchTerm> => {
    const totals = await Promise.all(forms.map(async (form) => (await pageOf(term(form))).total));
    const frequency = totals.reduce((sum, total) => sum + total, 0);
    const { articles } = await engine.count(WHOLE_SCOPE);
    return {
      forms,
      frequencies: totals,
      frequency,
      idf: Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5)),
    };
  };

  const searchTerms = (text: string): Promise<SearchTerm[]> =>
    Promise.all(terms(text).map((token) => searchTerm(token.term)));

  return {
    /** Numbers of the articles in the order given. */
    add: async (...drafts: readonly ArticleDraft[]): Promise<number[]> =>
      (await store.add(drafts, 'new', TODAY)).map(({ seq }) => seq),
    remove: (...keys: readonly string[]) => store.remove(keys, TODAY),
    pageOf,
    searchTerm,
    searchTerms,
    /** Numbers of all articles that match, ascending. */
    find: async (query: SearchQuery, scope = WHOLE_SCOPE): Promise<number[]> =>
      sorted(seqsOf((await pageOf(query, scope)).hits)),
    /** Article and shown publication of all that match, by article. */
    shown: async (query: SearchQuery, scope = WHOLE_SCOPE): Promise<[number, number][]> =>
      (await pageOf(query, scope)).hits
        .map(({ seq, shown }): [number, number] => [seq, shown])
        .toSorted(([a], [b]) => a - b),
    best: async (text: string, scope = WHOLE_SCOPE, must = EVERYTHING, limit = 10) =>
      engine.best(await searchTerms(text), must, { scope, asOfDay: TODAY, limit }),
  };
};

export type Asking = ReturnType<typeof asking>;
