/** Which documents pass, and in what order, whatever happens to the index meanwhile. */
import { expect, it } from 'vitest';
import { ArticleIndex, dayNumber } from '../../src/search/article-index.ts';
import { browse, type DocumentFilter, sortByDay } from '../../src/search/document-filter.ts';

const ALL: DocumentFilter = {
  latestDay: dayNumber('2024-12-31'),
  within: null,
  sources: [],
  excludedSources: [],
  excluded: [],
  phrases: [],
};

const article = (seq: number, source: string, published: string) => ({
  seq,
  title: `Report ${seq}`,
  body: `What article ${seq} tells.`,
  source,
  published,
  language: 'en',
});

const openIndex = (): ArticleIndex => {
  const index = new ArticleIndex();
  index.add(article(1, 'first.example', '2024-03-01'));
  index.add(article(2, 'first.example', '2024-03-02'));
  index.add(article(3, 'third.example', '2024-03-03'));
  index.addCopy(article(4, 'second.example', '2024-03-09'), 1);
  return index;
};

it('sorts by the day of the telling that is asked for', () => {
  const index = openIndex();
  expect(browse(index, ALL)).toEqual([2, 1, 0]);
  expect(browse(index, { ...ALL, sources: ['second', 'third'] })).toEqual([0, 2]);
  expect(browse(index, { ...ALL, excludedSources: ['first'] })).toEqual([0, 2]);
});

it('sorts documents of which one was removed after it was found', () => {
  const index = openIndex();
  const found = browse(index, ALL);
  index.remove(2);
  expect(sortByDay(found, index, ALL, 1)).toEqual([0, 1, 2]);
});

it('lets nothing pass for a copy whose article is gone', () => {
  const index = openIndex();
  index.remove(1);
  expect(browse(index, { ...ALL, sources: ['second'] })).toEqual([]);
});
