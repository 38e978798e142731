import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/answers/archive.ts';
import { correctSpelling } from '../../src/answers/correct-spelling.ts';
import { suggestSpelling } from '../../src/search/suggest-spelling.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { draft } from '../store/article-store-contract.ts';
import { openArchive } from './open-archive.ts';

const TEXTS = [
  'Tyotkino is a village near Belgorod. The government said the militia raids crossed the border.',
  'In Belgorod, the battalion captured two soldiers. It would rain in Kursk, and leaves fell from the trees.',
  'Operations of the military went on after the election; its factor was loyalty. Votes were counted.',
  'A fight at the market place; eminent Minister Harrow missed the missile.',
];

let store: SqliteArticleStore;
let archive: Archive;
beforeAll(async () => {
  store = await openArticleStore(null);
  await store.add(
    TEXTS.map((body, n) => draft(`${n}`, { title: 'Report', body })),
    'backfill',
    0,
  );
  archive = openArchive(store);
});
afterAll(() => store.close());

const correct = async (word: string) =>
  correctSpelling(word, 'en', suggestSpelling, await archive.words.dictionary(), archive);

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
    ['plaace', 'place'],
    ['operaations', 'Operations'],
    ['capturring', 'captured'],
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

  it('corrects no word that is longer than words are', async () => {
    for (const length of [31, 500]) expect(await correct('government'.padEnd(length, 't'))).toBeNull();
  });
});
