import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { describeForwardIndex } from '../search/forward-index-contract.ts';

describeForwardIndex('words in SQLite', async () => {
  const store = await openArticleStore(null);
  return { index: store.openSearch().words, store, close: () => store.close() };
});
