/** `DeliveryLedger` over SQLite: what is read of deliveries, and the steps that write one row; see `delivery-steps.ts`. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Delivery, Development } from '../domain/delivery.ts';
import type { StoryArticles } from '../domain/digest.ts';
import type { Claim, Confirmation, DeliveryLedger, NewDevelopment, PlannedBy } from './delivery-ledger.ts';
import { type DeliveryRow, fromRow, toDevelopment } from './delivery-row.ts';
import {
  writeCarried,
  writeClaim,
  writeConfirmation,
  writeHeld,
  writeNarrowed,
  writePassedOver,
  writeTellings,
  writeUpdated,
} from './delivery-steps.ts';
import type { StateDatabase, StateTables } from './state-database.ts';
import { valueList } from './value-list.ts';

/** Over `state.db`. */
export const createDeliveryLedger = (db: StateDatabase): DeliveryLedger => new SqliteDeliveryLedger(db);

class SqliteDeliveryLedger implements DeliveryLedger {
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
    return this.#db.transaction().execute((tx) => writeHeld(tx, id, reason));
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

  async articlesInUse(sentSinceMs: number): Promise<number[]> {
    const { rows } = await sql<{ seq: number }>`
      WITH living AS (SELECT id, rolled FROM delivery WHERE state <> 'sent' OR sent_at_ms >= ${sentSinceMs})
      SELECT seq FROM delivered_article WHERE delivery_id IN (SELECT id FROM living)
      UNION SELECT value FROM living, json_each(living.rolled)
      UNION SELECT value FROM subscription, json_each(subscription.carried)
    `.execute(this.#db);
    return rows.map(({ seq }) => seq);
  }

  async posted(subscriptionId: string, seqs: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await this.#db
      .selectFrom('delivered_article')
      .select('seq')
      .where('subscription_id', '=', subscriptionId)
      .where('seq', 'in', valueList(seqs))
      .execute();
    return new Set(rows.map(({ seq }) => seq));
  }

  async postedBefore(subscriptionId: string, prints: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#db
      .selectFrom('posted_text')
      .select('print')
      .where('subscription_id', '=', subscriptionId)
      .where('print', 'in', valueList(prints))
      .execute();
    return new Set(rows.map(({ print }) => print));
  }

  carry(seq: number, subscriptionIds: readonly string[], sameText: readonly number[] = []): Promise<void> {
    return this.#db.transaction().execute((tx) => writeCarried(tx, seq, subscriptionIds, sameText));
  }

  markUpdated(id: string, seq: number): Promise<void> {
    return this.#db.transaction().execute((tx) => writeUpdated(tx, id, seq));
  }

  async postedSince(subscriptionIds: readonly string[], sinceMs: number): Promise<Delivery[]> {
    const posted = this.#all()
      .where('subscription_id', 'in', valueList(subscriptionIds))
      .where('sent_at_ms', '>=', sinceMs)
      .where('message_id', 'is not', null);
    return (await inOrder(posted)).reverse();
  }

  addTellings(
    id: string,
    lead: number,
    telling: StoryArticles,
    news: readonly NewDevelopment[] = [],
  ): Promise<void> {
    return this.#db.transaction().execute((tx) => writeTellings(tx, id, lead, telling, news));
  }

  async markEditDue(id: string): Promise<void> {
    await this.#db
      .updateTable('delivery')
      .set(({ eb }) => ({ edit_due: eb('edit_due', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  editsDue(editedBeforeMs: number): Promise<Delivery[]> {
    const due = this.#all().where(sql<boolean>`edit_due > 0`);
    return inOrder(
      due.where((where) =>
        where.or([where('edited_at_ms', 'is', null), where('edited_at_ms', '<=', editedBeforeMs)]),
      ),
    );
  }

  setEditedAt(id: string, editedAtMs: number | null): Promise<void> {
    return this.#set(id, { edited_at_ms: editedAtMs });
  }

  async edited({ id, editsDue }: Delivery): Promise<void> {
    await this.#db
      .updateTable('delivery')
      .set(({ eb }) => ({ edit_due: eb('edit_due', '-', editsDue) }))
      .where('id', '=', id)
      .execute();
  }

  publishesDue(): Promise<Delivery[]> {
    return inOrder(this.#all().where(sql<boolean>`publish_due = 1`));
  }

  published(id: string): Promise<void> {
    return this.#set(id, { publish_due: 0 });
  }

  async developments(): Promise<Development[]> {
    const rows = this.#db.selectFrom('development').selectAll().orderBy('claimed_at_ms').orderBy('id');
    return (await rows.execute()).map(toDevelopment);
  }

  async attemptDevelopment(id: string, nowMs: number): Promise<void> {
    await this.#db
      .updateTable('development')
      .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), attempted_at_ms: nowMs }))
      .where('id', '=', id)
      .execute();
  }

  async moveDevelopment(id: string, channelId: string): Promise<void> {
    await this.#db.updateTable('development').set({ channel_id: channelId }).where('id', '=', id).execute();
  }

  async settleDevelopment(id: string): Promise<void> {
    await this.#db.deleteFrom('development').where('id', '=', id).execute();
  }

  async revision(): Promise<number | null> {
    const mark = this.#db.selectFrom('digest_mark').select('value').where('name', '=', 'revision');
    return (await mark.executeTakeFirst())?.value ?? null;
  }

  async setRevision(revision: number, nowMs: number): Promise<void> {
    await this.#db
      .insertInto('digest_mark')
      .values([
        { name: 'revision', value: revision },
        { name: 'revision_at_ms', value: nowMs },
      ])
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
      )
      .execute();
  }

  #all() {
    return this.#db.selectFrom('delivery').selectAll();
  }

  async #set(id: string, values: Partial<DeliveryRow>): Promise<void> {
    await this.#db.updateTable('delivery').set(values).where('id', '=', id).execute();
  }
}

const inOrder = async (
  query: SelectQueryBuilder<StateTables, 'delivery', DeliveryRow>,
): Promise<Delivery[]> => (await query.orderBy('claimed_at_ms').orderBy('id').execute()).map(fromRow);
