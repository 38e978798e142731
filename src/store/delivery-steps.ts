/**
 * The steps of a delivery that write more than one row. In: a transaction. Out: all of the step is written, or nothing.
 * What each promises stands at the `DeliveryLedger` method of its name.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Delivery, Development } from '../domain/delivery.ts';
import { coveredSeqs, type DigestHeading, type StoryArticles, seqsOf } from '../domain/digest.ts';
import { inBatches } from '../domain/in-batches.ts';
import type { StateReason } from '../domain/state-reason.ts';
import type { Subscription } from '../domain/subscription.ts';
import { awayOf, CLAIMED, DEVELOPMENT, type DeliveryRow, toDelivery } from './delivery-row.ts';
import { larger, numberList, sqlOf, textList } from './sql-of.ts';
import type { StateTables } from './state-tables.ts';

/** What a new delivery holds. */
export type Claim = Pick<
  Delivery,
  | 'id'
  | 'subscriptionId'
  | 'guildId'
  | 'channelId'
  | 'channelKind'
  | 'claimedAtMs'
  | 'throughSeq'
  | 'stories'
  | 'rolled'
> & { readonly heading: DigestHeading };

/** The part of a subscription that decides what its digest holds, and where and when it is posted. */
export type PlannedBy = Pick<
  Subscription,
  'channelId' | 'topic' | 'source' | 'max' | 'nextRunMs' | 'cursor' | 'carried'
>;

/** How Discord confirmed a delivery. The ids are null if a manager said that it arrived. */
export interface Confirmation {
  readonly messageId: string | null;
  readonly postedIn: string | null;
  readonly sentAtMs: number;
  /** When the subscription posts next. */
  readonly nextRunMs: number;
  /** Whether it is still to be published to the followers of its channel. */
  readonly publish: boolean;
}

/** An article that joined a posted story, of which the news is to be posted. */
export type NewDevelopment = Pick<Development, 'id' | 'seq' | 'claimedAtMs'>;

type Tx = Transaction<StateTables>;

/**
 * The delivery, held until the transaction ends, or undefined if it is gone. Its subscription is held first: whoever
 * holds both takes them in this order, so that no two wait for each other.
 */
const holdDelivery = async (tx: Tx, id: string): Promise<DeliveryRow | undefined> => {
  const { holdRows } = sqlOf(tx);
  const of = tx.selectFrom('delivery').select('subscription_id').where('id', '=', id);
  await holdRows(tx.selectFrom('subscription').select('id').where('id', 'in', of)).execute();
  return holdRows(tx.selectFrom('delivery').selectAll().where('id', '=', id)).executeTakeFirst();
};

/** Whether the subscription is there, active, and as it was when its digest was planned; holds it where it is. */
const isAsPlanned = async (tx: Tx, id: string, planned: PlannedBy): Promise<boolean> => {
  const asPlanned = tx
    .selectFrom('subscription')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('channel_id', '=', planned.channelId)
    .where('topic', '=', planned.topic)
    .where('source', 'is not distinct from', planned.source)
    .where('max', '=', planned.max)
    .where('next_run_ms', '=', planned.nextRunMs)
    .where('cursor', '=', planned.cursor)
    .where('carried', '=', JSON.stringify(planned.carried));
  return (await sqlOf(tx).holdRows(asPlanned).executeTakeFirst()) !== undefined;
};

export const writeClaim = async (tx: Tx, claim: Claim, planned: PlannedBy): Promise<boolean> => {
  const { id, subscriptionId } = claim;
  if (!(await isAsPlanned(tx, subscriptionId, planned))) return false;
  const rival = tx.selectFrom('delivery').select('id').where('subscription_id', '=', subscriptionId);
  if ((await rival.where('state', '<>', 'sent').executeTakeFirst()) !== undefined) return false;
  await tx
    .insertInto('delivery')
    .values({
      ...CLAIMED.toRow(claim),
      state: 'open',
      heading: JSON.stringify(claim.heading),
      stories: JSON.stringify(claim.stories),
      rolled: JSON.stringify(claim.rolled),
      attempts: 1,
      attempted_at_ms: claim.claimedAtMs,
      updated_seqs: '[]',
      edit_due: 0,
      publish_due: 0,
    })
    .execute();
  for (const some of inBatches(coveredSeqs(claim.stories))) {
    const rows = some.map((seq) => ({ subscription_id: subscriptionId, seq, delivery_id: id }));
    await tx.insertInto('delivered_article').values(rows).execute();
  }
  return true;
};

