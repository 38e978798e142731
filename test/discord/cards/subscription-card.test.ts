import { describe, expect, it } from 'vitest';
import { describeStateReason } from '../../../src/digests/describe-state-reason.ts';
import { subscriptionButtons } from '../../../src/discord/cards/subscription-card.ts';
import type { StateReason } from '../../../src/domain/state-reason.ts';
import { testSubscription } from '../../store/state-bench.ts';

const labelsOf = (...given: Parameters<typeof subscriptionButtons>): string[] =>
  subscriptionButtons(...given).map(({ label }) => label);

describe('the card of a subscription', () => {
  it.each<StateReason>([
    { kind: 'channel-gone' },
    { kind: 'tag-deleted' },
    { kind: 'thread-locked' },
    { kind: 'may-not-post' },
    { kind: 'schedule-unusable', timezone: 'Mars/Olympus' },
    { kind: 'refused', message: 'Nothing goes' },
  ])('has the buttons that the reason names why it stopped: $kind', (stateReason) => {
    const stopped = testSubscription('a', { state: 'stopped', stateReason });
    const { key } = describeStateReason(stateReason, stopped);
    const named = ['Channel and role', 'Change', 'Resume'].filter((label) => key.includes(label));
    expect(named).not.toEqual([]);
    expect(labelsOf(stopped)).toEqual(expect.arrayContaining(named));
  });

  it.each(['active', 'paused', 'stopped', 'held'] as const)(
    'has everything once behind More, what is done most first: %s',
    (state) => {
      const one = testSubscription('a', { state });
      const first = labelsOf(one).filter((label) => !['More', 'Remove'].includes(label));
      const all = labelsOf(one, true);
      expect(all.slice(0, first.length)).toEqual(first);
      expect(new Set(all).size).toBe(all.length);
      for (const label of ['Preview', 'Change', 'Trial post', 'Channel and role', 'Language', 'Remove'])
        expect(all).toContain(label);
    },
  );
});
