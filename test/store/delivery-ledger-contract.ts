/** What every store of subscriptions and deliveries promises, whatever it is built on. */

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/domain/subscription.ts';
import { sentence } from '../../src/language/message.ts';
import type { DeliveryLedger } from '../../src/store/delivery-ledger.ts';
import type { Claim } from '../../src/store/delivery-steps.ts';
import type { SubscriptionStore } from '../../src/store/subscription-store.ts';
import { testSubscription as subscription } from './state-bench.ts';

export interface Stores {
  readonly subscriptions: SubscriptionStore;
  readonly ledger: DeliveryLedger;
  /** The same data, opened anew. */
  reopen(): Promise<Stores>;
}

const claim = (
  id: string,
  subscriptionId: string,
  seqs: readonly number[],
  rolled: readonly number[] = [],
): Claim => ({
  id,
  subscriptionId,
  guildId: 'guild',
  channelId: `channel-${subscriptionId}`,
  channelKind: 'text',
  claimedAtMs: 1000,
  throughSeq: Math.max(0, ...seqs, ...rolled),
  heading: { title: 'harbour', schedule: 'daily at 09:30 (Europe/Berlin)', roleId: null },
  stories: seqs.map((lead) => ({ lead, others: [], print: `p${lead}` })),
  rolled,
});

const sent = { messageId: 'm', postedIn: 'c', sentAtMs: 2000, nextRunMs: 900, publish: false };

