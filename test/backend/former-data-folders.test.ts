/** A data folder of an earlier build is opened by this one: nothing is lost, and everything is found again. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoadProgress } from '../../src/backend/backend.ts';
import { openBackend } from '../../src/backend/open-backend.ts';
import { createLog } from '../../src/log.ts';
import { WHOLE_SCOPE } from '../../src/search/search-query.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { FORMER_BUILDS, layDataFolder } from '../data-folder-of.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const CORPUS = join(import.meta.dirname, '..', '..', 'corpus');
const log = createLog({ level: 'silent' });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-former-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (onProgress: (progress: LoadProgress) => void = () => undefined) =>
  openBackend({ corpus: [CORPUS], dataDir: folder, watch: null }, { clock: () => NOW, log, onProgress });

describe.each(FORMER_BUILDS)('the data folder of %s', (build) => {
  beforeEach(() => layDataFolder(build, folder));

  it('is opened at once; its articles are found when their words were read, and the progress is shown', async () => {
    const told: number[] = [];
    const backend = await open(({ indexed, total }) => told.push(total - indexed));
    expect((await backend.status()).articles).toBe(16);
    await backend.loaded();
    expect(await backend.status()).toMatchObject({ articles: 16, indexed: 16 });
    expect(told.at(-1)).toBe(0);
    const { excerpts } = await backend.answer('What was seen over the harbour?', { asOfMs: NOW });
    expect(excerpts[0]).toMatchObject({ articleId: 'comet', alsoIn: [{ source: 'Second Gazette' }] });
    expect((await backend.answer('Who captured Tyotkino?', { asOfMs: NOW })).verdict).not.toBe('none');
    expect((await backend.suggestTitles('storm', 1))[0]?.title).toBe('Storm over the dam');
    await backend.close();
  });

  it('loses the index it no longer needs, and nothing of its articles', async () => {
    const backend = await open();
    await backend.loaded();
    await backend.close();
    await expect.poll(() => existsSync(join(folder, 'index.bin'))).toBe(false);
    const store = await openArticleStore(folder);
    const all = await store.after(0, { limit: 100 });
    expect(all).toHaveLength(18);
    const comet = all.find(({ givenId }) => givenId === 'comet')!;
    expect(comet).toMatchObject({ arrival: 'new', url: 'https://example.org/comet' });
    expect(comet.body).toMatch(/^A comet was seen over the harbour\. Nothing else is told here\./);
    await store.close();
  });
});

it('reading the words of an earlier build goes on where it was cut short, the newest articles first', async () => {
  await layDataFolder('2026-11-22', folder);
  const store = await openArticleStore(folder);
  const waiting = (await store.counts()).queued;
  expect(await store.indexQueued(2)).toBe(2);
  const { engine } = store.openEngine();
  const stored = { kind: 'term', term: 'storm' } as const;
  expect(await engine.percolate(stored, WHOLE_SCOPE, { after: 0, through: 100 })).toHaveLength(1);
  await store.close();
  const again = await openArticleStore(folder);
  expect((await again.counts()).queued).toBe(waiting - 2);
  while ((await again.indexQueued(5)) > 0);
  expect(await again.hasQueued()).toBe(false);
  await again.close();
});

it('what waits for its words is counted for those who hear some sources by these alone', async () => {
  await layDataFolder('2026-11-22', folder);
  const store = await openArticleStore(folder);
  const [most] = await store.sources();
  const heard = store.hearing({ guildId: null, sources: [most!.source.toLowerCase()] });
  const { articles, queued } = await heard.counts();
  expect(articles).toBeLessThan((await store.counts()).articles);
  expect(queued).toBe(articles);
  while ((await store.indexQueued(5)) > 0);
  expect(await heard.counts()).toMatchObject({ articles, queued: 0 });
  await store.close();
});
