/** Articles for the tests of the index, in our own words. */
import { ArticleIndex, type IndexableArticle } from '../../src/search/article-index.ts';

let lastSeq = 0;

/** An article with what matters to a test given and the rest filled in. */
export const article = (given: Partial<IndexableArticle> & { body: string }): IndexableArticle => ({
  seq: ++lastSeq,
  title: 'Untitled',
  source: 'Border Post',
  published: null,
  language: 'en',
  ...given,
});

export const indexOf = (...articles: readonly IndexableArticle[]): ArticleIndex => {
  const index = new ArticleIndex();
  for (const each of articles) index.add(each);
  return index;
};
