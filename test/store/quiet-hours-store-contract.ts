/** What every store of quiet hours promises. */
import { describe, expect, it } from 'vitest';
import { ALERT_DAYS } from '../../src/domain/alert.ts';
import { DAY_MS } from '../../src/domain/durations.ts';
import { type StateBench, testSubscription } from './state-bench.ts';

const NIGHT = { fromMinute: 22 * 60, toMinute: 7 * 60, timezone: 'Europe/Berlin' };
const NOON = { fromMinute: 12 * 60, toMinute: 13 * 60, timezone: 'UTC' };

export const testQuietHoursStore = (open: () => Promise<StateBench>): void => {
  describe('quiet hours', () => {
    it('of a subscription are kept, changed and taken away', async () => {
      const { quietHours, subscriptions } = await open();
      await subscriptions.add(testSubscription('a'));
      expect(await quietHours.ofSubscription('a')).toBeNull();
      for (const hours of [NIGHT, NOON, null]) {
        await quietHours.setSubscription('a', hours);
        expect(await quietHours.ofSubscription('a')).toEqual(hours);
      }
    });

    it('name the subscriptions that are quiet at a moment', async () => {
      const { quietHours, subscriptions } = await open();
      for (const id of ['a', 'b', 'c']) await subscriptions.add(testSubscription(id));
      await quietHours.setSubscription('a', NIGHT);
      await quietHours.setSubscription('b', NOON);
      expect(await quietHours.quietSubscriptions(Date.UTC(2024, 5, 1, 12, 30))).toEqual(new Set(['b']));
      expect(await quietHours.quietSubscriptions(Date.UTC(2024, 5, 1, 23))).toEqual(new Set(['a']));
    });

    it('go with their subscription', async () => {
      const { quietHours, subscriptions } = await open();
      await subscriptions.add(testSubscription('a'));
      await quietHours.setSubscription('a', NIGHT);
      await subscriptions.remove('a');
      expect(await quietHours.ofSubscription('a')).toBeNull();
    });

    it('of a person are kept, changed and taken away', async () => {
      const { quietHours } = await open();
      for (const hours of [null, NIGHT, NOON, null]) {
        await quietHours.setPerson('anna', hours);
        expect(await quietHours.ofPerson('anna')).toEqual(hours);
      }
    });

    it('of a person are deleted where they were not used for long, which asking for them is', async () => {
      const { quietHours, clock } = await open();
      await quietHours.setPerson('anna', NIGHT);
      await quietHours.setPerson('ben', NIGHT);
      clock.nowMs += ALERT_DAYS * DAY_MS;
      await quietHours.ofPerson('ben');
      clock.nowMs += 1;
      await quietHours.purge();
      expect(await quietHours.ofPerson('anna')).toBeNull();
      expect(await quietHours.forgetPerson('ben')).toBe(1);
      expect(await quietHours.forgetPerson('ben')).toBe(0);
    });
  });
};
