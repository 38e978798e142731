/** Feeds that servers have of their own: one poll for all that have one, and nothing that reveals the others. */
import { describe, expect, test } from 'vitest';
import { describeFeedEvent } from '../../src/feeds/describe-event.ts';
import { explainArrival } from '../../src/feeds/explain-arrival.ts';
import { createFeedList } from '../../src/feeds/feed-list.ts';
import { createServerFeeds } from '../../src/feeds/server-feeds.ts';
import { serveLoopback } from '../intake/loopback-server.ts';
import { longText, MINUTE, openBench, rss } from './feed-bench.ts';

const ONE = { id: '1', title: 'One', link: 'https://wire.example/1', text: longText('First') };
const TWO = { id: '2', title: 'Two', link: 'https://wire.example/2', text: longText('Second') };
const THREE = { id: '3', title: 'Three', link: 'https://wire.example/3', text: longText('Third') };

const openServers = async (limit = 5) => {
  const bench = await openBench({ fullText: false });
  const site = { entries: [ONE], isDown: false };
  const { origin, requests } = await serveLoopback((_, response) => {
    response.statusCode = site.isDown ? 503 : 200;
    response.setHeader('etag', '"same"');
    response.end(rss(site.entries));
  });
  const listOf = (server: string) =>
    createFeedList(bench.tools, createServerFeeds(bench.tools, server, limit));
  const later = async (minutes = 60) => {
    bench.clock.nowMs += minutes * MINUTE;
    return bench.poller.pollDue();
  };
  return {
    ...bench,
    site,
    url: `${origin}/feed`,
    requests,
    listOf,
    later,
    north: listOf('north'),
    south: listOf('south'),
  };
};

describe('a feed of two servers', () => {
  test('is polled once for both, and the later one hears what was there before as backfill', async () => {
    const { north, south, url, site, later, archive } = await openServers();
    await north.add(url);
    await later(0);
    site.entries = [TWO, ONE];
    await south.add(url);
    await later();
    site.entries = [THREE, TWO];
    await later();
    expect(archive.heard).toEqual([
      'north: 1 backfill',
      'north: 1 new',
      'south is let in on feed:1#2 and feed:1#1',
      'north and south: 1 new',
    ]);
  });

  test('lets the later one hear what it holds when that one joins, though nothing changed and older entries went', async () => {
    const { north, south, url, site, later, archive, requests } = await openServers();
    site.entries = [TWO, ONE];
    await north.add(url);
    await later(0);
    site.entries = [THREE, TWO];
    await later();
    await south.add(url);
    site.isDown = true;
    await later();
    expect(archive.heard).not.toContainEqual(expect.stringContaining('is let in'));
    site.isDown = false;
    await later();
    expect(archive.heard.at(-1)).toBe('south is let in on feed:1#3 and feed:1#2');
    expect(await south.list()).toMatchObject([{ articles: 2 }]);
    expect(requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
  });

  test('is shown to neither as one that another has', async () => {
    const { north, south, url, later, clock } = await openServers();
    await north.add(url, 'Ours');
    await later(1);
    await later();
    const { feed, isNew } = await south.add(url, 'What they call it');
    expect(isNew).toBe(true);
    expect(feed).toMatchObject({
      name: 'What they call it',
      lastPollMs: null,
      lastSuccessMs: null,
      articles: 0,
    });
    expect(feed.addedAtMs).toBe(clock.nowMs);
    const history = (await south.history(String(feed.id))).map(({ event }) => describeFeedEvent(event));
    expect(history).toEqual([`Added: ${url}`]);
    expect(await north.list()).toMatchObject([{ name: 'Ours' }]);
    expect(await north.history('1')).toHaveLength(2);
  });

  test('goes on for one when the other pauses or removes it, and ends with the last', async () => {
    const { north, south, url, site, later, archive, tools } = await openServers();
    await north.add(url);
    await south.add(url);
    await later(0);
    await north.pause(url);
    site.entries = [TWO, ONE];
    await later();
    expect(archive.heard.at(-1)).toBe('south: 1 new');
    expect(await south.list()).toMatchObject([{ status: 'active' }]);
    await north.resume(url);
    await later();
    expect(archive.heard.at(-1)).toBe('north is let in on feed:1#2 and feed:1#1');
    await south.remove(url);
    expect(await north.list()).toHaveLength(1);
    await north.remove(url);
    expect(await tools.store.get(1)).toBeNull();
  });

  test('names its articles as it names itself', async () => {
    const { north, url, later, archive } = await openServers();
    await north.add(url, 'Ours');
    await later(0);
    expect([...archive.articles.values()].map(({ source }) => source)).toEqual(['The Wire']);
  });
});

test('a server has no more feeds than the operator lets it have', async () => {
  const { north, south, url } = await openServers(1);
  await north.add(url);
  await expect(north.add(`${url}/2`)).rejects.toThrow('This server can have 1 feeds of its own');
  expect((await north.addListed([{ url: 'https://b.example/feed', name: 'B' }])).refused).toHaveLength(1);
  expect((await south.add(url)).isNew).toBe(true);
});

test('a feed that everyone hears is not added for a server, and one that becomes everyone’s is shared with all', async () => {
  const { feeds, north, south, url, later, archive } = await openServers();
  await north.add(url);
  await later(0);
  expect(await feeds.list()).toEqual([]);
  expect((await feeds.add(url, 'The Wire for all')).isNew).toBe(true);
  await expect(south.add(url)).rejects.toThrow('Every server hears this feed already');
  await later();
  expect(archive.heard.at(-1)).toBe('everyone is let in on feed:1');
  await feeds.remove(url);
  expect(await feeds.list()).toEqual([]);
  expect(await north.list()).toHaveLength(1);
});

test('what one feed of servers brought is no reason to leave it out of another', async () => {
  const { north, south, url, later, archive } = await openServers();
  await north.add(url);
  await later(0);
  await south.add(`${url}?section=home`);
  await later(0);
  expect(archive.heard).toEqual(['north: 1 backfill', 'south: 1 backfill']);
});

test('how an article came is shown only for feeds that whoever asks hears', async () => {
  const { north, url, later, tools } = await openServers();
  await north.add(url);
  await later(0);
  expect(await explainArrival('feed:1#1', 'north', tools)).toHaveLength(1);
  expect(await explainArrival('feed:1#1', 'south', tools)).toEqual([]);
  expect(await explainArrival('feed:1#1', null, tools)).toEqual([]);
});

test('a server that is forgotten leaves its feeds to others', async () => {
  const { north, south, url, tools } = await openServers();
  await north.add(url);
  await north.add(`${url}?other`);
  await south.add(url);
  await tools.servers.forgetGuild('north');
  expect(await north.list()).toEqual([]);
  expect(await south.list()).toHaveLength(1);
  expect(await tools.store.get(2)).toBeNull();
});
