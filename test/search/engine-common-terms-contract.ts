/** How engines over a large corpus choose among the articles that hold two common terms: all by the same rule. */
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '../../src/search/search-query.ts';
import { asking, type OpenEngine, seqsOf, TODAY, within, written } from './engine-corpus.ts';

export const describeCommonTerms = (name: string, open: () => Promise<OpenEngine>): void => {
  describe(`${name}: the best by two common terms`, () => {
    // One article is wanted, and recency chooses among five.
    test.for([
      { town: 1000, ferry: 1000, both: 5, late: 0, alone: 0, may: 'not' },
      { town: 1000, ferry: 1000, both: 4, late: 0, alone: 0, may: 'still' },
      { town: 1000, ferry: 1000, both: 5, late: 1, alone: 0, may: 'still' },
      { town: 999, ferry: 1000, both: 5, late: 0, alone: 0, may: 'still' },
      { town: 500, ferry: 1500, both: 4, late: 0, alone: 1, may: 'not' },
      { town: 500, ferry: 1500, both: 4, late: 0, alone: 0, may: 'still' },
      { town: 501, ferry: 1499, both: 4, late: 0, alone: 1, may: 'still' },
      { town: 4, ferry: 1996, both: 4, late: 0, alone: 0, may: 'still' },
    ])(
      '$town and $ferry: where $both hold both ($late too late) and $alone the rarer alone, one without it may $may be the best',
      async ({ town, ferry, both, late, alone, may }) => {
        const opened = await open();
        const ask = asking(opened);
        const [without] = await ask.add(written('Ferry, ferry', 'Ferry after ferry.'));
        const story = (text: string, at: number, published: string) =>
          written(`No. ${at}`, `${text}, says story ${at}, which goes on and on.`, { published });
        await ask.add(
          // So that neither word is in most of the articles.
          ...Array.from({ length: 40 }, (_, at) =>
            written(`Filler ${at}`, `A hill and a road, number ${at}.`),
          ),
          ...Array.from({ length: both }, (_, at) =>
            story('The ferry left the town', at, at < late ? '2024-05-01' : '2024-03-01'),
          ),
          ...Array.from({ length: alone }, (_, at) => story('The town', both + at, '2024-03-01')),
        );
        const terms = await ask.searchTerms('town ferry');
        const common = terms.map((term, at) => ({ ...term, frequency: at === 0 ? town : ferry }));
        const request = { scope: within({ latestDay: TODAY }), asOfDay: TODAY, limit: 1 };
        const [best] = seqsOf(await opened.engine.best(common, EVERYTHING, request));
        expect(best === without).toBe(may === 'still');
        await opened.close();
      },
    );
  });
};
