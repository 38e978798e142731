import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ArticleTables, draftColumns } from '../../src/store/article-tables.ts';
import { ARTICLE_MIGRATIONS } from '../../src/store/migrations/article-migrations.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { openArticleReader } from '../../src/store/sqlite-article-reader.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { describeAudiences } from './article-audience-contract.ts';
import { describeArticleStore, draft } from './article-store-contract.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-store-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let opened = 0;
const newFolder = (): string => join(folder, String(opened++), 'data');

describeAudiences('SQLite in memory', () => openArticleStore(null));
describeArticleStore('SQLite in memory', () => openArticleStore(null));
describeArticleStore('SQLite in a file', () => openArticleStore(newFolder()));

test('articles and their order survive closing', async () => {
  const dataDir = newFolder();
  const store = await openArticleStore(dataDir);
  await store.add([draft('a'), draft('b')], 'backfill', 1);
  await store.remove(['b'], 2);
  await store.close();
  const again = await openArticleStore(dataDir);
  expect(await again.get(1)).toMatchObject({ key: 'a' });
  expect(await again.add([draft('c')], 'new', 3)).toEqual([{ key: 'c', outcome: 'added', seq: 3 }]);
  await again.close();
});

/** Tables that hold something of every article. */
const WALKED = /^SCAN (article|article_body|article_words|publication|copy|own|original|term)\b/;

test('an article is added, changed and removed without walking through all others', async () => {
  const dataDir = newFolder();
  const store = await openArticleStore(dataDir);
  await store.add([draft('a')], 'backfill', 1);
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  await store.add([draft('b'), draft('c', { body: draft('a').body })], 'new', 2);
  await store.add([draft('b', { body: 'Another text.' })], 'new', 3);
  const replacing = { title: 'Another', body: 'Another article.', givenId: null, url: null };
  await store.add([draft('c', replacing)], 'new', 4);
  await store.remove(['a'], 5);
  const said = new Set(prepare.mock.calls.map(([sql]) => sql));
  prepare.mockRestore();
  const db = new DatabaseSync(join(dataDir, 'articles.db'), { readOnly: true });
  const walking = [...said]
    .filter((sql) => /^\s*(select|insert|update|delete|with)\b/i.test(sql))
    .filter((sql) => {
      const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
      return steps.some(({ detail }) => WALKED.test(String(detail)) && !/USING/.test(String(detail)));
    });
  db.close();
  await store.close();
  expect(said.size).toBeGreaterThan(10);
  expect(walking).toEqual([]);
});

test('articles that an earlier version stored are read as they were', async () => {
  const dataDir = newFolder();
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'articles.db');
  const before = await openDatabase<ArticleTables>(path, {
    '001-articles': ARTICLE_MIGRATIONS['001-articles']!,
  });
  const [{ columns } = { columns: [] }] = await before.introspection
    .getTables()
    .then((tables) => tables.filter(({ name }) => name === 'article'));
  const known = new Set(columns.map(({ name }) => name));
  const stored = { arrival: 'new', added_at_ms: 1, changed_at_ms: 1, removed_at_ms: null } as const;
  for (const [key, seq] of [
    ['a', 1],
    ['b', 2],
  ] as const) {
    const decided = draftColumns(draft(key, { body: draft('a').body }));
    const row = Object.fromEntries(Object.entries(decided).filter(([name]) => known.has(name)));
    const copied = { duplicate_of: seq === 2 ? 1 : null, revision: seq };
    await before
      .insertInto('article')
      .values({ ...(row as typeof decided), ...stored, ...copied })
      .execute();
    await before
      .insertInto('article_body')
      .values({ seq, body: draft('a').body })
      .execute();
  }
  await before.destroy();
  const store = await openArticleStore(dataDir);
  expect(await store.get(1)).toMatchObject({ key: 'a', duplicateOf: null, formerDuplicateOf: null });
  expect(await store.add([draft('a', { body: 'Another text.' })], 'new', 2)).toMatchObject([
    { outcome: 'changed', seq: 1 },
  ]);
  await store.close();
});

test('pieces of the search index are merged less often while many articles come', async () => {
  const dataDir = newFolder();
  const store = await openArticleStore(dataDir);
  const db = new DatabaseSync(join(dataDir, 'articles.db'), { readOnly: true });
  const pieces = () =>
    db.prepare('SELECT count(DISTINCT segid) AS pieces FROM article_fts_idx').get()?.pieces;
  const add = async (from: number, to: number): Promise<void> => {
    for (let at = from; at < to; at++)
      await store.add([draft(`a${at}`, { body: `Report ${at}.` })], 'new', 1);
  };
  await store.expectMany(true);
  await add(0, 20);
  expect(pieces()).toBe(20);
  await store.expectMany(false);
  await add(20, 21);
  expect(pieces()).toBeLessThan(10);
  db.close();
  await store.close();
});

test('a reader beside the writer sees each addition as soon as it is made', async () => {
  const dataDir = newFolder();
  const store = await openArticleStore(dataDir);
  const reader = await openArticleReader(dataDir);
  expect(await reader.get(1)).toBeNull();
  await store.add([draft('a')], 'new', 1);
  expect(await reader.get(1)).toMatchObject({ key: 'a' });
  await reader.close();
  await store.close();
});

test('a reader without a writer says that there is nothing to read', async () => {
  await expect(openArticleReader(join(folder, 'absent'))).rejects.toThrow(/cannot be opened/);
});
