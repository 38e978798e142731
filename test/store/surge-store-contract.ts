/** What every store of those who watch for surges promises. */

import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/language/message.ts';
import { type StateBench, testSubscription } from './state-bench.ts';

const anna = { subscriptionId: 'a', userId: 'anna' };

const withSubscriptions = async ({ subscriptions }: StateBench): Promise<void> => {
  for (const id of ['a', 'b']) await subscriptions.add(testSubscription(id));
};

export const testSurgeStore = (open: () => Promise<StateBench>): void => {
  describe('those who watch for surges', () => {
    it('begin and end by the same step', async () => {
      const bench = await open();
      await withSubscriptions(bench);
      expect(await bench.surges.toggle(anna)).toBe(true);
      expect(await bench.surges.countOfPerson('anna')).toBe(1);
      expect(await bench.surges.toggle(anna)).toBe(false);
      expect(await bench.surges.countOfPerson('anna')).toBe(0);
    });

    it('are notified once, by a notice', async () => {
      const bench = await open();
      const { surges, subscriptions } = bench;
      await withSubscriptions(bench);
      await surges.toggle(anna);
      await surges.toggle({ subscriptionId: 'b', userId: 'anna' });
      expect(await surges.notNotifiedSince(1)).toHaveLength(2);
      const notice = { id: 'n', ...anna, said: sentence`A surge of ${3}` };
      await surges.notify(notice, 50);
      expect(await subscriptions.notices()).toEqual([{ ...notice, language: 'en' }]);
      expect(await surges.notNotifiedSince(50)).toEqual([{ subscriptionId: 'b', userId: 'anna' }]);
      expect(await surges.notNotifiedSince(51)).toHaveLength(2);
    });

    it('are not noted as notified if the notice cannot be kept', async () => {
      const bench = await open();
      const { surges } = bench;
      await withSubscriptions(bench);
      await surges.toggle(anna);
      await surges.notify({ id: 'n', ...anna, said: sentence`A surge` }, 50);
      await expect(surges.notify({ id: 'n', ...anna, said: sentence`Another` }, 90)).rejects.toThrow();
      expect(await surges.notNotifiedSince(60)).toEqual([anna]);
    });

    it('are forgotten with their person, or with the subscription', async () => {
      const bench = await open();
      const { surges, subscriptions } = bench;
      await withSubscriptions(bench);
      await surges.toggle(anna);
      await surges.toggle({ subscriptionId: 'b', userId: 'anna' });
      await surges.toggle({ subscriptionId: 'b', userId: 'ben' });
      expect(await surges.forgetPerson('anna')).toBe(2);
      expect(await surges.notNotifiedSince(1)).toEqual([{ subscriptionId: 'b', userId: 'ben' }]);
      await subscriptions.remove('b');
      expect(await surges.countOfPerson('ben')).toBe(0);
    });
  });
};