/** Numbers of articles as JSON, each once. */
const listOf = (...seqs: readonly (readonly number[])[]): string => JSON.stringify([...new Set(seqs.flat())]);

export const writeNarrowed = async (tx: Tx, id: string, stories: readonly StoryArticles[]): Promise<void> => {
  const row = await holdDelivery(tx, id);
  if (row === undefined || row.state === 'sent') return;
  const left = new Set(coveredSeqs(stories));
  const { stories: planned } = toDelivery(row);
  const free = coveredSeqs(planned).filter((seq) => !left.has(seq));
  const missing = seqsOf(planned).filter((seq) => !left.has(seq));
  for (const some of inBatches(free))
    await tx.deleteFrom('delivered_article').where('delivery_id', '=', id).where('seq', 'in', some).execute();
  await tx
    .updateTable('delivery')
    .set({ stories: JSON.stringify(stories), away: listOf(awayOf(row), missing) })
    .where('id', '=', id)
    .execute();
};

export const writeConfirmation = async (tx: Tx, id: string, confirmation: Confirmation): Promise<boolean> => {
  const row = await holdDelivery(tx, id);
  if (row === undefined || row.state === 'sent') return false;
  const { subscriptionId, stories, rolled, throughSeq } = toDelivery(row);
  await tx
    .updateTable('delivery')
    .set({
      state: 'sent',
      message_id: confirmation.messageId,
      posted_in: confirmation.postedIn,
      sent_at_ms: confirmation.sentAtMs,
      publish_due: Number(confirmation.publish),
    })
    .where('id', '=', id)
    .execute();
  const posted = seqsOf(stories).length;
  await tx
    .updateTable('subscription')
    .set(({ eb }) => ({
      cursor: larger('cursor', throughSeq),
      carried: listOf(rolled, awayOf(row)),
      next_run_ms: confirmation.nextRunMs,
      last_delivered_at_ms: confirmation.sentAtMs,
      deliveries: eb('deliveries', '+', 1),
      articles: eb('articles', '+', posted),
    }))
    .where('id', '=', subscriptionId)
    .execute();
  await tx
    .updateTable('subscription')
    .set({ state: 'active', state_reason: null })
    .where('id', '=', subscriptionId)
    .where('state', '=', 'held')
    .execute();
  return true;
};

export const writePassedOver = async (tx: Tx, id: string, nextRunMs: number): Promise<void> => {
  await holdDelivery(tx, id);
  const unsent = tx.deleteFrom('delivery').where('id', '=', id).where('state', '<>', 'sent');
  const row = await unsent.returningAll().executeTakeFirst();
  if (row === undefined) return;
  const { subscriptionId, throughSeq, stories, rolled } = toDelivery(row);
  await tx
    .updateTable('subscription')
    .set({
      cursor: larger('cursor', throughSeq),
      carried: listOf(rolled, awayOf(row), seqsOf(stories)),
      next_run_ms: nextRunMs,
    })
    .where('id', '=', subscriptionId)
    .execute();
};

export const writeHeld = async (tx: Tx, id: string, reason: StateReason): Promise<void> => {
  await holdDelivery(tx, id);
  const held = { state: 'held' } as const;
  await tx.updateTable('delivery').set(held).where('id', '=', id).where('state', '=', 'open').execute();
  await tx
    .updateTable('subscription')
    .set({ ...held, state_reason: JSON.stringify(reason) })
    .where('state', '=', 'active')
    .where('id', 'in', (eb) => eb.selectFrom('delivery').select('subscription_id').where('id', '=', id))
    .execute();
};

/** A JSON list of numbers with one more; as `JSON.stringify` writes it, which is what plans are compared with. */
const withItem = (list: RawBuilder<unknown>, seq: number): RawBuilder<string> =>
  sql`CASE ${list} WHEN '[]' THEN '[' ELSE substr(${list}, 1, length(${list}) - 1) || ',' END || ${`${seq}]`}`;

