/** MiniSearch over whole articles keeps the contract of search engines, and follows the store by itself. */
import { expect, test } from 'vitest';
import { createMinisearchEngine } from '../../src/search/minisearch-engine.ts';
import { all, any, EVERYTHING, not, type SearchQuery, WHOLE_SCOPE } from '../../src/search/search-query.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { asking, inOrder, TODAY, word, written } from './engine-corpus.ts';
import { describeSearchEngine } from './search-engine-contract.ts';

const open = async () => {
  const store = await openArticleStore(null);
  return { engine: createMinisearchEngine(store), store, close: () => store.close() };
};

describeSearchEngine('MiniSearch', open);

test('only words that were found make a score', async () => {
  const opened = await open();
  const { add, pageOf } = asking(opened);
  await add(written('One', 'A ferry.'), written('Two', 'A ferry and a tram.'), written('Three', 'A car.'));
  const scores = async (query: SearchQuery) =>
    (await pageOf(query, WHOLE_SCOPE, 'relevance')).hits.map(({ seq, score }) => [seq, score]);
  const plain = await scores(word('ferry'));
  expect(await scores(all([word('ferry'), not(word('volcano'))]))).toEqual(plain);
  expect(await scores(all([EVERYTHING, any([word('ferry'), word('volcano')])]))).toEqual(plain);
  expect(await scores(not(word('ferry')))).toEqual([[3, 0]]);
  await opened.close();
});

test('a store that could not be read once is read to its end the next time', async () => {
  const { store, close } = await open();
  let failing = true;
  const engine = createMinisearchEngine({
    changesSince: async (revision, limit) => {
      if (revision > 0 && failing) throw new Error('disk I/O error');
      return store.changesSince(revision, limit);
    },
  });
  const drafts = Array.from({ length: 120 }, (_, at) => written(`Ferry ${at}`, `Ferry number ${at}.`));
  await store.add(drafts, 'new', TODAY);
  await expect(engine.count(WHOLE_SCOPE)).rejects.toThrow('disk I/O error');
  failing = false;
  const [count, found] = await Promise.all([
    engine.count(WHOLE_SCOPE),
    engine.percolate(inOrder('ferry number 119'), WHOLE_SCOPE, { after: 0, through: 999 }),
  ]);
  expect(count.articles).toBe(120);
  expect(found).toEqual([120]);
  await close();
});
