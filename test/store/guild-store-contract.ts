/** What every store of the servers the bot is in promises. */
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/domain/durations.ts';
import type { StateBench } from './state-bench.ts';

export const testGuildStore = (open: () => Promise<StateBench>): void => {
  describe('servers the bot left', () => {
    it('are due so many days after, unless it came back', async () => {
      const { guilds, clock } = await open();
      await guilds.joined('a');
      await guilds.joined('b');
      await guilds.left('a');
      await guilds.left('b');
      clock.nowMs += 10 * DAY_MS;
      await guilds.joined('b');
      clock.nowMs += 20 * DAY_MS;
      expect(await guilds.leftSince(30)).toEqual(['a']);
      await guilds.forget('a');
      expect(await guilds.leftSince(30)).toEqual([]);
      expect(await guilds.here()).toEqual(new Set(['b']));
    });

    it('are noticed where it was thrown out while it was not running', async () => {
      const { guilds, clock } = await open();
      await guilds.present(['a', 'b'], null);
      clock.nowMs += DAY_MS;
      await guilds.present(['b'], null);
      clock.nowMs += 30 * DAY_MS;
      expect(await guilds.leftSince(30)).toEqual(['a']);
    });

    it('are not those of other shards', async () => {
      const { guilds, clock } = await open();
      const [first, second] = [String(4n << 22n), String(7n << 22n)];
      await guilds.present([first], { ids: [0], count: 2 });
      await guilds.present([second], { ids: [1], count: 2 });
      await guilds.present([], { ids: [1], count: 2 });
      clock.nowMs += 30 * DAY_MS;
      expect(await guilds.leftSince(30)).toEqual([second]);
    });

    it('count from the day it left, however often it starts without them', async () => {
      const { guilds, clock } = await open();
      await guilds.present(['a'], null);
      await guilds.present([], null);
      clock.nowMs += 29 * DAY_MS;
      await guilds.present([], null);
      clock.nowMs += DAY_MS;
      expect(await guilds.leftSince(30)).toEqual(['a']);
    });
  });
};