export const writeCarried = async (
  tx: Tx,
  seq: number,
  subscriptionIds: readonly string[],
  sameText: readonly number[],
): Promise<void> => {
  const { items, holdRows } = sqlOf(tx);
  const among = textList(tx, subscriptionIds);
  const told = numberList(tx, [seq, ...sameText]);
  const holds = (list: RawBuilder<unknown>) =>
    sql`${seq} IN (SELECT CAST(value AS BIGINT) FROM ${items(list)})`;
  const isPosted = (id: RawBuilder<unknown>) =>
    sql`EXISTS (SELECT 1 FROM delivered_article WHERE subscription_id = ${id} AND seq IN ${told})`;
  await holdRows(tx.selectFrom('subscription').select('id').where('id', 'in', among).orderBy('id')).execute();
  await sql`
    UPDATE subscription SET carried = ${withItem(sql`carried`, seq)}
    WHERE id IN ${among} AND start_seq < ${seq} AND NOT ${isPosted(sql`subscription.id`)}
      AND NOT ${holds(sql`carried`)}
      AND (cursor >= ${seq} OR EXISTS (
        SELECT 1 FROM delivery
        WHERE subscription_id = subscription.id AND state <> 'sent' AND through_seq >= ${seq}
      ))
  `.execute(tx);
  // What is under way leaves behind what it rolled, so it has to know as well.
  await sql`
    UPDATE delivery SET rolled = ${withItem(sql`rolled`, seq)}
    WHERE state <> 'sent' AND NOT ${isPosted(sql`delivery.subscription_id`)}
      AND NOT ${holds(sql`rolled`)}
      AND subscription_id IN (SELECT id FROM subscription WHERE id IN ${among} AND ${holds(sql`carried`)})
  `.execute(tx);
};

export const writeUpdated = async (tx: Tx, id: string, seq: number): Promise<void> => {
  const row = await holdDelivery(tx, id);
  if (row === undefined) return;
  const updated = new Set([...(JSON.parse(row.updated_seqs) as number[]), seq]);
  const values = { updated_seqs: JSON.stringify([...updated]), edit_due: row.edit_due + 1 };
  await tx.updateTable('delivery').set(values).where('id', '=', id).execute();
};

/** Where what is new is posted: in the thread of the message, which has its id; in a thread or a forum's post beside it. */
const placeUnder = ({ channel_kind, message_id, posted_in }: DeliveryRow): string =>
  (channel_kind === 'text' || channel_kind === 'announcement' ? message_id : posted_in) ?? '';

export const writeTellings = async (
  tx: Tx,
  id: string,
  lead: number,
  telling: StoryArticles,
  news: readonly NewDevelopment[],
): Promise<void> => {
  const row = await holdDelivery(tx, id);
  if (row === undefined || row.state !== 'sent') return;
  const { subscriptionId, stories, editsDue } = toDelivery(row);
  const told = coveredSeqs([telling]);
  const before = await tx
    .selectFrom('delivered_article')
    .select('seq')
    .where('subscription_id', '=', subscriptionId)
    .where('seq', 'in', numberList(tx, told))
    .execute();
  const known = new Set(before.map(({ seq }) => seq));
  const added = told.filter((seq) => !known.has(seq));
  if (added.length === 0) return;
  const rows = added.map((seq) => ({ subscription_id: subscriptionId, seq, delivery_id: id }));
  await tx.insertInto('delivered_article').values(rows).execute();
  const further = seqsOf([telling]).filter((seq) => !known.has(seq));
  const grown = stories.map((story) =>
    story.lead === lead ? { ...story, others: [...story.others, ...further] } : story,
  );
  const values = { stories: JSON.stringify(grown), edit_due: editsDue + 1 };
  await tx.updateTable('delivery').set(values).where('id', '=', id).execute();
  const toTell = news.filter(({ seq }) => further.includes(seq));
  if (toTell.length === 0) return;
  const under = { deliveryId: id, lead, channelId: placeUnder(row), attempts: 0 };
  const untold = toTell.map((one) => ({ ...one, ...under, attemptedAtMs: one.claimedAtMs }));
  await tx.insertInto('development').values(untold.map(DEVELOPMENT.toRow)).execute();
};
