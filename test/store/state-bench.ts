/** All stores of the state over one database, with a clock that tests set: what the contracts of these stores are run with. */
import type { Subscription } from '../../src/domain/subscription.ts';
import { createAlertStore } from '../../src/store/alert-store.ts';
import { createAnswerLimitStore } from '../../src/store/answer-limit-store.ts';
import { createFeedServerStore } from '../../src/store/feed-server-store.ts';
import { createFeedStore } from '../../src/store/feed-store.ts';
import { createGuildStore } from '../../src/store/guild-store.ts';
import { createInteractionStore } from '../../src/store/interaction-store.ts';
import { createLastLookStore } from '../../src/store/last-look-store.ts';
import { createPostedAnswerStore } from '../../src/store/posted-answer-store.ts';
import { createQuietHoursStore } from '../../src/store/quiet-hours-store.ts';
import { createSourceChoiceStore } from '../../src/store/source-choice-store.ts';
import type { StateDatabase } from '../../src/store/state-tables.ts';
import { createSubscriptionStore } from '../../src/store/subscription-store.ts';
import { createSurgeStore } from '../../src/store/surge-store.ts';

export const stateBench = (db: StateDatabase) => {
  const clock = { nowMs: Date.UTC(2024, 5, 1) };
  const now = (): number => clock.nowMs;
  let ids = 0;
  return {
    clock,
    feeds: createFeedStore(db),
    feedServers: createFeedServerStore(db),
    sourceChoices: createSourceChoiceStore(db),
    answerLimits: createAnswerLimitStore(db),
    guilds: createGuildStore(db, now),
    interactions: createInteractionStore(db, now, () => `id${++ids}`),
    postedAnswers: createPostedAnswerStore(db),
    alerts: createAlertStore(db, now),
    quietHours: createQuietHoursStore(db, now),
    surges: createSurgeStore(db),
    lastLooks: createLastLookStore(db, now),
    subscriptions: createSubscriptionStore(db),
  };
};

export type StateBench = ReturnType<typeof stateBench>;

/** An active subscription of the server `guild`, daily at 09:30. */
export const testSubscription = (id: string, parts: Partial<Subscription> = {}): Subscription => ({
  id,
  guildId: 'guild',
  channelId: `channel-${id}`,
  channelKind: 'text',
  topic: 'harbour',
  source: null,
  schedule: { cadence: 'daily', hour: 9, minute: 30, weekday: 2, timezone: 'Europe/Berlin' },
  roleId: null,
  max: 10,
  silent: true,
  lineWhenNothingNew: false,
  publish: true,
  tagIds: ['1', '2'],
  language: 'en',
  laterTellings: 'edit',
  createdBy: 'ada',
  createdAtMs: 5,
  startSeq: 3,
  cursor: 3,
  carried: [],
  nextRunMs: 100,
  state: 'active',
  stateReason: null,
  lastDeliveredAtMs: null,
  deliveries: 0,
  articles: 0,
  ...parts,
});
