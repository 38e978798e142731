import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { syncCorpus } from '../src/corpus-sync/sync-corpus.ts';
import { corpusRoots } from '../src/intake/corpus/find-corpus-files.ts';
import { openArticleStore } from '../src/store/sqlite-article-store.ts';

const folder = fileURLToPath(new URL('../corpus', import.meta.url));

test('the corpus that comes along is a small sample, and says so everywhere', async () => {
  const store = await openArticleStore(null);
  const { problems } = await syncCorpus(corpusRoots([folder]), store, { clock: Date.now });
  const seqs = Array.from({ length: (await store.counts()).lastSeq }, (_, n) => n + 1);
  const articles = await store.getMany(seqs);

  expect(problems).toEqual([]);
  expect(articles.length).toBeGreaterThanOrEqual(10);
  expect(articles.length).toBeLessThanOrEqual(15);
  for (const { source, url, published, tags, body } of articles) {
    expect(source).toMatch(/ \(sample\)$/);
    expect(url).toMatch(/^https:\/\/example\.org\//);
    expect(published).toMatch(/^2024-03-/);
    expect(tags).toContain('sample');
    expect(body.length).toBeLessThan(1_500);
  }
  expect((await store.counts()).copies).toBe(1);
  await store.close();
});
