/** Many stored queries are matched by words alone, and match what the engine finds for each of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percolate } from '../../src/answers/percolate.ts';
import { hearingEngine } from '../../src/search/hearing-engine.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { TODAY } from '../search/engine-corpus.ts';
import { deeds, drafts, owners, queries, scopes } from '../search/engine-properties.ts';

const steps = fc.array(
  fc.record({ drafts: fc.array(drafts, { maxLength: 5 }), servers: owners, deed: deeds }),
  {
    minLength: 1,
    maxLength: 3,
  },
);
/** So many that they are not put to the engine. */
const stored = fc.array(fc.record({ query: queries, scope: scopes }), { minLength: 12, maxLength: 20 });
const ranges = fc.oneof(
  fc.record({ after: fc.nat(6), through: fc.nat(12) }),
  fc.record({ seqs: fc.uniqueArray(fc.integer({ min: 1, max: 12 })) }),
);

test('each of many queries matches what the engine finds for it, whatever came, changed and went', async () => {
  await fc.assert(
    fc.asyncProperty(steps, stored, ranges, async (given, asked, range) => {
      const store = await openArticleStore(null);
      try {
        for (const step of given) {
          await store.add(step.drafts, 'new', TODAY, step.servers);
          await step.deed(store);
        }
        const { engine, words } = store.openEngine();
        const { audience } = asked[0]!.scope;
        const heard = { engine: hearingEngine(engine, audience), words };
        const found = await percolate(asked, range, heard, await words.dictionary());
        const each = asked.map(({ query, scope }) => heard.engine.percolate(query, scope, range));
        expect(found).toEqual(await Promise.all(each));
      } finally {
        await store.close();
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
