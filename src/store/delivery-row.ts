/** In: a row of `delivery`. Out: the delivery. */
import type { Selectable } from 'kysely';
import type { Delivery } from '../domain/delivery.ts';
import type { DigestHeading, StoryArticles } from '../domain/digest.ts';
import { columnMap } from './column-map.ts';
import type { StateTables } from './state-tables.ts';

export type DeliveryRow = Selectable<StateTables['delivery']>;

/** What a claim decides, and stays. */
export const CLAIMED = columnMap({
  id: 'id',
  subscriptionId: 'subscription_id',
  guildId: 'guild_id',
  channelId: 'channel_id',
  channelKind: 'channel_kind',
  claimedAtMs: 'claimed_at_ms',
  throughSeq: 'through_seq',
});
const PROGRESS = columnMap({
  state: 'state',
  attempts: 'attempts',
  attemptedAtMs: 'attempted_at_ms',
  messageId: 'message_id',
  postedIn: 'posted_in',
  sentAtMs: 'sent_at_ms',
  editedAtMs: 'edited_at_ms',
  editsDue: 'edit_due',
});
export const DEVELOPMENT = columnMap({
  id: 'id',
  deliveryId: 'delivery_id',
  lead: 'lead',
  seq: 'seq',
  channelId: 'channel_id',
  claimedAtMs: 'claimed_at_ms',
  attempts: 'attempts',
  attemptedAtMs: 'attempted_at_ms',
});

export const toDelivery = (row: DeliveryRow): Delivery => ({
  ...CLAIMED.fromRow(row),
  ...PROGRESS.fromRow(row),
  heading: row.heading === null ? null : (JSON.parse(row.heading) as DigestHeading),
  stories: JSON.parse(row.stories) as StoryArticles[],
  rolled: JSON.parse(row.rolled) as number[],
  updatedSeqs: JSON.parse(row.updated_seqs) as number[],
});

/** Articles that were gone when it was to be sent. */
export const awayOf = ({ away }: DeliveryRow): number[] => JSON.parse(away) as number[];
