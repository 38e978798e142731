import { expect, onTestFinished, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { type FeedSettings, openFeeds } from '../../src/feeds/open-feeds.ts';
import { findStarterFeeds, STARTER_FEEDS, STARTER_LANGUAGES } from '../../src/feeds/starter-feeds.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { serveLoopback } from '../intake/loopback-server.ts';
import { longText, rss } from './feed-bench.ts';

const FEED = rss([{ id: '1', title: 'One', text: longText('First') }]);

/** The feeds as the bot opens them, and the first articles they bring. */
const open = async (settings: Partial<FeedSettings>) => {
  const db = await openStateDatabase(null);
  const { promise: arrived, resolve } = Promise.withResolvers<readonly ArticleDraft[]>();
  const feeds = openFeeds({
    settings: {
      FULL_TEXT: true,
      ALLOW_PRIVATE_NETWORK: false,
      FEED_PORTS: [80, 443],
      FEEDS_PER_SERVER: 25,
      CONTACT: null,
      ...settings,
    },
    db,
    now: Date.now,
    add: async (drafts) => {
      resolve(drafts);
      return drafts.map(({ key }, index) => ({ key, outcome: 'added', seq: index + 1 }));
    },
    share: async () => undefined,
    letHear: async () => 0,
    onFailing: () => {},
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(async () => {
    await feeds.close();
    await db.destroy();
  });
  return { feeds, arrived };
};

test('a feed that is added while the bot runs is polled at once', async () => {
  const { origin, requests } = await serveLoopback((_, response) => response.end(FEED));
  const { feeds, arrived } = await open({ ALLOW_PRIVATE_NETWORK: true, CONTACT: 'me@example.com' });
  feeds.poller.start();
  await feeds.list.add(origin);
  expect(await arrived).toMatchObject([{ title: 'One', origin: 'feed:1' }]);
  expect(requests[0]?.headers['user-agent']).toMatch(
    /^Dateline\/\d\S* \(news feed reader; \+me@example\.com\)$/,
  );
});

test('without leave no private address is reached', async () => {
  const { origin, requests } = await serveLoopback((_, response) => response.end(FEED));
  const port = Number(new URL(origin).port);
  const { feeds } = await open({ FEED_PORTS: [port] });
  await expect(feeds.list.add(origin)).rejects.toThrow('a loopback address, not a public one');
  await expect(feeds.list.add(`http://localhost:${port}/`)).rejects.toThrow('not a public one');
  await expect(feeds.list.add('http://localhost:6379/')).rejects.toThrow('port 6379 is not allowed');
  expect(requests).toHaveLength(0);
});

test('the feeds to start with are at least 60 in 12 languages, each once and with an address that can be fetched', async () => {
  const { feeds } = await open({});
  expect(STARTER_FEEDS.length).toBeGreaterThanOrEqual(60);
  expect(STARTER_LANGUAGES.length).toBeGreaterThanOrEqual(12);
  const { added, known, refused } = await feeds.list.addListed(STARTER_FEEDS);
  expect({ known, refused }).toEqual({ known: 0, refused: [] });
  expect(added).toHaveLength(STARTER_FEEDS.length);
  expect(added.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
});

test('they are found by name, language and subject', () => {
  expect(findStarterFeeds('german technology').map(({ name }) => name)).toEqual(['Heise']);
  expect(findStarterFeeds('  NASA ').map(({ name }) => name)).toEqual(['NASA']);
  expect(findStarterFeeds('zzz')).toEqual([]);
});

test('a list that is not there is reported', async () => {
  const { feeds } = await open({});
  await expect(feeds.importFile('/nowhere.opml')).rejects.toMatchObject({ code: 'invalid' });
});
