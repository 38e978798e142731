import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { type FeedSettings, openFeeds } from '../../src/feeds/open-feeds.ts';
import { readOpml } from '../../src/intake/feed-formats/opml.ts';
import { openStateDatabase } from '../../src/store/state-database.ts';
import { serveLoopback } from '../intake/loopback-server.ts';
import { longText, rss } from './feed-bench.ts';

const STARTER = new URL('../../src/feeds/starter-feeds.opml', import.meta.url);
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
      CONTACT: null,
      ...settings,
    },
    db,
    now: Date.now,
    add: async (drafts) => {
      resolve(drafts);
      return drafts.map(({ key }, index) => ({ key, outcome: 'added', seq: index + 1 }));
    },
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

test('the starter list is taken in from its file', async () => {
  const { feeds } = await open({});
  const listed = readOpml(await readFile(STARTER), null);
  expect(listed.length).toBeGreaterThan(8);
  expect(await feeds.importFile(fileURLToPath(STARTER))).toMatchObject({ known: 0, refused: [] });
  expect((await feeds.list.list()).map(({ url }) => url)).toEqual(listed.map(({ url }) => url));
  await expect(feeds.importFile('/nowhere.opml')).rejects.toMatchObject({ code: 'invalid' });
});
