import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctSpelling, type Writings } from '../../src/answers/correct-spelling.ts';
import { ArticleIndex } from '../../src/search/article-index.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { draft } from '../store/article-store-contract.ts';

const TEXTS = [
  'Tyotkino is a village near Belgorod. The government said the militia raids crossed the border.',
  'In Belgorod, the battalion captured two soldiers. It would rain in Kursk, and leaves fell from the trees.',
  'Operations of the military went on after the election; its factor was loyalty. Votes were counted.',
  'A fight at the market place; eminent Minister Harrow missed the missile.',
];

let store: SqliteArticleStore;
let writings: Writings;
beforeAll(async () => {
  store = await openArticleStore(null);
  await store.add(
    TEXTS.map((body, n) => draft(`${n}`, { title: 'Report', body })),
    'backfill',
    0,
  );
  const index = new ArticleIndex();
  for (const each of await store.after(0, { limit: 10 })) index.add(each);
  writings = { index, articles: store };
});
afterAll(() => store.close());

const correct = (word: string) => correctSpelling(word, writings);

describe('correctSpelling', () => {
  it.each([
    ['Tyotkno', 'Tyotkino'],
    ['belgorad', 'Belgorod'],
    ['krusk', 'Kursk'],
    ['goverment', 'government'],
    ['governmnet', 'government'],
    ['milita', 'militia'],
    ['millitary', 'military'],
    ['elction', 'election'],
    ['soilders', 'soldiers'],
    ['batallion', 'battalion'],
    ['missle', 'missile'],
    ['boder', 'border'],
    ['governmen', 'government'],
    ['belgoro', 'Belgorod'],
  ])('takes %s for %s, as an article writes it', async (typed, meant) => {
    expect(await correct(typed)).toBe(meant);
  });

  it('takes a word in one number for the other, where only that is written', async () => {
    expect(await correct('opperation')).toBe('Operations');
  });

  it.each(['leads', 'lead', 'plane', 'voter', 'factory', 'ermine', 'world', 'hippopotamus', 'Xyz'])(
    'leaves %s as it is: what is written is another word',
    async (word) => {
      expect(await correct(word)).toBeNull();
    },
  );

  it.each(['2025', 'B-2023', '1990s'])('never corrects a number (%s)', async (word) => {
    expect(await correct(word)).toBeNull();
  });

  it('is done with a word of any length at once', async () => {
    const startMs = performance.now();
    for (const length of [30, 31, 500])
      expect(await correct('qx'.repeat(length).slice(0, length))).toBeNull();
    expect(performance.now() - startMs).toBeLessThan(500);
  });
});
