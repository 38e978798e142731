import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { describeCommonTerms } from '../search/engine-common-terms-contract.ts';
import { describeSearchEngine } from '../search/search-engine-contract.ts';

const open = async () => {
  const store = await openArticleStore(null);
  return { engine: store.openEngine().engine, store, close: () => store.close() };
};

describeSearchEngine('the engine over SQLite', open);
describeCommonTerms('the engine over SQLite', open);
