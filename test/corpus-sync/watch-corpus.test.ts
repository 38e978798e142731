import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { syncCorpus } from '../../src/corpus-sync/sync-corpus.ts';
import { type CorpusWatcher, watchCorpus } from '../../src/corpus-sync/watch-corpus.ts';
import { createLog } from '../../src/log.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openArticleStore } from '../../src/store/sqlite-article-store.ts';
import { type CorpusFolder, LONG, openCorpusFolder, shelf } from './corpus-folder.ts';

/** Only what hangs ends here: how soon looks follow each other is tested with the periodicTask, free of the machine's load. */
const PATIENCE_MS = 30_000;

/** More articles than are read before any of what is tested meanwhile. */
const MANY = 60_000;
const manyLines = (): string =>
  Array.from({ length: MANY }, (_, n) => JSON.stringify({ title: `${n}`, body: `${n} ${LONG}` })).join('\n');

describe.each(['events', 'polling'] as const)('watching a corpus by %s', (mode) => {
  let folder: CorpusFolder;
  let store: ArticleStore;
  let watcher: CorpusWatcher;
  let logged: string[];

  beforeEach(async () => {
    folder = openCorpusFolder();
    store = await openArticleStore(null);
    logged = [];
    folder.write('old.json', JSON.stringify({ title: 'Old', body: LONG }));
    await syncCorpus(folder.roots, store, { clock: Date.now });
    const log = createLog({ level: 'warn', write: (line) => logged.push(line) });
    watcher = await watchCorpus(folder.roots, store, { mode, log, clock: Date.now });
  });
  afterEach(async () => {
    await watcher.close();
    await store.close();
    folder.close();
  });

  const titles = async () => (await shelf(store)).map((line) => line.split(' ').slice(1).join(' '));
  const soon = (check: () => unknown) => vi.waitFor(check, { timeout: PATIENCE_MS, interval: 20 });

  test('a file added, changed and removed is followed', async () => {
    folder.write('deep/er/new.txt', `A new text about floods. ${LONG}`);
    await soon(async () => expect(await titles()).toEqual(['backfill Old', 'new A new text about floods.']));
    folder.write('deep/er/new.txt', `Another text about floods. ${LONG}`);
    await soon(async () =>
      expect(await titles()).toEqual(['backfill Old', 'new Another text about floods.']),
    );
    folder.remove('deep');
    await soon(async () => expect(await titles()).toEqual(['backfill Old']));
  });

  test('so is one of 1 MB', async () => {
    folder.write('large.json', JSON.stringify({ title: 'Large', body: LONG.repeat(3_100) }));
    await soon(async () => expect(await titles()).toContain('new Large'));
  });

  test('so is one that is moved into place, over another', async () => {
    folder.write('.next', JSON.stringify({ title: 'Next', body: `Next. ${LONG}` }));
    folder.rename('.next', 'old.json');
    await soon(async () => expect(await titles()).toEqual(['backfill Next']));
  });

  test('a file is read when its writer has finished, not before', async () => {
    const path = join(folder.path, 'growing.jsonl');
    for (let n = 0; n < 12; n++) {
      const line = JSON.stringify({ title: `Line ${n}`, body: `${n}. ${LONG}` });
      appendFileSync(path, line.slice(0, 60));
      await new Promise((done) => setTimeout(done, 40));
      appendFileSync(path, `${line.slice(60)}\n`);
    }
    await soon(async () => expect(await titles()).toHaveLength(13));
    expect(logged).toEqual([]);
  });

  test('what cannot be read is logged once, with file and line', async () => {
    folder.write('bad.jsonl', `{"title": "A", "body": "x"}\n{"title"\n`);
    await soon(() => expect(logged).toHaveLength(1));
    expect(JSON.parse(logged[0]!)).toMatchObject({
      file: 'bad.jsonl',
      line: 2,
      reason: expect.stringMatching(/JSON/),
    });
    folder.write('good.txt', `A later text about frost. ${LONG}`);
    await soon(async () => expect(await titles()).toContain('new A later text about frost.'));
    expect(logged).toHaveLength(1);
  });

  test('a small file is followed while a large one is being read', async () => {
    folder.write('many.jsonl', manyLines());
    await soon(async () => expect((await store.counts()).articles).toBeGreaterThan(1));
    folder.write('small.txt', `A small text about frost. ${LONG}`);
    const isThere = async () => (await store.findByTitle('A small text about frost.')).length;
    await soon(async () => expect(await isThere()).toBe(1));
    folder.remove('small.txt');
    await soon(async () => expect(await isThere()).toBe(0));
    expect((await store.counts()).articles).toBeLessThan(MANY);
  });

  test('so is one that goes when a large one comes', async () => {
    folder.write('many.jsonl', manyLines());
    folder.remove('old.json');
    await soon(async () => expect(await store.get(1)).toBeNull());
    expect((await store.counts()).articles).toBeLessThan(MANY);
  });

  test('ends at once, even while reading', async () => {
    folder.write('many.jsonl', manyLines());
    await soon(async () => expect((await store.counts()).articles).toBeGreaterThan(1));
    await watcher.close();
    expect((await store.counts()).articles).toBeLessThan(MANY);
  });
});

test('what changed between the first reading and the watching is not missed', async () => {
  const folder = openCorpusFolder();
  const store = await openArticleStore(null);
  await syncCorpus(folder.roots, store, { clock: Date.now });
  folder.write('between.txt', `Written in between. ${LONG}`);
  const watcher = await watchCorpus(folder.roots, store, {
    mode: 'events',
    log: createLog({ level: 'silent' }),
    clock: Date.now,
  });
  await vi.waitFor(async () => expect(await shelf(store)).toEqual(['1 new Written in between.']), {
    timeout: PATIENCE_MS,
  });
  await watcher.close();
  await store.close();
  folder.close();
});
