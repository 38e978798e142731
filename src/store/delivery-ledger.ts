/**
 * The ledger of what was posted: a delivery claims its articles before anything is sent, and the subscription's
 * cursor moves only when Discord confirmed it. Every step is one transaction on disk, so a process may end anywhere.
 */
import { type RawBuilder, type Selectable, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { Delivery } from '../domain/delivery.ts';
import type { DigestHeading, StoryArticles } from '../domain/digest.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { SubscriptionTables } from './migrations/003-subscriptions.ts';
import type { StateDatabase, StateTables } from './state-database.ts';

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

/** What of a subscription decides what its digest holds, and where and when it is posted. */
export type PlannedBy = Pick<
  Subscription,
  'channelId' | 'topic' | 'source' | 'max' | 'nextRunMs' | 'cursor' | 'carried'
>;

/** Where Discord put it; the ids are null where a manager said it arrived. */
export interface Confirmation {
  readonly messageId: string | null;
  readonly postedIn: string | null;
  readonly sentAtMs: number;
  /** The subscription's next moment. */
  readonly nextRunMs: number;
  /** Still to be published to the followers of its channel. */
  readonly publish: boolean;
}

export interface DeliveryLedger {
  /**
   * Writes the delivery and claims its articles, all or nothing. False, with nothing written, where the subscription
   * is gone, no longer active, other than it was when the digest was planned, or has another delivery under way.
   * Throws where an article was claimed before.
   */
  claim(claim: Claim, planned: PlannedBy): Promise<boolean>;
  /** Notes a further attempt, before it is made. */
  attempt(id: string, nowMs: number): Promise<void>;
  /**
   * Only these stories of an unsent delivery are there to be sent. The articles it held besides are free again; once it
   * is confirmed they are carried over, so that one that came back meanwhile is in the next digest.
   */
  narrow(id: string, stories: readonly StoryArticles[]): Promise<void>;
  /** Discord has it: closes the delivery, moves cursor and schedule, carries over what rolled. False where it is gone. */
  confirm(id: string, confirmation: Confirmation): Promise<boolean>;
  /** It was certainly not posted and will not be: its articles are free again, the cursor stays. */
  release(id: string): Promise<void>;
  /** Nothing of it is there to be posted: as `release`, but cursor and schedule move on and all of it is carried over. */
  passOver(id: string, nextRunMs: number): Promise<void>;
  /** Nobody can say whether it was posted. */
  hold(id: string, reason: string): Promise<void>;
  /** A manager said to post it after all. False where it is not held (any more). */
  reopen(id: string, nowMs: number): Promise<boolean>;
  get(id: string): Promise<Delivery | null>;
  /** Open and held ones, oldest first. */
  unfinished(): Promise<Delivery[]>;
  /** Every delivery that holds this article. */
  ofArticle(seq: number): Promise<Delivery[]>;
  /**
   * These subscriptions have the article carried over to their next digests, but for those that have posted it, are
   * still to come to it, or began after it.
   */
  carry(seq: number, subscriptionIds: readonly string[]): Promise<void>;
  /** A story's lead changed after it was sent: the delivery is due for an edit that marks it. */
  markUpdated(id: string, seq: number): Promise<void>;
  /** Posted, and to be edited or published. */
  editsDue(): Promise<Delivery[]>;
  edited(id: string): Promise<void>;
  publishesDue(): Promise<Delivery[]>;
  published(id: string): Promise<void>;
  /** The last revision of articles that was looked at for edits, or null before the first. */
  revision(): Promise<number | null>;
  setRevision(revision: number): Promise<void>;
}

type Row = Selectable<SubscriptionTables['delivery']>;

const fromRow = (row: Row): Delivery => ({
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
  updatedSeqs: JSON.parse(row.updated_seqs) as number[],
});

const awayOf = ({ away }: Row): number[] => JSON.parse(away) as number[];

/** The numbers of all articles of these stories. */
export const seqsOf = (stories: readonly StoryArticles[]): number[] =>
  stories.flatMap(({ lead, others }) => [lead, ...others]);

/** SQLite takes 32,766 parameters a statement. */
const CHUNK = 5_000;
const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) =>
    items.slice(at * CHUNK, (at + 1) * CHUNK),
  );

/** Over `state.db`. */
export const createDeliveryLedger = (db: StateDatabase): DeliveryLedger => new SqlDeliveryLedger(db);

class SqlDeliveryLedger implements DeliveryLedger {
  readonly #db: StateDatabase;

  constructor(db: StateDatabase) {
    this.#db = db;
  }

  claim(claim: Claim, planned: PlannedBy): Promise<boolean> {
    return this.#db.transaction().execute((tx) => writeClaim(tx, claim, planned));
  }

