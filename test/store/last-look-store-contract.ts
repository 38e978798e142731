/** What every store of how far people have seen a topic promises. */
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/domain/durations.ts';
import { LAST_LOOK_DAYS } from '../../src/store/last-look-store.ts';
import type { StateBench } from './state-bench.ts';

export const testLastLookStore = (open: () => Promise<StateBench>): void => {
  describe('last looks', () => {
    it('are found however the topic is typed, for their person alone', async () => {
      const { lastLooks, clock } = await open();
      await lastLooks.record('anna', 'Harbour  Strike', 7);
      const look = { through: 7, lookedMs: clock.nowMs };
      expect(await lastLooks.find('anna', ' harbour strike')).toEqual(look);
      expect(await lastLooks.find('ben', 'harbour strike')).toBeNull();
    });

    it('are replaced by the next one', async () => {
      const { lastLooks, clock } = await open();
      await lastLooks.record('anna', 'harbour', 7);
      clock.nowMs += 1;
      await lastLooks.record('anna', 'harbour', 9);
      expect(await lastLooks.find('anna', 'harbour')).toEqual({ through: 9, lookedMs: clock.nowMs });
      expect((await lastLooks.ofPerson('anna', 5)).count).toBe(1);
    });

    it('are listed newest first, and the hundred latest kept', async () => {
      const { lastLooks, clock } = await open();
      for (let at = 0; at < 102; at++) {
        clock.nowMs += 1;
        await lastLooks.record('anna', `topic ${at}`, at);
      }
      expect(await lastLooks.ofPerson('anna', 2)).toEqual({ count: 100, newest: ['topic 101', 'topic 100'] });
      expect(await lastLooks.find('anna', 'topic 1')).toBeNull();
      expect(await lastLooks.find('anna', 'topic 2')).not.toBeNull();
    });

    it('are forgotten when they are too old', async () => {
      const { lastLooks, clock } = await open();
      await lastLooks.record('anna', 'harbour', 7);
      clock.nowMs += LAST_LOOK_DAYS * DAY_MS - 1;
      expect(await lastLooks.purge()).toBe(0);
      clock.nowMs += 1;
      expect(await lastLooks.find('anna', 'harbour')).toBeNull();
      expect(await lastLooks.purge()).toBe(1);
    });

    it('go with their person', async () => {
      const { lastLooks } = await open();
      for (const topic of ['harbour', 'dam']) await lastLooks.record('anna', topic, 1);
      await lastLooks.record('ben', 'dam', 1);
      expect(await lastLooks.forgetPerson('anna')).toBe(2);
      expect(await lastLooks.find('ben', 'dam')).not.toBeNull();
    });
  });
};
