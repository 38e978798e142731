/** What every store of what buttons need promises. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DAY_MS } from '../../src/domain/durations.ts';
import { BUTTON_DAYS } from '../../src/store/interaction-store.ts';
import type { StateBench } from './state-bench.ts';

const schema = z.object({ text: z.string() });
const anna = { id: 'anna', guildId: 'g1' };
const annaAlone = { id: 'anna', guildId: null };
const ben = { id: 'ben', guildId: 'g1' };

export const testInteractionStore = (open: () => Promise<StateBench>): void => {
  describe('what a button needs', () => {
    it('is found again by its id, with whose it is', async () => {
      const { interactions, clock } = await open();
      const id = await interactions.keep(anna, { text: 'dam' });
      expect(await interactions.find(id, schema, anna)).toEqual({
        id,
        userId: 'anna',
        guildId: 'g1',
        data: { text: 'dam' },
        createdMs: clock.nowMs,
      });
    });

    it('is kept each under its own id where many come at once', async () => {
      const { interactions } = await open();
      const texts = Array.from({ length: 30 }, (_, at) => `text ${at}`);
      const ids = await Promise.all(texts.map((text) => interactions.keep(anna, { text })));
      const found = await Promise.all(ids.map((id) => interactions.find(id, schema, anna)));
      expect(found.map(({ data }) => data.text)).toEqual(texts);
    });

    it('has a thing done for it once, and again only where that failed', async () => {
      const { interactions } = await open();
      const id = await interactions.keep(anna, { text: 'dam' });
      let done = 0;
      const work = async () => {
        done += 1;
      };
      const failing = interactions.once(id, 'isTold', () => Promise.reject(new Error('lost')));
      await expect(failing).rejects.toThrow('lost');
      const tries = await Promise.all([1, 2, 3].map(() => interactions.once(id, 'isTold', work)));
      expect([tries.toSorted(), done]).toEqual([[false, false, true], 1]);
      expect(await interactions.once(id, 'isTold', work)).toBe(false);
      expect(await interactions.once('absent', 'isTold', work)).toBe(false);
      const marked = z.object({ text: z.string(), isTold: z.boolean() });
      expect((await interactions.find(id, marked, anna)).data).toEqual({ text: 'dam', isTold: true });
    });

    it('is said to have expired where there is no such id', async () => {
      const { interactions } = await open();
      for (const id of [undefined, 'nothing', ''])
        await expect(interactions.find(id, schema, anna)).rejects.toThrow('This button has expired');
    });

    it('expires, is deleted then, and says for how long it is kept', async () => {
      const { interactions, clock } = await open();
      const id = await interactions.keep(anna, { text: 'dam' });
      clock.nowMs += BUTTON_DAYS * DAY_MS - 1;
      expect(await interactions.purge()).toBe(0);
      clock.nowMs += 1;
      await expect(interactions.find(id, schema, anna)).rejects.toThrow('kept for 7 days');
      expect(await interactions.purge()).toBe(1);
    });

    it('counts as expired where another version stored it in another shape', async () => {
      const { interactions } = await open();
      const id = await interactions.keep(anna, { words: 1 });
      await expect(interactions.find(id, schema, anna)).rejects.toThrow('has expired');
    });

    it('is found in its own server alone, and by others only where they may have it', async () => {
      const { interactions } = await open();
      const id = await interactions.keep(anna, { text: 'dam' });
      expect((await interactions.find(id, schema, ben)).data.text).toBe('dam');
      for (const by of [{ ...anna, guildId: 'g2' }, annaAlone])
        await expect(interactions.find(id, schema, by)).rejects.toThrow('has expired');
      await expect(interactions.find(id, schema, ben, 'own')).rejects.toThrow('has expired');
      expect((await interactions.find(id, schema, anna, 'own')).data.text).toBe('dam');
    });

    it('is deleted with its server, and no other', async () => {
      const { interactions } = await open();
      const gone = await interactions.keep(anna, { text: 'dam' });
      const stays = await interactions.keep(annaAlone, { text: 'dam' });
      await interactions.forgetGuild('g1');
      await expect(interactions.find(gone, schema, anna)).rejects.toThrow('has expired');
      expect((await interactions.find(stays, schema, annaAlone)).data.text).toBe('dam');
    });

    it('is counted for its person, the newest first, and deleted with all of theirs', async () => {
      const { interactions, clock } = await open();
      for (const text of ['one', 'two', 'three']) {
        await interactions.keep(text === 'two' ? annaAlone : anna, { text });
        clock.nowMs += 1;
      }
      await interactions.keep(ben, { text: 'dam' });
      const { count, newest } = await interactions.ofPerson('anna', 2);
      expect(count).toBe(3);
      expect(newest.map(({ data }) => data)).toEqual([{ text: 'three' }, { text: 'two' }]);
      expect(await interactions.forgetPerson('anna')).toBe(3);
      expect(await interactions.ofPerson('anna', 2)).toEqual({ count: 0, newest: [] });
      expect((await interactions.ofPerson('ben', 2)).count).toBe(1);
    });

    it('is the latest of a person outside of servers that fits, where that is asked for', async () => {
      const { interactions, clock } = await open();
      const { nowMs: startMs } = clock;
      await interactions.keep(annaAlone, { text: 'first' });
      clock.nowMs += 1;
      await interactions.keep(annaAlone, { words: 1 });
      clock.nowMs += 1;
      await interactions.keep(anna, { text: 'in a server' });
      expect((await interactions.latestPrivate('anna', startMs, schema))?.data.text).toBe('first');
      expect(await interactions.latestPrivate('anna', startMs + 1, schema)).toBeNull();
      expect(await interactions.latestPrivate('ben', startMs, schema)).toBeNull();
    });
  });
};