export const testDeliveryLedger = (name: string, open: () => Promise<Stores>): void => {
  describe(name, () => {
    let stores: Stores;
    /** Claims for the subscription as it is at that moment. */
    const take = async (made: Claim): Promise<boolean> => {
      const { ledger, subscriptions } = stores;
      return ledger.claim(made, (await subscriptions.get(made.subscriptionId)) ?? subscription('gone'));
    };
    beforeEach(async () => {
      stores = await open();
      await stores.subscriptions.add(subscription('a'));
    });

    it('gives back a subscription as it was put in, after a restart too', async () => {
      const again = await stores.reopen();
      expect(await again.subscriptions.get('a')).toEqual(subscription('a'));
      expect(await again.subscriptions.ofGuild('guild')).toEqual([subscription('a')]);
      expect(await again.subscriptions.ofGuild('other')).toEqual([]);
    });

    it('finds due what is active, whose moment has come, and that has no delivery under way', async () => {
      const { subscriptions } = stores;
      await subscriptions.add(subscription('later', { nextRunMs: 500 }));
      await subscriptions.add(subscription('paused', { state: 'paused' }));
      await subscriptions.add(subscription('busy'));
      await take(claim('d', 'busy', [4]));
      expect((await subscriptions.due(200, 9)).map(({ id }) => id)).toEqual(['a']);
      expect((await subscriptions.due(600, 9)).map(({ id }) => id)).toEqual(['a', 'later']);
    });

    it('finds those that post on arrival due only where there is something to look at', async () => {
      const { subscriptions, ledger } = stores;
      const schedule = { ...subscription('x').schedule, cadence: 'arrival' as const };
      await subscriptions.remove('a');
      await subscriptions.add(subscription('x', { schedule, cursor: 9 }));
      expect(await subscriptions.due(200, 9)).toEqual([]);
      expect(await subscriptions.due(200, 10)).toHaveLength(1);
      await take(claim('d', 'x', [10], [11]));
      await ledger.confirm('d', { ...sent, nextRunMs: 0 });
      expect((await subscriptions.due(200, 11)).map(({ id }) => id)).toEqual(['x']);
      expect((await subscriptions.get('x'))?.carried).toEqual([11]);
    });

    it('knows the articles of living deliveries, and those that wait for a next one', async () => {
      const { ledger, subscriptions } = stores;
      await subscriptions.add(subscription('b', { carried: [2] }));
      await subscriptions.add(subscription('c'));
      await take(claim('long-ago', 'a', [4], [6]));
      await ledger.confirm('long-ago', { ...sent, sentAtMs: 500 });
      await take(claim('lately', 'b', [5]));
      await ledger.confirm('lately', { ...sent, sentAtMs: 2000 });
      await take(claim('open', 'c', [7], [8]));
      // 6 rolled into the next digest of a; 2 was carried into that of b, which was posted.
      expect((await ledger.articlesInUse(1000)).toSorted()).toEqual([5, 6, 7, 8]);
      expect((await ledger.articlesInUse(0)).toSorted()).toEqual([4, 5, 6, 7, 8]);
    });

    it('lets a subscription have one delivery at a time, and none while it is not active', async () => {
      const { ledger, subscriptions } = stores;
      expect(await take(claim('one', 'a', [4]))).toBe(true);
      expect(await take(claim('two', 'a', [5]))).toBe(false);
      expect(await take(claim('three', 'gone', [5]))).toBe(false);
      await ledger.confirm('one', sent);
      await subscriptions.setState('a', 'paused', null);
      expect(await take(claim('four', 'a', [5]))).toBe(false);
    });

    it('claims nothing by a plan that was made before the subscription changed', async () => {
      const { ledger, subscriptions } = stores;
      const planned = subscription('a');
      const changes: Partial<Subscription>[] = [
        { channelId: 'elsewhere' },
        { topic: 'ferry' },
        { source: 'herald' },
        { max: 3 },
      ];
      for (const change of changes) {
        await subscriptions.change('a', { ...planned, ...change }, 100, 0);
        expect(await ledger.claim(claim('one', 'a', [4]), planned)).toBe(false);
      }
      await subscriptions.change('a', planned, 700, 0);
      expect(await ledger.claim(claim('one', 'a', [4]), planned)).toBe(false);
      await subscriptions.change('a', planned, 100, 0);
      expect(await ledger.claim(claim('one', 'a', [4]), planned)).toBe(true);
    });

    it('claims nothing by a plan that was made before another digest was posted', async () => {
      const { ledger } = stores;
      const planned = subscription('a');
      await ledger.claim(claim('one', 'a', [4]), planned);
      await ledger.confirm('one', { ...sent, nextRunMs: planned.nextRunMs });
      expect(await ledger.claim(claim('two', 'a', [5]), planned)).toBe(false);
    });

    it('claims by a plan with several articles carried over', async () => {
      const { ledger, subscriptions } = stores;
      await subscriptions.add(subscription('b', { cursor: 9 }));
      await ledger.carry(4, ['b']);
      await ledger.carry(5, ['b']);
      expect((await subscriptions.get('b'))?.carried).toEqual([4, 5]);
      expect(await take(claim('one', 'b', [4, 5]))).toBe(true);
      await ledger.release('one');
      await subscriptions.pass([{ id: 'b', dueMs: 100, cursor: 9, carried: [4, 5, 6], nextRunMs: 200 }]);
      expect(await take(claim('two', 'b', [4, 5, 6]))).toBe(true);
    });

    it('lets one of eight have it that claim at once, and says so to the others', async () => {
      const { ledger } = stores;
      const claims = Array.from({ length: 8 }, (_, at) =>
        ledger.claim(claim(`d${at}`, 'a', [4]), subscription('a')),
      );
      expect((await Promise.all(claims)).filter((isClaimed) => isClaimed)).toHaveLength(1);
      expect(await ledger.unfinished()).toHaveLength(1);
    });

    it('keeps count where many confirm and carry at once', async () => {
      const { ledger, subscriptions } = stores;
      await take(claim('one', 'a', [9], [8]));
      await Promise.all([
        ledger.confirm('one', sent),
        ...[4, 5, 6, 7].map((seq) => ledger.carry(seq, ['a'])),
        ledger.confirm('one', sent),
      ]);
      const { carried, deliveries } = (await subscriptions.get('a'))!;
      expect([carried.toSorted(), deliveries]).toEqual([[4, 5, 6, 7, 8], 1]);
    });

    it('keeps the heading that a digest was claimed with', async () => {
      const { ledger } = stores;
      const heading = { title: 'ferries', schedule: 'hourly at :05', roleId: '7' };
      await take({ ...claim('one', 'a', [4]), heading });
      expect((await ledger.get('one'))?.heading).toEqual(heading);
    });

    it('never lets an article be claimed twice by one subscription, and writes nothing of such a claim', async () => {
      const { ledger } = stores;
      await take(claim('one', 'a', [4]));
      await ledger.confirm('one', sent);
      await expect(take(claim('two', 'a', [5, 4]))).rejects.toThrow();
      expect(await ledger.get('two')).toBeNull();
      expect(await take(claim('three', 'a', [5]))).toBe(true);
    });

    it('moves the cursor only when a delivery is confirmed', async () => {
      const { ledger, subscriptions } = stores;
      await take(claim('one', 'a', [4, 7]));
      expect((await subscriptions.get('a'))?.cursor).toBe(3);
      expect(await ledger.confirm('one', sent)).toBe(true);
      expect(await subscriptions.get('a')).toMatchObject({
        cursor: 7,
        deliveries: 1,
        articles: 2,
        nextRunMs: 900,
        lastDeliveredAtMs: 2000,
      });
      expect(await ledger.confirm('one', sent)).toBe(false);
      expect((await subscriptions.get('a'))?.deliveries).toBe(1);
    });

    it('moves cursors and schedules on where nothing was posted, and never a cursor back', async () => {
      const { ledger, subscriptions } = stores;
      await subscriptions.add(subscription('b'));
      await take(claim('one', 'a', [12]));
      await ledger.confirm('one', sent);
      await subscriptions.pass([
        { id: 'a', dueMs: 900, cursor: 9, carried: [], nextRunMs: 700 },
        { id: 'b', dueMs: 100, cursor: 9, carried: [2], nextRunMs: 800 },
      ]);
      expect(await subscriptions.get('a')).toMatchObject({ cursor: 12, nextRunMs: 700 });
      expect(await subscriptions.get('b')).toMatchObject({ cursor: 9, carried: [2], nextRunMs: 800 });
      await subscriptions.pass([{ id: 'b', dueMs: 800, cursor: 9, nextRunMs: 850 }]);
      expect(await subscriptions.get('b')).toMatchObject({ cursor: 9, carried: [2], nextRunMs: 850 });
    });

    it('keeps a subscription due that is changed when its moment has come, though not by a plan made before', async () => {
      const { ledger, subscriptions } = stores;
      const planned = subscription('a');
      await subscriptions.change('a', { ...planned, roleId: '9' }, 700, 100);
      await subscriptions.pass([{ id: 'a', dueMs: 100, cursor: 9, carried: [], nextRunMs: 800 }]);
      expect((await subscriptions.due(100, 9)).map(({ cursor, roleId }) => [cursor, roleId])).toEqual([
        [3, '9'],
      ]);
      expect(await ledger.claim(claim('one', 'a', [4]), planned)).toBe(false);
      expect(await take(claim('one', 'a', [4]))).toBe(true);
    });

    it.each([
      ['before its moment', {}, 99],
      ['while it is paused', { state: 'paused' }, 100],
      [
        'where it posted on arrival',
        { schedule: { ...subscription('x').schedule, cadence: 'arrival' } },
        100,
      ],
    ] as const)('puts a change of the schedule in place at once %s', async (_name, parts, nowMs) => {
      const { subscriptions } = stores;
      await subscriptions.add(subscription('b', parts));
      await subscriptions.change('b', subscription('b'), 700, nowMs);
      expect((await subscriptions.get('b'))?.nextRunMs).toBe(700);
    });

    it('leaves a subscription as it is that was changed while its digest was planned', async () => {
      const { subscriptions } = stores;
      await subscriptions.change('a', subscription('a', { topic: 'bridge' }), 200, 0);
      await subscriptions.pass([{ id: 'a', dueMs: 100, cursor: 9, carried: [], nextRunMs: 700 }]);
      expect(await subscriptions.get('a')).toMatchObject({ topic: 'bridge', cursor: 3, nextRunMs: 200 });
    });

    it('passes over a delivery of which nothing is left, with what was carried over meanwhile', async () => {
      const { ledger, subscriptions } = stores;
      await take(claim('one', 'a', [6], [8]));
      await ledger.carry(5, ['a']);
      await ledger.passOver('one', 900);
      expect(await ledger.get('one')).toBeNull();
      expect(await subscriptions.get('a')).toMatchObject({
        cursor: 8,
        carried: [8, 5, 6],
        nextRunMs: 900,
        deliveries: 0,
      });
    });

    it('frees what is missing of a delivery, and carries it over once the rest is confirmed', async () => {
      const { ledger } = stores;
      const made = claim('one', 'a', [4, 5, 6], [8]);
      await take(made);
      await ledger.narrow('one', made.stories.slice(1, 2));
      stores = await stores.reopen();
      await stores.ledger.narrow('one', made.stories.slice(1, 2));
      expect((await stores.ledger.get('one'))?.stories).toEqual(made.stories.slice(1, 2));
      expect(await stores.ledger.ofArticle(4)).toEqual([]);
      expect(await stores.ledger.ofArticle(5)).toHaveLength(1);
      await stores.ledger.carry(4, ['a']);
      await stores.ledger.confirm('one', sent);
      const { carried, ...rest } = (await stores.subscriptions.get('a'))!;
      expect(carried.toSorted()).toEqual([4, 6, 8]);
      expect(rest).toMatchObject({ cursor: 8, articles: 1 });
      expect(await take(claim('two', 'a', [4, 6, 8]))).toBe(true);
    });

    it('counts what was told from a copy as posted, and frees it with the copy', async () => {
      const { ledger, subscriptions } = stores;
      const made = claim('one', 'a', [6, 7]);
      const stories = made.stories.map((story) => (story.lead === 6 ? { ...story, copied: [4] } : story));
      await take({ ...made, stories });
      expect(await ledger.ofArticle(4)).toHaveLength(1);
      const posted = (from: number, through: number) => ledger.posted(new Map([['a', { from, through }]]));
      expect(await posted(4, 6)).toEqual(new Map([['a', new Set([4, 6])]]));
      await ledger.carry(4, ['a']);
      await ledger.carry(5, ['a'], [4, 5]);
      await ledger.narrow('one', stories.slice(1));
      expect(await posted(4, 7)).toEqual(new Map([['a', new Set([7])]]));
      await ledger.confirm('one', sent);
      expect(await subscriptions.get('a')).toMatchObject({ carried: [6], articles: 1 });
      expect(await take({ ...claim('two', 'a', [6]), stories: stories.slice(0, 1) })).toBe(true);
    });

    it('leaves what was posted as it was posted', async () => {
      const { ledger } = stores;
      await take(claim('one', 'a', [4, 5]));
      await ledger.confirm('one', sent);
      await ledger.narrow('one', []);
      expect((await ledger.get('one'))?.stories).toHaveLength(2);
      expect(await ledger.ofArticle(4)).toHaveLength(1);
    });

    it('never passes over what was posted', async () => {
      const { ledger, subscriptions } = stores;
      await take(claim('one', 'a', [6]));
      await ledger.confirm('one', sent);
      await ledger.passOver('one', 950);
      expect((await ledger.get('one'))?.state).toBe('sent');
      expect((await subscriptions.get('a'))?.nextRunMs).toBe(900);
    });

    it('frees the articles of a delivery that is given up', async () => {
      const { ledger, subscriptions } = stores;
      await take(claim('one', 'a', [4]));
      await ledger.release('one');
      expect((await subscriptions.get('a'))?.cursor).toBe(3);
      expect(await take(claim('two', 'a', [4]))).toBe(true);
      await ledger.confirm('two', sent);
      await ledger.release('two');
      expect((await ledger.get('two'))?.state).toBe('sent');
    });

    it('holds a delivery with its subscription, and reopens it once', async () => {
      const { ledger, subscriptions } = stores;
      await take(claim('one', 'a', [4]));
      const why = { kind: 'refused', message: 'Unknown Message' } as const;
      await ledger.hold('one', why);
      expect(await subscriptions.get('a')).toMatchObject({ state: 'held', stateReason: why });
      expect(await ledger.reopen('one', 3000)).toBe(true);
      expect(await ledger.reopen('one', 3000)).toBe(false);
      await ledger.confirm('one', sent);
      expect(await subscriptions.get('a')).toMatchObject({ state: 'active', stateReason: null, cursor: 4 });
    });

    it('opens a delivery as if it had not been tried, where a manager wants it posted again', async () => {
      const { ledger } = stores;
      await take(claim('one', 'a', [4]));
      await ledger.hold('one', { kind: 'history-hidden' });
      expect(await ledger.postAgain('one')).toBe(true);
      expect(await ledger.postAgain('one')).toBe(false);
      expect(await ledger.get('one')).toMatchObject({ state: 'open', attempts: 0 });
    });

    it('keeps unfinished deliveries over a restart', async () => {
      await take(claim('one', 'a', [4], [5, 6]));
      await stores.ledger.attempt('one', 1500);
      const [found] = await (await stores.reopen()).ledger.unfinished();
      expect(found).toMatchObject({
        id: 'one',
        state: 'open',
        attempts: 2,
        attemptedAtMs: 1500,
        rolled: [5, 6],
      });
    });

    it('carries a late article over where it was passed by, once, and nowhere else', async () => {
      const { ledger, subscriptions } = stores;
      await subscriptions.add(subscription('posted'));
      await take(claim('one', 'posted', [4]));
      await ledger.confirm('one', sent);
      await subscriptions.add(subscription('behind', { cursor: 3 }));
      await subscriptions.add(subscription('later', { startSeq: 4, cursor: 9 }));
      await subscriptions.add(subscription('passed', { cursor: 9, carried: [7] }));
      const ids = ['posted', 'behind', 'later', 'passed'];
      await ledger.carry(4, ids);
      await ledger.carry(4, ids);
      const carried = await Promise.all(ids.map(async (id) => (await subscriptions.get(id))?.carried));
      expect(carried).toEqual([[], [], [], [7, 4]]);
      expect((await subscriptions.get('a'))?.carried).toEqual([]);
    });

    it.each(['confirm', 'release'] as const)(
      'carries a late article over while a digest is under way that looked past it: after its %s it is there',
      async (end) => {
        const { ledger, subscriptions } = stores;
        await subscriptions.change('a', subscription('a'), 100, 0);
        await take(claim('one', 'a', [6], [8]));
        await ledger.carry(5, ['a']);
        await ledger.carry(6, ['a']);
        await ledger.carry(8, ['a']);
        await ledger.carry(9, ['a']);
        if (end === 'confirm') await ledger.confirm('one', sent);
        else await ledger.release('one');
        const { cursor, carried } = (await subscriptions.get('a'))!;
        expect([cursor, carried.toSorted()]).toEqual(end === 'confirm' ? [8, [5, 8]] : [3, [5, 8]]);
      },
    );

    it('forgets everything of what is removed, and of a server', async () => {
      const { ledger, subscriptions } = stores;
      await take(claim('one', 'a', [4]));
      await subscriptions.notify({ id: 'n', userId: 'ada', subscriptionId: 'a', said: sentence`x` }, 1);
      expect(await subscriptions.remove('a')).toBe(true);
      expect(await subscriptions.remove('a')).toBe(false);
      expect([await ledger.get('one'), await ledger.ofArticle(4), await subscriptions.notices()]).toEqual([
        null,
        [],
        [],
      ]);
      await subscriptions.add(subscription('b'));
      await subscriptions.forgetGuild('guild');
      expect(await subscriptions.all()).toEqual([]);
    });

    it('takes later tellings into a posted story, once, and has it edited', async () => {
      const { ledger } = stores;
      await take(claim('one', 'a', [4, 5]));
      await ledger.confirm('one', { ...sent, publish: false });
      const [{ lead } = { lead: 0 }] = (await ledger.get('one'))!.stories;
      const before = (await ledger.get('one'))!;
      const telling = { lead: 8, others: [9], print: 'x' };
      await ledger.addTellings('one', lead, telling);
      await ledger.addTellings('one', lead, telling);
      const after = (await ledger.get('one'))!;
      expect(after.stories[0]?.others.slice(-2)).toEqual([8, 9]);
      const posted = await ledger.posted(new Map([['a', { from: 8, through: 10 }]]));
      expect(posted).toEqual(new Map([['a', new Set([8, 9])]]));
      // An edit that was begun before shows less than there is now.
      await ledger.edited({ ...before, editsDue: 0 });
      expect(await ledger.editsDue(0)).toHaveLength(1);
      await ledger.setEditedAt('one', 1_000);
      expect([await ledger.editsDue(999), await ledger.editsDue(1_000)]).toEqual([[], [expect.anything()]]);
      await ledger.edited(after);
      expect(await ledger.editsDue(1_000)).toEqual([]);
      expect((await ledger.postedSince(['a'], 0)).map(({ id }) => id)).toEqual(['one']);
    });

    it('keeps what is to be told of those that join a story, until it is settled', async () => {
      const { ledger } = stores;
      await take(claim('one', 'a', [4, 5]));
      await ledger.confirm('one', { ...sent, publish: false });
      const news = [
        { id: 'n8', seq: 8, claimedAtMs: 70 },
        { id: 'n5', seq: 5, claimedAtMs: 70 },
      ];
      for (const _ of ['joins', 'joined before'])
        await ledger.addTellings('one', 4, { lead: 8, others: [5], print: 'x' }, news);
      const [told, ...others] = await ledger.developments();
      expect(others).toEqual([]);
      expect(told).toMatchObject({ id: 'n8', deliveryId: 'one', lead: 4, seq: 8, attempts: 0 });
      expect(told?.channelId).toBe(sent.messageId);
      await ledger.attemptDevelopment('n8', 90);
      await ledger.moveDevelopment('n8', 'elsewhere');
      expect(await ledger.developments()).toMatchObject([
        { channelId: 'elsewhere', claimedAtMs: 70, attempts: 1, attemptedAtMs: 90 },
      ]);
      await ledger.settleDevelopment('n8');
      expect(await ledger.developments()).toEqual([]);
    });

    it('marks what is to be edited or published until it is done', async () => {
      const { ledger } = stores;
      await take(claim('one', 'a', [4, 5]));
      await ledger.confirm('one', { ...sent, publish: true });
      await ledger.markUpdated('one', 5);
      await ledger.markUpdated('one', 5);
      expect((await ledger.editsDue(0)).map(({ updatedSeqs }) => updatedSeqs)).toEqual([[5]]);
      expect(await ledger.publishesDue()).toHaveLength(1);
      await ledger.edited((await ledger.get('one'))!);
      await ledger.published('one');
      expect([await ledger.editsDue(0), await ledger.publishesDue()]).toEqual([[], []]);
    });

    it('whatever is claimed, narrowed, confirmed, released, passed over or held: no article is lost and none is posted twice', async () => {
      const step = fc.record({
        act: fc.constantFrom(
          ...['claim', 'narrow', 'confirm', 'release', 'pass over', 'hold', 'reopen', 'reopen files'],
        ),
        count: fc.integer({ min: 1, max: 4 }),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          run += 1;
          const id = `s${run}`;
          await stores.subscriptions.add(subscription(id, { cursor: 0, startSeq: 0 }));
          const posted: number[] = [];
          let newest = 0;
          let deliveries = 0;
          for (const { act, count } of steps) {
            const { ledger, subscriptions } = stores;
            const open = (await ledger.unfinished()).find(({ subscriptionId }) => subscriptionId === id);
            if (act === 'reopen files') stores = await stores.reopen();
            else if (act === 'claim') {
              newest += count;
              const { cursor, carried } = (await subscriptions.get(id))!;
              const fresh = Array.from({ length: newest - cursor }, (_, at) => cursor + at + 1);
              const all = [...carried, ...fresh];
              deliveries += 1;
              await take({
                ...claim(`${id}-${deliveries}`, id, all.slice(0, 3), all.slice(3)),
                throughSeq: newest,
              });
            } else if (open !== undefined) {
              if (act === 'confirm' && (await ledger.confirm(open.id, sent)))
                posted.push(...open.stories.map(({ lead }) => lead));
              if (act === 'release' && open.state === 'open') await ledger.release(open.id);
              if (act === 'narrow') await ledger.narrow(open.id, open.stories.slice(count - 1));
              if (act === 'pass over') await ledger.passOver(open.id, 900);
              if (act === 'hold') await ledger.hold(open.id, { kind: 'history-hidden' });
              if (act === 'reopen') await ledger.reopen(open.id, 1);
            }
          }
          const { cursor, carried } = (await stores.subscriptions.get(id))!;
          const through = Array.from({ length: cursor }, (_, at) => at + 1);
          expect([...posted, ...carried].toSorted((a, b) => a - b)).toEqual(through);
        }),
        { numRuns: 40 },
      );
    });
  });
};
