import { describe, expect, it } from 'vitest';
import { describeStateReason } from '../../src/digests/describe-state-reason.ts';
import { subscriptionCard } from '../../src/discord/cards/subscription-card.ts';
import { speaking } from '../../src/language/speaking.ts';
import { testSubscription } from '../store/state-bench.ts';

const cardOf = (language: string, parts: Parameters<typeof testSubscription>[1]): string =>
  speaking(language, () =>
    JSON.stringify(subscriptionCard(testSubscription('a', { state: 'stopped', ...parts }))),
  );

describe('why a subscription stopped', () => {
  it('is shown in the language of whoever looks, whatever the subscription is written in', () => {
    const stopped = { stateReason: { kind: 'channel-gone' }, language: 'fr' } as const;
    expect(cardOf('en-GB', stopped)).toContain('The channel no longer exists.');
    expect(cardOf('de', stopped)).toContain('Den Kanal gibt es nicht mehr.');
  });

  it('quotes Discord where only Discord knows', () => {
    const refused = { kind: 'refused', message: 'Nothing goes' } as const;
    expect(cardOf('de', { stateReason: refused })).toContain(
      'Discord hat die Übersicht abgelehnt (Nothing goes)',
    );
  });

  it('says anew what is wrong with a topic', () => {
    const unreadable = { kind: 'topic-unreadable' } as const;
    const { key, values } = describeStateReason(unreadable, testSubscription('a', { topic: 'source:' }));
    expect(key).toBe('Its topic cannot be read: {0}');
    expect(values[0]).toMatchObject({ kind: 'message' });
    expect(cardOf('en-GB', { stateReason: unreadable, topic: 'dam' })).toContain(
      'Choose another one with Change',
    );
  });

  it('is shown as it was kept where an earlier version kept it in words', () => {
    const told = { kind: 'told', text: 'Der Kanal ist weg.' } as const;
    expect(cardOf('en-GB', { stateReason: told })).toContain('Der Kanal ist weg.');
  });
});