  async attempt(id: string, nowMs: number): Promise<void> {
    await this.#db
      .updateTable('delivery')
      .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), attempted_at_ms: nowMs }))
      .where('id', '=', id)
      .execute();
  }

  narrow(id: string, stories: readonly StoryArticles[]): Promise<void> {
    return this.#db.transaction().execute((tx) => writeNarrowed(tx, id, stories));
  }

  confirm(id: string, confirmation: Confirmation): Promise<boolean> {
    return this.#db.transaction().execute((tx) => writeConfirmation(tx, id, confirmation));
  }

  async release(id: string): Promise<void> {
    await this.#db.deleteFrom('delivery').where('id', '=', id).where('state', '<>', 'sent').execute();
  }

  passOver(id: string, nextRunMs: number): Promise<void> {
    return this.#db.transaction().execute((tx) => writePassedOver(tx, id, nextRunMs));
  }

  hold(id: string, reason: string): Promise<void> {
    return this.#db.transaction().execute(async (tx) => {
      const held = { state: 'held' } as const;
      await tx.updateTable('delivery').set(held).where('id', '=', id).where('state', '=', 'open').execute();
      await tx
        .updateTable('subscription')
        .set({ ...held, state_reason: reason })
        .where('state', '=', 'active')
        .where('id', 'in', (eb) => eb.selectFrom('delivery').select('subscription_id').where('id', '=', id))
        .execute();
    });
  }

  async reopen(id: string, nowMs: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('delivery')
      .set({ state: 'open', attempted_at_ms: nowMs })
      .where('id', '=', id)
      .where('state', '=', 'held')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async get(id: string): Promise<Delivery | null> {
    const row = await this.#all().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  }

  unfinished(): Promise<Delivery[]> {
    return inOrder(this.#all().where('state', '<>', 'sent'));
  }

  ofArticle(seq: number): Promise<Delivery[]> {
    const holding = this.#db.selectFrom('delivered_article').select('delivery_id').where('seq', '=', seq);
    return inOrder(this.#all().where('id', 'in', holding));
  }

  carry(seq: number, subscriptionIds: readonly string[]): Promise<void> {
    return this.#db.transaction().execute((tx) => writeCarried(tx, seq, subscriptionIds));
  }

  markUpdated(id: string, seq: number): Promise<void> {
    return this.#db.transaction().execute((tx) => writeUpdated(tx, id, seq));
  }

  editsDue(): Promise<Delivery[]> {
    return inOrder(this.#all().where('edit_due', '=', 1));
  }

  edited(id: string): Promise<void> {
    return this.#set(id, { edit_due: 0 });
  }

  publishesDue(): Promise<Delivery[]> {
    return inOrder(this.#all().where('publish_due', '=', 1));
  }

  published(id: string): Promise<void> {
    return this.#set(id, { publish_due: 0 });
  }

  async revision(): Promise<number | null> {
    const mark = this.#db.selectFrom('digest_mark').select('value').where('name', '=', 'revision');
    return (await mark.executeTakeFirst())?.value ?? null;
  }

  async setRevision(revision: number): Promise<void> {
    await this.#db
      .insertInto('digest_mark')
      .values({ name: 'revision', value: revision })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: revision }))
      .execute();
  }

  #all() {
    return this.#db.selectFrom('delivery').selectAll();
  }

  async #set(id: string, values: Partial<Row>): Promise<void> {
    await this.#db.updateTable('delivery').set(values).where('id', '=', id).execute();
  }
}

const inOrder = async (query: SelectQueryBuilder<StateTables, 'delivery', Row>): Promise<Delivery[]> =>
  (await query.orderBy('claimed_at_ms').orderBy('id').execute()).map(fromRow);

type Tx = Transaction<StateTables>;

/** Whether the subscription is there, active, and as it was when its digest was planned. */
const isAsPlanned = async (tx: Tx, id: string, planned: PlannedBy): Promise<boolean> => {
  const found = await tx
    .selectFrom('subscription')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('channel_id', '=', planned.channelId)
    .where('topic', '=', planned.topic)
    .where('source', 'is', planned.source)
    .where('max', '=', planned.max)
    .where('next_run_ms', '=', planned.nextRunMs)
    .where('cursor', '=', planned.cursor)
    .where('carried', '=', JSON.stringify(planned.carried))
    .executeTakeFirst();
  return found !== undefined;
};

