/** What every store of posted answers promises. */
import { describe, expect, it } from 'vitest';
import type { PostedAnswerStore } from '../../src/store/posted-answer-store.ts';
import type { StateBench } from './state-bench.ts';

export const testPostedAnswerStore = (open: () => Promise<StateBench>): void => {
  describe('posted answers', () => {
    const post = async ({ interactions, postedAnswers }: StateBench, ...quoted: number[]) => {
      const id = await interactions.keep({ id: 'anna', guildId: 'g1' }, { text: 'dam' });
      await postedAnswers.add({ id, channelId: 'c1', messageId: `m${id}`, language: 'de' }, quoted);
      return id;
    };
    const dueIds = async (postedAnswers: PostedAnswerStore, before = 0) =>
      (await postedAnswers.due(before)).map(({ id }) => id);

    it('are due, with where they stand, when an article that they quote changes', async () => {
      const bench = await open();
      const id = await post(bench, 7, 8, 8);
      await post(bench, 9);
      await bench.postedAnswers.markDue([1, 8]);
      const place = { guildId: 'g1', channelId: 'c1', messageId: `m${id}`, language: 'de' };
      expect(await bench.postedAnswers.due(0)).toEqual([{ id, ...place, editedAtMs: null, editsDue: 1 }]);
    });

    it('wait after an edit, and are due again only for what changed since', async () => {
      const bench = await open();
      const { postedAnswers } = bench;
      const id = await post(bench, 7);
      await postedAnswers.markDue([7]);
      const [answer] = await postedAnswers.due(0);
      await postedAnswers.setEditedAt(id, 100);
      await postedAnswers.markDue([7]);
      await postedAnswers.edited(answer!);
      expect(await dueIds(postedAnswers, 99)).toEqual([]);
      expect(await dueIds(postedAnswers, 100)).toEqual([id]);
      await postedAnswers.setEditedAt(id, null);
      expect(await dueIds(postedAnswers)).toEqual([id]);
    });

    it('stay where they were noted first, and go with their question', async () => {
      const bench = await open();
      const id = await post(bench, 7);
      await bench.postedAnswers.add({ id, channelId: 'c2', messageId: 'm2', language: 'en' }, [8]);
      await bench.postedAnswers.markDue([8]);
      expect(await dueIds(bench.postedAnswers)).toEqual([]);
      await bench.interactions.forgetPerson('anna');
      await bench.postedAnswers.markDue([7]);
      expect(await dueIds(bench.postedAnswers)).toEqual([]);
    });

    it('are noted though the question of one that comes with them was deleted meanwhile', async () => {
      const bench = await open();
      const place = { channelId: 'c1', messageId: 'm1', language: 'en' };
      const gone = bench.postedAnswers.add({ id: 'gone', ...place }, [7]);
      const [id] = await Promise.all([post(bench, 7), gone]);
      await bench.postedAnswers.markDue([7]);
      expect(await dueIds(bench.postedAnswers)).toEqual([id]);
    });
  });
};
