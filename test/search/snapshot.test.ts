import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleIndex } from '../../src/search/article-index.ts';
import { loadSnapshot } from '../../src/search/load-snapshot.ts';
import { saveSnapshot } from '../../src/search/save-snapshot.ts';
import { article, indexOf } from './articles.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-snapshot-'));
  path = join(folder, 'data', 'index.bin');
});
afterEach(() => rm(folder, { recursive: true }));

/** Everything a search can see of an index. */
const contents = (index: ArticleIndex) => ({
  documents: index.documents().filter((entry) => entry !== undefined),
  copies: index.copies(),
  averageLength: index.averageLength,
  languages: index.languages,
  frequencies: [...index.vocabulary.entries()].map(([id, term]) => [
    term,
    index.vocabulary.documentFrequency(id),
  ]),
});

const sample = (): ArticleIndex => {
  const raid = article({
    body: 'Militias raided Kursk.\n\nThey left.',
    published: '2024-03-12',
    title: 'A raid',
  });
  const index = indexOf(
    raid,
    article({ body: 'Der Gouverneur sprach.', language: 'de', source: 'Grenzbote' }),
    article({ body: 'No language is known.', language: null }),
  );
  index.addCopy({ ...article(raid), seq: 900, source: 'The Copier', published: '2024-03-13' }, raid.seq);
  index.addCopy({ ...article(raid), seq: 901, source: 'Grenzbote', published: null }, raid.seq);
  return index;
};

const loaded = async (): Promise<ArticleIndex> => {
  const snapshot = await loadSnapshot(path);
  if (snapshot.outcome !== 'loaded') throw new Error(`loaded was expected, ${JSON.stringify(snapshot)} came`);
  return snapshot.index;
};

describe('a snapshot', () => {
  it('brings back the index as it was', async () => {
    const index = sample();
    await saveSnapshot(path, index, { revision: 7 });
    expect(contents(await loaded())).toEqual(contents(index));
    expect(await loadSnapshot(path)).toMatchObject({ revision: 7 });
  });

  it('can be added to and saved again', async () => {
    await saveSnapshot(path, sample(), { revision: 1 });
    const again = await loaded();
    const late = article({ body: 'Militias came back to Kursk.' });
    again.add(late);
    await saveSnapshot(path, again, { revision: 2 });
    const twice = await loaded();
    expect(contents(twice)).toEqual(contents(again));
    const found: number[] = [];
    twice.postings.each(twice.vocabulary.find('kursk'), (posting) => found.push(posting >>> 8));
    expect(found.map((number) => twice.document(number)!.seq)).toContain(late.seq);
  });

  it('leaves out what was removed', async () => {
    const gone = article({ body: 'Gone tomorrow.' });
    const index = sample();
    index.add(gone);
    index.remove(gone.seq);
    await saveSnapshot(path, index, { revision: 1 });
    expect((await loaded()).capacity).toBe(3);
  });

  it('holds what was there when saving began, whatever is added meanwhile', async () => {
    const index = sample();
    const before = contents(index);
    const saving = saveSnapshot(path, index, { revision: 1 });
    index.add(article({ body: 'Added while the file was being written.' }));
    await saving;
    expect(contents(await loaded())).toEqual(before);
  });

  it('is missing at a first start', async () => {
    expect(await loadSnapshot(path)).toEqual({ outcome: 'missing' });
  });

  it('of an earlier version is out of date', async () => {
    await saveSnapshot(path, sample(), { revision: 1 });
    const file = await readFile(path);
    const at = Number(file.readBigUInt64LE(0));
    file.write('dateline-index-2', file.indexOf('dateline-index-', at));
    file.writeUInt32LE(crc32(file.subarray(at)), 12);
    await writeFile(path, file);
    expect(await loadSnapshot(path)).toEqual({ outcome: 'stale' });
  });

  it('is told to be damaged wherever a byte is wrong, and never read wrong', async () => {
    await saveSnapshot(path, sample(), { revision: 1 });
    const good = await readFile(path);
    for (let at = 0; at < good.length; at += 11) {
      const bad = Buffer.from(good);
      bad[at]! ^= 0x55;
      await writeFile(path, bad);
      expect((await loadSnapshot(path)).outcome, `byte ${at}`).toBe('damaged');
    }
  });

  it.each([0, 10, 300])('is told to be damaged where it ends after %i bytes', async (length) => {
    await saveSnapshot(path, sample(), { revision: 1 });
    await truncate(path, length);
    expect(await loadSnapshot(path)).toMatchObject({ outcome: 'damaged' });
  });
});
