/** In: a subscription, or its settings. Out: the row that holds it, and back. */
import type { Insertable, Selectable } from 'kysely';
import type { Subscription, SubscriptionSettings } from '../domain/subscription.ts';
import { columnMap } from './column-map.ts';
import { readFacts } from './read-facts.ts';
import type { StateTables } from './state-tables.ts';

export type SubscriptionRow = Selectable<StateTables['subscription']>;

const SUBSCRIPTION = columnMap({
  id: 'id',
  guildId: 'guild_id',
  createdBy: 'created_by',
  createdAtMs: 'created_at_ms',
  startSeq: 'start_seq',
  cursor: 'cursor',
  nextRunMs: 'next_run_ms',
  state: 'state',
  lastDeliveredAtMs: 'last_delivered_at_ms',
  deliveries: 'deliveries',
  articles: 'articles',
});
const SETTINGS = columnMap({
  channelId: 'channel_id',
  channelKind: 'channel_kind',
  topic: 'topic',
  source: 'source',
  roleId: 'role_id',
  max: 'max',
  language: 'language',
  laterTellings: 'later_tellings',
});
const SCHEDULE = columnMap({
  cadence: 'cadence',
  hour: 'hour',
  minute: 'minute',
  weekday: 'weekday',
  timezone: 'timezone',
});

/** The columns that settings decide. */
export const settingsRow = (settings: SubscriptionSettings) => ({
  ...SETTINGS.toRow(settings),
  ...SCHEDULE.toRow(settings.schedule),
  silent: Number(settings.silent),
  quiet_line: Number(settings.lineWhenNothingNew),
  publish: Number(settings.publish),
  tag_ids: JSON.stringify(settings.tagIds),
});

export const toRow = (subscription: Subscription): Insertable<StateTables['subscription']> => ({
  ...SUBSCRIPTION.toRow(subscription),
  ...settingsRow(subscription),
  carried: JSON.stringify(subscription.carried),
  state_reason: subscription.stateReason && JSON.stringify(subscription.stateReason),
});

export const toSubscription = (row: SubscriptionRow): Subscription => ({
  ...SUBSCRIPTION.fromRow(row),
  ...SETTINGS.fromRow(row),
  schedule: SCHEDULE.fromRow(row),
  silent: row.silent === 1,
  lineWhenNothingNew: row.quiet_line === 1,
  publish: row.publish === 1,
  tagIds: JSON.parse(row.tag_ids) as string[],
  carried: JSON.parse(row.carried) as number[],
  stateReason: row.state_reason === null ? null : readFacts(row.state_reason),
});
