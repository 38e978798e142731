import { expect, test } from 'vitest';
import { EVERYTHING, WHOLE_SCOPE } from '../../src/search/search-query.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { asking, seqsOf, TODAY, written } from '../search/engine-corpus.ts';
import { describeSearchEngine } from '../search/search-engine-contract.ts';

const open = async () => {
  const store = await openArticleStore(null);
  return { engine: store.openSearch().engine, store, close: () => store.close() };
};

describeSearchEngine('the engine over SQLite', open);

test.for([
  { town: 1000, ferry: 1000, both: 5, may: 'not' },
  { town: 1000, ferry: 1000, both: 4, may: 'still' },
  { town: 999, ferry: 1000, both: 5, may: 'still' },
  { town: 500, ferry: 1500, both: 4, may: 'not' },
  { town: 501, ferry: 1499, both: 4, may: 'still' },
  { town: 4, ferry: 1996, both: 4, may: 'still' },
])(
  'where $town articles hold one term, $ferry another and $both both, one without the first may $may be the best',
  async ({ town, ferry, both, may }) => {
    const opened = await open();
    const ask = asking(opened);
    const [without] = await ask.add(written('Ferry, ferry', 'Ferry after ferry.'));
    await ask.add(
      ...Array.from({ length: both }, (_, at) =>
        written(`No. ${at}`, `The ferry left the town, says story ${at}, which goes on and on.`),
      ),
    );
    const terms = await ask.searchTerms('town ferry');
    const common = terms.map((term, at) => ({ ...term, frequency: at === 0 ? town : ferry }));
    const request = { scope: WHOLE_SCOPE, asOfDay: TODAY, limit: 1 };
    const [best] = seqsOf(await opened.engine.best(common, EVERYTHING, request));
    expect(best === without).toBe(may === 'still');
    await opened.close();
  },
);
