/** What every store of votes on answers promises. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Feedback, VotedAnswer } from '../../src/domain/feedback.ts';
import { createFeedbackStore, FEEDBACK_DAYS, type FeedbackStore } from '../../src/store/feedback-store.ts';
import { BUTTON_DAYS, createInteractionStore } from '../../src/store/interaction-store.ts';
import type { StateDatabase } from '../../src/store/state-tables.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2024, 5, 1);

export interface FeedbackBench {
  /** Over the same data each time. */
  store(): FeedbackStore;
  /** Stores a question of this person; its id. */
  ask(userId: string): Promise<string>;
  clock: { nowMs: number };
}

/** Votes over a database of the state. `key`: that of the voters, asked for each time the store is opened. */
export const feedbackBench = (db: StateDatabase, key: () => Buffer): FeedbackBench => {
  const clock = { nowMs: 0 };
  const now = () => clock.nowMs;
  let ids = 0;
  const interactions = createInteractionStore(db, now, () => `asked${++ids}`);
  return {
    clock,
    store: () => createFeedbackStore(db, now, key()),
    ask: (id) => interactions.keep({ id, guildId: 'g1' }, { question: 'dam' }),
  };
};

export const testFeedbackStore = (name: string, open: () => Promise<FeedbackBench>): void => {
  describe(name, () => {
    let bench: FeedbackBench;
    let store: FeedbackStore;
    beforeEach(async () => {
      bench = await open();
      bench.clock.nowMs = START_MS;
      store = bench.store();
    });
    const answer = (id: string, fields: Partial<VotedAnswer> = {}): VotedAnswer => ({
      id,
      guildId: 'g1',
      question: `What of ${id}?`,
      excerpt: 'The dam broke.',
      expiresMs: START_MS + BUTTON_DAYS * DAY_MS,
      ...fields,
    });
    const all = async (): Promise<Feedback[]> => {
      const kept: Feedback[] = [];
      for await (const each of store.all()) kept.push(each);
      return kept;
    };

    it('keeps a vote with question and excerpt, oldest first', async () => {
      await store.vote('anna', answer('a'), 'helpful');
      await store.vote('anna', answer('b', { excerpt: null }), 'unhelpful');
      expect(await all()).toEqual([
        { question: 'What of a?', excerpt: 'The dam broke.', vote: 'helpful', votedMs: START_MS },
        { question: 'What of b?', excerpt: null, vote: 'unhelpful', votedMs: START_MS },
      ]);
    });

    it('counts one vote a person and answer: the other changes it, the same takes it back', async () => {
      expect(await store.vote('anna', answer('a'), 'helpful')).toBe('helpful');
      expect(await store.vote('ben', answer('a'), 'helpful')).toBe('helpful');
      expect(await store.counts()).toEqual({ helpful: 2, unhelpful: 0 });
      expect(await store.vote('anna', answer('a'), 'unhelpful')).toBe('unhelpful');
      expect(await store.counts()).toEqual({ helpful: 1, unhelpful: 1 });
      expect(await store.vote('anna', answer('a'), 'unhelpful')).toBeNull();
      expect(await store.counts()).toEqual({ helpful: 1, unhelpful: 0 });
    });

    it('counts once where someone presses many times at once', async () => {
      const presses = Array.from({ length: 7 }, () => store.vote('anna', answer('a'), 'helpful'));
      await Promise.all(presses);
      expect(await store.counts()).toEqual({ helpful: 1, unhelpful: 0 });
    });

    it('knows whose a vote is after a restart, until the buttons expire', async () => {
      await store.vote('anna', answer('a'), 'helpful');
      store = bench.store();
      expect((await store.ofPerson('anna', 5)).newest).toMatchObject([{ question: 'What of a?' }]);
      expect(await store.ofPerson('ben', 5)).toEqual({ count: 0, newest: [] });
      bench.clock.nowMs += BUTTON_DAYS * DAY_MS;
      expect((await store.ofPerson('anna', 5)).count).toBe(0);
      expect(await store.purge()).toBe(0);
      expect(await all()).toHaveLength(1);
      expect(await store.forgetPerson('anna')).toBe(0);
    });

    it('shows a person so many of their votes, the newest first, and counts all', async () => {
      for (const id of ['a', 'b', 'c']) {
        await store.vote('anna', answer(id), 'helpful');
        bench.clock.nowMs += 1_000;
      }
      const { count, newest } = await store.ofPerson('anna', 2);
      expect(count).toBe(3);
      expect(newest.map(({ question }) => question)).toEqual(['What of c?', 'What of b?']);
    });

    it('keeps nothing longer than it says, whether or not it was purged', async () => {
      await store.vote('anna', answer('a'), 'helpful');
      bench.clock.nowMs += FEEDBACK_DAYS * DAY_MS - 1;
      expect(await all()).toHaveLength(1);
      bench.clock.nowMs += 1;
      expect(await all()).toEqual([]);
      expect(await store.counts()).toEqual({ helpful: 0, unhelpful: 0 });
      expect(await store.purge()).toBe(1);
    });

    it('forgets the votes of a person, and those on what the person asked', async () => {
      const asked = await bench.ask('anna');
      await store.vote('ben', answer(asked), 'helpful');
      await store.vote('anna', answer('x'), 'helpful');
      await store.vote('ben', answer('y'), 'unhelpful');
      expect(await store.forgetPerson('anna')).toBe(2);
      expect(await all()).toMatchObject([{ question: 'What of y?' }]);
    });

    it('forgets a server, and no other', async () => {
      await store.vote('anna', answer('a'), 'helpful');
      await store.vote('anna', answer('b', { guildId: null }), 'helpful');
      await store.forgetGuild('g1');
      expect(await all()).toMatchObject([{ question: 'What of b?' }]);
    });

    it('reads out as many as there are', async () => {
      for (let n = 0; n < 201; n++) await store.vote(`p${n}`, answer('a'), 'helpful');
      expect(await all()).toHaveLength(201);
    });
  });
};
