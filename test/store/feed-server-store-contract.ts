/** What the stores of servers' feeds and of chosen sources promise. */
import { describe, expect, it } from 'vitest';
import type { StateBench } from './state-bench.ts';

const WIRE = 'https://wire.example/feed';

export const testFeedServerStore = (open: () => Promise<StateBench>): void => {
  const openFeed = async () => {
    const bench = await open();
    const feed = (await bench.feeds.add(WIRE, 'The Wire', 100, 'servers'))!;
    return { ...bench, feed };
  };

  describe('feeds of servers', () => {
    it('are nobody else’s, and due as long as some server hears them', async () => {
      const { feeds, feedServers, feed } = await openFeed();
      expect(await feeds.list()).toEqual([]);
      expect(await feeds.due(200)).toEqual([]);
      expect(await feedServers.join(feed, 'north', 'Ours', 150)).toBe(true);
      expect(await feedServers.join(feed, 'north', 'Ours', 160)).toBe(false);
      expect(await feeds.due(200)).toHaveLength(1);
      await feedServers.setPaused(feed.id, 'north', true);
      expect(await feeds.due(200)).toEqual([]);
      expect(await feeds.nextDueMs()).toBeNull();
      expect(await feedServers.ofServer('north')).toMatchObject([
        {
          shown: { name: 'Ours', status: 'paused', addedAtMs: 150, lastPollMs: null },
          feed: { name: 'The Wire' },
        },
      ]);
      expect(await feedServers.ofServer('south')).toEqual([]);
    });

    it('are listed with all that have them for whoever runs the bot', async () => {
      const { feedServers, feed } = await openFeed();
      expect(await feedServers.all()).toEqual([]);
      await feedServers.join(feed, 'north', 'Ours', 150);
      await feedServers.join(feed, 'south', null, 160);
      await feedServers.setPaused(feed.id, 'south', true);
      expect(await feedServers.all()).toMatchObject([
        {
          feed: { id: feed.id },
          servers: [
            { id: 'north', name: 'Ours', isPaused: false },
            { id: 'south', name: null, isPaused: true },
          ],
        },
      ]);
    });

    it('are told from those that everyone has as well', async () => {
      const { feeds, feedServers, feed } = await openFeed();
      const everyones = (await feeds.add('https://courier.example/feed', 'The Courier', 110))!;
      await feedServers.join(feed, 'north', null, 150);
      await feedServers.join(everyones, 'north', null, 150);
      expect(await feedServers.ofServersAlone()).toMatchObject([{ id: feed.id }]);
      await feeds.update(feed.id, { everyones: 'due' });
      expect(await feedServers.ofServersAlone()).toEqual([]);
    });

    it('count what they bring for those who have caught up', async () => {
      const { feeds, feedServers, feed } = await openFeed();
      await feedServers.join(feed, 'north', null, 150);
      await feeds.recordEntries(feed.id, [], 3, 160);
      await feedServers.join({ ...feed, lastSuccessMs: 160 }, 'south', null, 170);
      await feeds.recordEntries(feed.id, [], 2, 180);
      expect(await feedServers.hearers(feed.id)).toEqual([
        { server: 'north', isCaughtUp: true },
        { server: 'south', isCaughtUp: false },
      ]);
      expect((await feedServers.ofServer('south'))[0]?.shown.articles).toBe(0);
      await feedServers.setCaughtUp(feed.id, 'south', 2);
      expect((await feedServers.ofServer('south'))[0]?.shown.articles).toBe(2);
      expect((await feedServers.ofServer('north'))[0]?.shown.articles).toBe(5);
    });

    it('go with the last server that has them, and stay where they are everyone’s', async () => {
      const { feeds, feedServers, feed } = await openFeed();
      await feedServers.join(feed, 'north', null, 150);
      await feedServers.join(feed, 'south', null, 150);
      await feedServers.leave(feed.id, 'north');
      expect(await feedServers.isOfServers(feed.id)).toBe(true);
      await feeds.update(feed.id, { everyones: 'yes' });
      expect(await feedServers.hearers(feed.id)).toBeNull();
      await feedServers.forgetGuild('south');
      expect(await feeds.list()).toHaveLength(1);
      await feeds.update(feed.id, { everyones: 'no' });
      await feedServers.forgetGuild('south');
      expect(await feeds.get(feed.id)).toBeNull();
    });
  });

  describe('chosen sources', () => {
    it('are kept for a server and for each of its channels', async () => {
      const { sourceChoices } = await open();
      const nothing = { server: null, channels: new Map() };
      expect(await sourceChoices.of('north')).toEqual(nothing);
      await sourceChoices.choose('north', null, ['Wire', 'Post']);
      await sourceChoices.choose('north', 'talk', ['Post']);
      const both = { server: ['Wire', 'Post'], channels: new Map([['talk', ['Post']]]) };
      expect(await sourceChoices.of('north')).toEqual(both);
      expect(await sourceChoices.of('south')).toEqual(nothing);
      const all = await sourceChoices.all();
      expect([all('north'), all('south')]).toEqual([both, nothing]);
      await sourceChoices.choose('north', 'talk', null);
      expect(await sourceChoices.of('north')).toEqual({ ...both, channels: new Map() });
      await sourceChoices.forgetGuild('north');
      expect(await sourceChoices.of('north')).toEqual(nothing);
    });
  });
};
