import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHolders } from '../../src/answers/find-holders.ts';
import { holdsPhrases } from '../../src/answers/find-phrases.ts';
import { corpusRoots } from '../../src/intake/corpus/find-corpus-files.ts';
import { syncCorpus } from '../../src/library/sync-corpus.ts';
import { ArticleIndex } from '../../src/search/article-index.ts';
import { browse, type DocumentFilter } from '../../src/search/document-filter.ts';
import { phraseIds } from '../../src/search/term-ids.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { draft } from '../store/article-store-contract.ts';

const ODD = draft('odd', {
  title: 'Harvest reports “late”',
  body: 'Nobody waits.\n\nThe drug­stores closed at 5 p.m. “Not a drug,” she said. Café owners — all of them — agree.\n\n- wait for it\n- it came',
});

let store: SqliteArticleStore;
let index: ArticleIndex;
let all: StoredArticle[];
beforeAll(async () => {
  store = await openArticleStore(null);
  await syncCorpus(corpusRoots(['corpus']), store, { clock: () => 0 });
  await store.add([ODD], 'new', 0);
  index = new ArticleIndex();
  all = await store.after(0, { limit: 1_000 });
  for (const each of all) index.add(each);
});
afterAll(() => store.close());

const found = async (phrase: string): Promise<number[]> => {
  const filter: DocumentFilter = {
    latestDay: 1e6,
    within: null,
    sources: [],
    excludedSources: [],
    excluded: [],
    phrases: [phraseIds(phrase, index)],
  };
  const { documents } = await findHolders(browse(index, filter), [phrase], () => false, {
    index,
    articles: store,
  });
  return documents.map((document) => index.document(document)!.seq).toSorted((a, b) => a - b);
};

const expected = (phrase: string): number[] =>
  all.filter(({ title, body }) => holdsPhrases(`${title}\n${body}`, [phrase])).map(({ seq }) => seq);

describe('findHolders', () => {
  it.each([
    'harvest reports "late"',
    'late" nobody waits',
    'nobody waits. The',
    '5 p.m. “Not a drug,”',
    'cafe owners - all',
    'wait for it',
    '“Not a drug',
  ])('finds %s', async (phrase) => {
    expect(await found(phrase)).toEqual([all.at(-1)!.seq]);
  });

  it.each(['harvests report', 'nobody waited', 'a drugs', 'wait for its'])(
    'does not find %s',
    async (phrase) => {
      expect(await found(phrase)).toEqual([]);
    },
  );

  it('finds what reading all texts finds, for any words that stand together', async () => {
    const words = all.flatMap(({ title, body }) => `${title}\n${body}`.split(/\s+/));
    for (let at = 0; at < words.length; at += 37) {
      const phrase = words
        .slice(at, at + 1 + (at % 4))
        .join(' ')
        .replaceAll('"', '');
      if (phraseIds(phrase, index).length > 0)
        expect([phrase, await found(phrase)]).toEqual([phrase, expected(phrase)]);
    }
  });

  it.each([
    ['foo bar '.repeat(50_000), '"foo, bar"', 'foo, bar'],
    ['a '.repeat(200_000), 'a a a, a', 'a a a, a'],
    [`${'a '.repeat(200_000)}b.`, 'a … a, b', `${'a '.repeat(480)}a, b`],
  ])('reads a text that repeats itself soon, though it holds no phrase', async (body, _name, phrase) => {
    await store.add([draft('repeats', { title: 'Repeats', body })], 'new', 0);
    const [article] = await store.after(all.at(-1)!.seq, { limit: 1 });
    index.add(article!);
    const documents = [index.documentOf(article!.seq)];
    const startMs = performance.now();
    const holders = await findHolders(documents, [phrase], () => false, { index, articles: store });
    expect(performance.now() - startMs).toBeLessThan(1_500);
    expect(holders).toEqual({ documents: [], read: 1 });
    index.remove(article!.seq);
    await store.remove([article!.key], 0);
  });
});
