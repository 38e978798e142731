/** What every store of feeds, their entries and the paragraphs of their pages promises. */
import { describe, expect, it } from 'vitest';
import type { KnownEntry } from '../../src/store/feed-entry-store.ts';
import type { FeedChange, PolledFeed } from '../../src/store/feed-row.ts';
import { MAX_STEPS } from '../../src/store/feed-store.ts';
import { KEEP_MS, MAX_PARAGRAPHS } from '../../src/store/paragraph-store.ts';
import type { StateBench } from './state-bench.ts';

const WIRE = 'https://wire.example/feed';

const entry = (key: string, parts: Partial<KnownEntry> = {}): KnownEntry => ({
  key,
  articleKey: `article-${key}`,
  fingerprint: `print-${key}`,
  contentKey: `content-${key}`,
  note: { kind: 'feed', characters: 12 },
  guid: `guid-${key}`,
  page: `https://wire.example/${key}`,
  fragment: null,
  title: `title ${key}`,
  textKey: `text-${key}`,
  published: '2024-06-01T10:00:00Z',
  ...parts,
});

const paragraph = (hash: string) => ({ hash, page: 'https://a.example/1', title: 'One', isShared: false });

const keysOf = (entries: readonly KnownEntry[]): string[] => entries.map(({ key }) => key);

