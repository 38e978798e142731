/** What every store of questions that wait for an answer promises. */
import { describe, expect, it } from 'vitest';
import { ALERT_DAYS, type Alert, MAX_ALERTS } from '../../src/domain/alert.ts';
import { DAY_MS } from '../../src/domain/durations.ts';
import type { StateBench } from './state-bench.ts';

const place = { guildId: 'guild', channelId: 'channel' };

const question = (id: string, parts: Partial<Alert> = {}) => ({
  id,
  userId: 'anna',
  place,
  question: `Who won ${id}?`,
  text: `won ${id}`,
  also: [{ kind: 'filter', name: 'source', value: 'orl' }] as const,
  startSeq: 3,
  language: 'de',
  ...parts,
});

const idsOf = (alerts: readonly Alert[]): string[] => alerts.map(({ id }) => id);

export const testAlertStore = (open: () => Promise<StateBench>): void => {
  describe('alerts', () => {
    it('are given back as they were put in', async () => {
      const { alerts, clock } = await open();
      expect(await alerts.add(question('a'))).toBe('added');
      const state = { state: 'open', cursor: 3, foundAtMs: null, attempts: 0, attemptedAtMs: 0 };
      expect(await alerts.get('a')).toEqual({ ...question('a'), createdAtMs: clock.nowMs, ...state });
      expect(await alerts.get('b')).toBeNull();
    });

    it('are kept once for a question in a place, and again for another place or person', async () => {
      const { alerts } = await open();
      await alerts.add(question('a'));
      const { text } = question('a');
      expect(await alerts.add(question('b', { text }))).toBe('known');
      expect(await alerts.add(question('c', { text, place: null }))).toBe('added');
      expect(await alerts.add(question('d', { text, userId: 'ben' }))).toBe('added');
      expect(idsOf(await alerts.ofPerson('anna'))).toEqual(['a', 'c']);
    });

    it('are no more than a person may have, even where they come at once', async () => {
      const { alerts } = await open();
      const added = await Promise.all(
        Array.from({ length: MAX_ALERTS + 5 }, (_, at) => alerts.add(question(`a${at}`))),
      );
      expect(added.filter((one) => one === 'added')).toHaveLength(MAX_ALERTS);
      expect(added.filter((one) => one === 'full')).toHaveLength(5);
    });

    it('are listed oldest first, for their person alone', async () => {
      const { alerts, clock } = await open();
      await alerts.add(question('b'));
      clock.nowMs += 1;
      await alerts.add(question('a'));
      await alerts.add(question('c', { userId: 'ben' }));
      expect(idsOf(await alerts.ofPerson('anna'))).toEqual(['b', 'a']);
    });

    it('are ended by their own person', async () => {
      const { alerts } = await open();
      await alerts.add(question('a'));
      expect(await alerts.end('ben', 'a')).toBe(false);
      expect(await alerts.end('anna', 'a')).toBe(true);
      expect(await alerts.end('anna', 'a')).toBe(false);
    });

    it('are asked of each article once', async () => {
      const { alerts } = await open();
      await alerts.add(question('a'));
      await alerts.add(question('b', { startSeq: 9 }));
      expect(await alerts.toAsk(3)).toEqual([]);
      expect(idsOf(await alerts.toAsk(9))).toEqual(['a']);
      await alerts.asked(['a', 'b'], 7);
      expect((await alerts.get('a'))?.cursor).toBe(7);
      expect((await alerts.get('b'))?.cursor).toBe(9);
      expect(await alerts.toAsk(7)).toEqual([]);
    });

    it('wait to be sent once an answer is found, and are asked again where it is gone', async () => {
      const { alerts, clock } = await open();
      await alerts.add(question('a'));
      await alerts.attempt('a');
      clock.nowMs += 5;
      await alerts.found('a');
      expect(await alerts.toAsk(9)).toEqual([]);
      const foundAtMs = clock.nowMs;
      expect(await alerts.toSend()).toMatchObject([{ id: 'a', state: 'found', foundAtMs, attempts: 0 }]);
      clock.nowMs += 5;
      await alerts.found('a');
      await alerts.attempt('a');
      const tried = { foundAtMs, attempts: 1, attemptedAtMs: clock.nowMs };
      expect(await alerts.toSend()).toMatchObject([tried]);
      await alerts.reopen('a');
      expect(await alerts.toSend()).toEqual([]);
      expect(await alerts.toAsk(9)).toMatchObject([{ id: 'a', state: 'open', foundAtMs: null }]);
    });

    it('move to a direct message in the state they were thought to be in', async () => {
      const { alerts } = await open();
      await alerts.add(question('a'));
      await alerts.attempt('a');
      await alerts.moveToDirect('a', 'found');
      expect((await alerts.get('a'))?.place).toEqual(place);
      await alerts.moveToDirect('a', 'open');
      expect(await alerts.get('a')).toMatchObject({ place: null, attempts: 0 });
    });

    it('that cannot be sent wait for their person, until they are closed', async () => {
      const { alerts } = await open();
      await alerts.add(question('a'));
      await alerts.add(question('b'));
      await alerts.found('a');
      await alerts.wait('a');
      expect(await alerts.toSend()).toEqual([]);
      expect(idsOf(await alerts.waiting('anna'))).toEqual(['a']);
      expect(await alerts.waiting('ben')).toEqual([]);
      await alerts.close('a');
      expect(idsOf(await alerts.ofPerson('anna'))).toEqual(['b']);
    });

    it('are deleted where nobody looked after theirs for long', async () => {
      const { alerts, clock } = await open();
      await alerts.add(question('a'));
      await alerts.add(question('b', { userId: 'ben' }));
      clock.nowMs += ALERT_DAYS * DAY_MS;
      await alerts.used('ben');
      await alerts.purge();
      expect(idsOf(await alerts.ofPerson('anna'))).toEqual(['a']);
      clock.nowMs += 1;
      await alerts.purge();
      expect(await alerts.ofPerson('anna')).toEqual([]);
      expect(idsOf(await alerts.ofPerson('ben'))).toEqual(['b']);
    });

    it('go with their person, or with their server', async () => {
      const { alerts } = await open();
      await alerts.add(question('a'));
      await alerts.add(question('b', { place: null }));
      await alerts.add(question('c', { userId: 'ben' }));
      await alerts.add(question('d', { userId: 'ben', place: null }));
      expect(await alerts.forgetPerson('anna')).toBe(2);
      await alerts.forgetGuild('guild');
      expect(idsOf(await alerts.ofPerson('ben'))).toEqual(['d']);
    });
  });
};
