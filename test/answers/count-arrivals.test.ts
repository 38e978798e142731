/** Articles count as arrivals by when they came and were published, and only those of outlets whose usual hour is known. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countArrivals } from '../../src/answers/count-arrivals.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/durations.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { article } from '../digests/article.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');

let store: SqliteArticleStore;
let number = 0;
beforeEach(async () => {
  store = await openArticleStore(null);
});
afterEach(() => store.close());

/** Adds articles on a ferry, published as they came by default. */
const came = async (count: number, agoMs: number, over: Partial<ArticleDraft> = {}): Promise<void> => {
  const atMs = NOW - agoMs;
  const drafts = Array.from({ length: count }, () => {
    number += 1;
    const about = {
      title: `Ferry ${number}`,
      body: `The ferry made its tour ${number}.`,
      source: 'herald.example',
    };
    return article({ seq: number, ...about, published: new Date(atMs).toISOString(), ...over });
  });
  await store.add(drafts, 'new', atMs);
};

const arrivals = async () =>
  (await countArrivals([parseQuery('ferry', NOW)], NOW, { ...openArchive(store), articles: store }))[0]!;

describe('arrivals', () => {
  it('are those of the last hour, and of a usual one of the week', async () => {
    await came(1, 8 * DAY_MS);
    await came(167, 2 * DAY_MS);
    await came(6, HOUR_MS / 2);
    expect(await arrivals()).toEqual({ hour: 6, usual: expect.closeTo(1) });
  });

  it('are not the archive of a source that was added an hour ago', async () => {
    await came(1, 8 * DAY_MS);
    await came(1, HOUR_MS / 2);
    await came(20, HOUR_MS / 2, { published: '2026-02-01T08:00:00Z' });
    await came(20, HOUR_MS / 2, { published: '2026-02-01' });
    expect(await arrivals()).toMatchObject({ hour: 1 });
  });

  it('are not what a source tells on its first day, however new', async () => {
    await came(1, 8 * DAY_MS);
    await came(1, HOUR_MS / 2);
    await came(20, HOUR_MS / 2, { source: 'new.example' });
    expect(await arrivals()).toMatchObject({ hour: 1 });
  });

  it('of a source of two days count by the hours of these days', async () => {
    await came(1, 8 * DAY_MS);
    await came(47, 2 * DAY_MS, { source: 'new.example' });
    await came(2, HOUR_MS / 2, { source: 'new.example' });
    expect(await arrivals()).toEqual({ hour: 2, usual: expect.closeTo(1) });
  });

  it('are those published on the day they came or the day before, as far as is known', async () => {
    await came(1, 8 * DAY_MS);
    for (const published of [null, '2026-03-10', '2026-03-09', '2026-03-09T13:00:00Z'])
      await came(1, HOUR_MS / 2, { published });
    expect(await arrivals()).toMatchObject({ hour: 4 });
  });
});
