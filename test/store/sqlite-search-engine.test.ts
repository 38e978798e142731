import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { describeSearchEngine } from '../search/search-engine-contract.ts';

describeSearchEngine('the engine over SQLite', async () => {
  const store = await openArticleStore(null);
  return { engine: store.openSearch().engine, store, close: () => store.close() };
});
