/**
 * Whole articles in a MiniSearch, with what it does not keep beside it: the order of the terms, for phrases, and which
 * outlets carry an article, for scopes.
 */
import MiniSearch from 'minisearch';
import type { Article } from '../domain/article.ts';
import type { HeardBy } from '../domain/audience.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import { B, K1 } from './bm25.ts';
import { type HoldsRun, toMinisearchQuery } from './minisearch-query.ts';
import { Publications } from './publications.ts';
import { TITLE_WEIGHT } from './search-engine.ts';
import { bylineOf, type SearchQuery } from './search-query.ts';

/** What became of an article; null if it was removed. One with `duplicateOf` is a publication of that article. */
export interface ChangedArticle {
  readonly seq: number;
  readonly revision: number;
  readonly article:
    | (Pick<Article, 'title' | 'body' | 'source' | 'author' | 'published' | 'language'> & {
        readonly duplicateOf: number | null;
        readonly heardBy: HeardBy;
      })
    | null;
}

/** The terms of both parts in order, with a `SEPARATOR` before and after each. */
interface ArticleTerms {
  readonly id: number;
  /** That of the article, then those that other outlets give it. */
  readonly title: string;
  readonly body: string;
}

/** Stands in no term: words end at white space. A space would not do, since some single characters fold to several words. */
const SEPARATOR = '\n';

const joined = (run: readonly string[]): string => `${SEPARATOR}${run.join(SEPARATOR)}${SEPARATOR}`;

const termsOf = (text: string, language: string | null): string =>
  joined(terms(text, language ?? DEFAULT_LANGUAGE).map(({ term }) => term));

/**
 * One field for both parts, the title in it `TITLE_WEIGHT` times. MiniSearch weighs each field by its own document
 * frequencies, and a common word that few titles hold would count as a rare one.
 */
const createIndex = (): MiniSearch<ArticleTerms> =>
  new MiniSearch<ArticleTerms>({
    fields: ['text'],
    extractField: (article, field) =>
      field === 'id' ? article.id : article.title.repeat(TITLE_WEIGHT) + article.body,
    tokenize: (text) => text.split(SEPARATOR).filter((term) => term !== ''),
    processTerm: (term) => term,
    searchOptions: { tokenize: (term) => [term], bm25: { k: K1, b: B, d: 0 } },
  });

export class MinisearchArticles {
  readonly publications = new Publications();
  readonly #index = createIndex();
  readonly #terms = new Map<number, ArticleTerms>();
  /** The terms of each publication's own title, and of each article's body. */
  readonly #titles = new Map<number, string>();
  readonly #bodies = new Map<number, string>();

  /** Takes in the present state of an article, in whatever order. */
  apply({ seq, article }: ChangedArticle): void {
    const before = this.publications.get(seq)?.of;
    this.publications.remove(seq);
    this.#titles.delete(seq);
    this.#bodies.delete(seq);
    if (article !== null) this.#take(seq, article);
    const after = this.publications.get(seq)?.of;
    for (const changed of new Set([seq, before, after])) if (changed !== undefined) this.#refresh(changed);
  }

  #take(seq: number, article: NonNullable<ChangedArticle['article']>): void {
    const { title, body, language, duplicateOf, heardBy } = article;
    const of = duplicateOf ?? seq;
    this.publications.add({ seq, of, heardBy, ...bylineOf(article) });
    this.#titles.set(seq, termsOf(title, language));
    if (of === seq) this.#bodies.set(seq, termsOf(body, language));
  }

  /** Puts what is known of an article into the index, in the place of what was there. */
  #refresh(id: number): void {
    this.#removeTerms(id);
    const body = this.#bodies.get(id);
    if (body === undefined) return;
    const isPrivate = this.publications.get(id)!.heardBy !== null;
    // A server's own title finds no article of everyone's.
    const titles = this.publications
      .of(id)
      .filter(({ heardBy }) => isPrivate || heardBy === null)
      .map(({ seq }) => this.#titles.get(seq)!);
    const article = { id, title: [...new Set(titles)].join(''), body };
    this.#terms.set(id, article);
    this.#index.add(article);
  }

  #removeTerms(seq: number): void {
    const article = this.#terms.get(seq);
    if (article === undefined) return;
    this.#terms.delete(seq);
    // Not `discard`, which leaves the terms behind for a timer to sweep up and counts them until then.
    this.#index.remove(article);
  }

  readonly #holdsRun: HoldsRun = (seq, run, parts) => {
    const article = this.#terms.get(seq)!;
    return parts.some((part) => article[part].includes(joined(run)));
  };

  /** The BM25 of each article that matches, by its number; 0 if no term made it match. */
  matches(query: SearchQuery): ReadonlyMap<number, number> {
    const found = this.#index.search(toMinisearchQuery(query, this.#holdsRun));
    // MiniSearch multiplies a score by the number of terms found.
    return new Map(found.map(({ id, score, queryTerms }) => [id, score / (queryTerms.length || 1)]));
  }
}
