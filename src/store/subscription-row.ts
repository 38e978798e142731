/** In: a subscription, or its settings. Out: the row that holds it, and back. */
import type { Insertable, Selectable } from 'kysely';
import type { Subscription, SubscriptionSettings } from '../domain/subscription.ts';
import { readFacts } from './read-facts.ts';
import type { StateTables } from './state-tables.ts';

export type SubscriptionRow = Selectable<StateTables['subscription']>;

/** The columns that settings decide. */
export const settingsRow = ({ schedule, ...settings }: SubscriptionSettings) => ({
  channel_id: settings.channelId,
  channel_kind: settings.channelKind,
  topic: settings.topic,
  source: settings.source,
  cadence: schedule.cadence,
  hour: schedule.hour,
  minute: schedule.minute,
  weekday: schedule.weekday,
  timezone: schedule.timezone,
  role_id: settings.roleId,
  max: settings.max,
  silent: Number(settings.silent),
  quiet_line: Number(settings.lineWhenNothingNew),
  publish: Number(settings.publish),
  tag_ids: JSON.stringify(settings.tagIds),
  language: settings.language,
  later_tellings: settings.laterTellings,
});

export const toRow = (subscription: Subscription): Insertable<StateTables['subscription']> => ({
  ...settingsRow(subscription),
  id: subscription.id,
  guild_id: subscription.guildId,
  created_by: subscription.createdBy,
  created_at_ms: subscription.createdAtMs,
  start_seq: subscription.startSeq,
  cursor: subscription.cursor,
  carried: JSON.stringify(subscription.carried),
  next_run_ms: subscription.nextRunMs,
  state: subscription.state,
  state_reason: subscription.stateReason && JSON.stringify(subscription.stateReason),
  last_delivered_at_ms: subscription.lastDeliveredAtMs,
  deliveries: subscription.deliveries,
  articles: subscription.articles,
});

export const toSubscription = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  guildId: row.guild_id,
  channelId: row.channel_id,
  channelKind: row.channel_kind,
  topic: row.topic,
  source: row.source,
  schedule: {
    cadence: row.cadence,
    hour: row.hour,
    minute: row.minute,
    weekday: row.weekday,
    timezone: row.timezone,
  },
  roleId: row.role_id,
  max: row.max,
  silent: row.silent === 1,
  lineWhenNothingNew: row.quiet_line === 1,
  publish: row.publish === 1,
  tagIds: JSON.parse(row.tag_ids) as string[],
  language: row.language,
  laterTellings: row.later_tellings,
  createdBy: row.created_by,
  createdAtMs: row.created_at_ms,
  startSeq: row.start_seq,
  cursor: row.cursor,
  carried: JSON.parse(row.carried) as number[],
  nextRunMs: row.next_run_ms,
  state: row.state,
  stateReason: row.state_reason === null ? null : readFacts(row.state_reason),
  lastDeliveredAtMs: row.last_delivered_at_ms,
  deliveries: row.deliveries,
  articles: row.articles,
});
