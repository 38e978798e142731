/** In: a row of `delivery`. Out: the delivery. */
import type { Selectable } from 'kysely';
import type { Delivery, Development } from '../domain/delivery.ts';
import type { DigestHeading, StoryArticles } from '../domain/digest.ts';
import type { StateTables } from './state-tables.ts';

export type DeliveryRow = Selectable<StateTables['delivery']>;

export const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  subscriptionId: row.subscription_id,
  guildId: row.guild_id,
  channelId: row.channel_id,
  channelKind: row.channel_kind,
  state: row.state,
  claimedAtMs: row.claimed_at_ms,
  throughSeq: row.through_seq,
  heading: row.heading === null ? null : (JSON.parse(row.heading) as DigestHeading),
  stories: JSON.parse(row.stories) as StoryArticles[],
  rolled: JSON.parse(row.rolled) as number[],
  attempts: row.attempts,
  attemptedAtMs: row.attempted_at_ms,
  messageId: row.message_id,
  postedIn: row.posted_in,
  sentAtMs: row.sent_at_ms,
  editedAtMs: row.edited_at_ms,
  editsDue: row.edit_due,
  updatedSeqs: JSON.parse(row.updated_seqs) as number[],
});

export const toDevelopment = (row: Selectable<StateTables['development']>): Development => ({
  id: row.id,
  deliveryId: row.delivery_id,
  lead: row.lead,
  seq: row.seq,
  channelId: row.channel_id,
  claimedAtMs: row.claimed_at_ms,
  attempts: row.attempts,
  attemptedAtMs: row.attempted_at_ms,
});

/** Articles that were gone when it was to be sent. */
export const awayOf = ({ away }: DeliveryRow): number[] => JSON.parse(away) as number[];