const writeClaim = async (tx: Tx, claim: Claim, planned: PlannedBy): Promise<boolean> => {
  const { id, subscriptionId } = claim;
  if (!(await isAsPlanned(tx, subscriptionId, planned))) return false;
  const rival = tx.selectFrom('delivery').select('id').where('subscription_id', '=', subscriptionId);
  if ((await rival.where('state', '<>', 'sent').executeTakeFirst()) !== undefined) return false;
  await tx
    .insertInto('delivery')
    .values({
      id,
      subscription_id: subscriptionId,
      guild_id: claim.guildId,
      channel_id: claim.channelId,
      channel_kind: claim.channelKind,
      state: 'open',
      claimed_at_ms: claim.claimedAtMs,
      through_seq: claim.throughSeq,
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
  for (const some of chunks(seqsOf(claim.stories))) {
    const rows = some.map((seq) => ({ subscription_id: subscriptionId, seq, delivery_id: id }));
    await tx.insertInto('delivered_article').values(rows).execute();
  }
  return true;
};

/** Numbers of articles as JSON, each once. */
const listOf = (...seqs: readonly (readonly number[])[]): string => JSON.stringify([...new Set(seqs.flat())]);

const writeNarrowed = async (tx: Tx, id: string, stories: readonly StoryArticles[]): Promise<void> => {
  const unsent = tx.selectFrom('delivery').selectAll().where('id', '=', id).where('state', '<>', 'sent');
  const row = await unsent.executeTakeFirst();
  if (row === undefined) return;
  const left = new Set(seqsOf(stories));
  const missing = seqsOf(fromRow(row).stories).filter((seq) => !left.has(seq));
  for (const some of chunks(missing))
    await tx.deleteFrom('delivered_article').where('delivery_id', '=', id).where('seq', 'in', some).execute();
  await tx
    .updateTable('delivery')
    .set({ stories: JSON.stringify(stories), away: listOf(awayOf(row), missing) })
    .where('id', '=', id)
    .execute();
};

const writeConfirmation = async (tx: Tx, id: string, confirmation: Confirmation): Promise<boolean> => {
  const row = await tx.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.state === 'sent') return false;
  const { subscriptionId, stories, rolled, throughSeq } = fromRow(row);
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
    .set(({ eb, fn, val }) => ({
      cursor: fn<number>('max', ['cursor', val(throughSeq)]),
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

const writePassedOver = async (tx: Tx, id: string, nextRunMs: number): Promise<void> => {
  const unsent = tx.deleteFrom('delivery').where('id', '=', id).where('state', '<>', 'sent');
  const row = await unsent.returningAll().executeTakeFirst();
  if (row === undefined) return;
  const { subscriptionId, throughSeq, stories, rolled } = fromRow(row);
  await tx
    .updateTable('subscription')
    .set(({ fn, val }) => ({
      cursor: fn<number>('max', ['cursor', val(throughSeq)]),
      carried: listOf(rolled, awayOf(row), seqsOf(stories)),
      next_run_ms: nextRunMs,
    }))
    .where('id', '=', subscriptionId)
    .execute();
};

const writeCarried = async (tx: Tx, seq: number, subscriptionIds: readonly string[]): Promise<void> => {
  const among = sql`(SELECT value FROM json_each(${JSON.stringify(subscriptionIds)}))`;
  // Numbers are bound as reals, which JSON would hold as `4.0`.
  const whole = sql`CAST(${seq} AS INTEGER)`;
  const isPosted = (id: RawBuilder<unknown>) =>
    sql`EXISTS (SELECT 1 FROM delivered_article WHERE subscription_id = ${id} AND seq = ${seq})`;
  await sql`
    UPDATE subscription SET carried = json_insert(carried, '$[#]', ${whole})
    WHERE id IN ${among} AND start_seq < ${seq} AND NOT ${isPosted(sql`subscription.id`)}
      AND ${seq} NOT IN (SELECT value FROM json_each(carried))
      AND max(cursor, coalesce((
        SELECT max(through_seq) FROM delivery WHERE subscription_id = subscription.id AND state <> 'sent'
      ), 0)) >= ${seq}
  `.execute(tx);
  // What is under way leaves behind what it rolled, so it has to know as well.
  await sql`
    UPDATE delivery SET rolled = json_insert(rolled, '$[#]', ${whole})
    WHERE state <> 'sent' AND NOT ${isPosted(sql`delivery.subscription_id`)}
      AND ${seq} NOT IN (SELECT value FROM json_each(rolled))
      AND subscription_id IN (
        SELECT id FROM subscription WHERE id IN ${among} AND ${seq} IN (SELECT value FROM json_each(carried))
      )
  `.execute(tx);
};

const writeUpdated = async (tx: Tx, id: string, seq: number): Promise<void> => {
  const row = await tx.selectFrom('delivery').select('updated_seqs').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return;
  const updated = new Set([...(JSON.parse(row.updated_seqs) as number[]), seq]);
  const values = { updated_seqs: JSON.stringify([...updated]), edit_due: 1 };
  await tx.updateTable('delivery').set(values).where('id', '=', id).execute();
};