export const testFeedStore = (open: () => Promise<StateBench>): void => {
  const openFeed = async (url = WIRE) => {
    const { feeds } = await open();
    return { feeds, feed: (await feeds.add(url, 'The Wire', 100))! };
  };

  describe('feeds', () => {
    it('begin due, active and without anything read', async () => {
      const { feed } = await openFeed();
      expect(feed).toEqual<PolledFeed>({
        id: feed.id,
        url: WIRE,
        name: 'The Wire',
        status: 'active',
        fullText: null,
        addedAtMs: 100,
        nextPollMs: 100,
        lastPollMs: null,
        lastSuccessMs: null,
        failures: 0,
        problem: null,
        articles: 0,
        etag: null,
        lastModified: null,
        ttlMinutes: null,
        skipHours: [],
        everyones: 'yes',
      });
    });

    it('are added once, even at once, and their numbers never used again', async () => {
      const { feeds } = await open();
      const adding = await Promise.all([1, 2, 3].map((at) => feeds.add(WIRE, `name ${at}`, 100)));
      expect(adding.filter((feed) => feed !== null)).toHaveLength(1);
      const [first] = await feeds.list();
      expect(await feeds.remove(first!.id)).toBe(true);
      expect(await feeds.remove(first!.id)).toBe(false);
      expect((await feeds.add(WIRE, 'again', 100))?.id).toBeGreaterThan(first!.id);
    });

    it('keep every change', async () => {
      const { feeds, feed } = await openFeed();
      const change: FeedChange = {
        url: 'https://wire.example/rss',
        name: 'Wire',
        status: 'paused',
        fullText: false,
        nextPollMs: 5,
        lastPollMs: 6,
        lastSuccessMs: 7,
        failures: 8,
        problem: { kind: 'status', status: 500 },
        articles: 9,
        etag: '"x"',
        lastModified: 'yesterday',
        ttlMinutes: 10,
        skipHours: [1, 2],
      };
      await feeds.update(feed.id, change);
      expect(await feeds.get(feed.id)).toEqual({ ...feed, ...change });
      await feeds.update(feed.id, { fullText: null, problem: null });
      expect(await feeds.get(feed.id)).toMatchObject({ fullText: null, problem: null, failures: 8 });
      expect(await feeds.get(99)).toBeNull();
    });

    it('are due when their moment has come, longest first, and only while they are active', async () => {
      const { feeds, feed } = await openFeed();
      const second = (await feeds.add('https://b.example/', 'B', 50))!;
      const third = (await feeds.add('https://c.example/', 'C', 0))!;
      await feeds.update(third.id, { status: 'paused' });
      expect(await feeds.nextDueMs()).toBe(50);
      expect((await feeds.due(99)).map(({ id }) => id)).toEqual([second.id]);
      expect((await feeds.due(100)).map(({ id }) => id)).toEqual([second.id, feed.id]);
      for (const { id } of [feed, second]) await feeds.update(id, { status: 'gone' });
      expect(await feeds.nextDueMs()).toBeNull();
    });

    it('are found where they moved away from, until they are removed', async () => {
      const { feeds, feed } = await openFeed();
      await feeds.update(feed.id, { url: 'https://b.example/' });
      await feeds.update(feed.id, { url: 'https://c.example/' });
      for (const url of [WIRE, 'https://b.example/', 'https://c.example/'])
        expect((await feeds.findByUrl(url))?.id).toBe(feed.id);
      expect(await feeds.add(WIRE, 'again', 100)).toBeNull();
      await feeds.remove(feed.id);
      expect(await feeds.findByUrl(WIRE)).toBeNull();
    });

    it('show the latest steps, newest first', async () => {
      const { feeds, feed } = await openFeed();
      await feeds.update(feed.id, { status: 'paused' }, { atMs: 1, event: { kind: 'paused' } });
      const read = { kind: 'read', entries: 3, changed: 2, added: 1 } as const;
      await feeds.addStep(feed.id, { atMs: 2, event: read });
      expect(await feeds.steps(feed.id, 5)).toEqual([
        { atMs: 2, event: read },
        { atMs: 1, event: { kind: 'paused' } },
      ]);
      for (let atMs = 3; atMs < MAX_STEPS + 3; atMs++)
        await feeds.addStep(feed.id, { atMs, event: { kind: 'resumed' } });
      const kept = await feeds.steps(feed.id, MAX_STEPS + 5);
      expect([kept.length, kept[0]?.atMs, kept.at(-1)?.atMs]).toEqual([MAX_STEPS, MAX_STEPS + 2, 3]);
    });
  });

  describe('entries of feeds', () => {
    it('are found by any of their traits, the latest seen first', async () => {
      const { feeds, feed } = await openFeed();
      await feeds.recordEntries(feed.id, [entry('a'), entry('b', { title: 'title a' })], 2, 100);
      await feeds.keepEntries(feed.id, ['b'], 200, 0);
      expect(keysOf(await feeds.entriesWith(feed.id, 'title', ['title a', 'x']))).toEqual(['b', 'a']);
      for (const trait of ['key', 'fingerprint', 'guid', 'page', 'textKey'] as const)
        expect(await feeds.entriesWith(feed.id, trait, [entry('a')[trait]!])).toEqual([entry('a')]);
      expect(await feeds.entriesWith(feed.id + 1, 'key', ['a'])).toEqual([]);
      expect((await feeds.get(feed.id))?.articles).toBe(2);
    });

    it('are found among more values than a statement takes', async () => {
      const { feeds, feed } = await openFeed();
      await feeds.recordEntries(feed.id, [entry('a')], 1, 100);
      const keys = [...Array.from({ length: 70_000 }, (_, at) => `k${at}`), 'a'];
      expect(keysOf(await feeds.entriesWith(feed.id, 'key', keys))).toEqual(['a']);
    });

    it('are replaced under their key, and keep when they came first', async () => {
      const { feeds, feed } = await openFeed();
      await feeds.recordEntries(feed.id, [entry('a')], 1, 100);
      const changed = entry('a', { title: null, note: { kind: 'other-feed' }, articleKey: 'article-a' });
      await feeds.recordEntries(feed.id, [changed], 0, 200);
      expect(await feeds.trace('article-a')).toEqual([{ ...changed, feedId: feed.id, firstSeenMs: 100 }]);
      expect((await feeds.get(feed.id))?.articles).toBe(1);
    });

    it('are forgotten where they left the feed long ago, and with their feed', async () => {
      const { feeds, feed } = await openFeed();
      await feeds.recordEntries(feed.id, [entry('a'), entry('b')], 2, 100);
      await feeds.keepEntries(feed.id, ['b'], 200, 150);
      expect(keysOf(await feeds.entriesWith(feed.id, 'key', ['a', 'b']))).toEqual(['b']);
      await feeds.remove(feed.id);
      expect(await feeds.trace('article-b')).toEqual([]);
    });

    it('name the article that another feed made of a page, where it made one alone of the whole page', async () => {
      const { feeds, feed } = await openFeed();
      const other = (await feeds.add('https://b.example/', 'B', 100))!;
      const page = 'https://wire.example/';
      const pages = ['a', 'b', 'c', 'd'].map((name) => `${page}${name}`);
      await feeds.recordEntries(
        feed.id,
        [
          entry('a'),
          entry('b'),
          entry('b2', { page: `${page}b` }),
          entry('c', { fragment: 'second' }),
          entry('d'),
          entry('d2', { page: `${page}d`, articleKey: 'article-d' }),
        ],
        6,
        100,
      );
      expect(Object.fromEntries(await feeds.articlesOfPages(other.id, pages))).toEqual({
        [`${page}a`]: 'article-a',
        [`${page}d`]: 'article-d',
      });
      expect((await feeds.articlesOfPages(feed.id, pages)).size).toBe(0);
    });

    it('of a page are made anew where they are to be revised', async () => {
      const { feeds, feed } = await openFeed();
      await feeds.recordEntries(feed.id, [entry('a'), entry('b')], 2, 100);
      await feeds.reviseEntries([entry('a').page!]);
      const revised = { fingerprint: '', contentKey: null };
      expect(await feeds.entriesWith(feed.id, 'key', ['a'])).toEqual([entry('a', revised)]);
      expect(await feeds.entriesWith(feed.id, 'key', ['b'])).toEqual([entry('b')]);
    });
  });

  describe('paragraphs of a site', () => {
    it('are known by their hash, and whether several pages gave them', async () => {
      const { feeds } = await open();
      await feeds.noteParagraphs('a.example', [paragraph('x'), paragraph('y')], 1);
      await feeds.noteParagraphs('a.example', [{ ...paragraph('x'), isShared: true, page: 'other' }], 2);
      const known = await feeds.knownParagraphs('a.example', ['x', 'z']);
      expect([...known.values()]).toEqual([{ ...paragraph('x'), isShared: true }]);
      expect((await feeds.knownParagraphs('b.example', ['x'])).size).toBe(0);
    });

    it('are kept up to a bound, those seen last', async () => {
      const { feeds } = await open();
      const known = async (site: string, ...hashes: string[]) =>
        (await feeds.knownParagraphs(site, hashes)).size;
      const names = Array.from({ length: MAX_PARAGRAPHS }, (_, at) => `old${at}`);
      await feeds.noteParagraphs('a.example', names.map(paragraph), 1);
      await feeds.noteParagraphs('b.example', [paragraph('other')], 1);
      await feeds.noteParagraphs('a.example', [paragraph('old7')], 2);
      await feeds.noteParagraphs('a.example', [paragraph('new1'), paragraph('new2')], 3);
      expect(await known('a.example', ...names)).toBe(MAX_PARAGRAPHS - 2);
      expect(await known('a.example', 'old7', 'new1', 'new2')).toBe(3);
      expect(await known('b.example', 'other')).toBe(1);
    });

    it('are forgotten where no page gives them any more', async () => {
      const { feeds } = await open();
      await feeds.noteParagraphs('a.example', [paragraph('new')], 3);
      await feeds.noteParagraphs('b.example', [paragraph('old')], 1);
      await feeds.noteParagraphs('c.example', [paragraph('late')], KEEP_MS + 3);
      expect((await feeds.knownParagraphs('b.example', ['old'])).size).toBe(0);
      expect((await feeds.knownParagraphs('a.example', ['new'])).size).toBe(1);
    });
  });
};
