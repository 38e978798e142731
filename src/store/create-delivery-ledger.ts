/** `DeliveryLedger` over the state's database: what is read of deliveries, and the steps that write one row; see `delivery-steps.ts`. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Delivery, Development } from '../domain/delivery.ts';
import type { StoryArticles } from '../domain/digest.ts';
import type { StateReason } from '../domain/state-reason.ts';
import type {
  BySubscription,
  Claim,
  Confirmation,
  DeliveryLedger,
  NewDevelopment,
  PlannedBy,
  SeqRange,
} from './delivery-ledger.ts';
import { type DeliveryRow, toDelivery, toDevelopment } from './delivery-row.ts';
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
import { sqlOf, textList } from './sql-of.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

/** Over `state.db`, or its tables in PostgreSQL. */
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

  hold(id: string, reason: StateReason): Promise<void> {
    return this.#db.transaction().execute((tx) => writeHeld(tx, id, reason));
  }

  reopen(id: string, nowMs: number): Promise<boolean> {
    return this.#open(id, { attempted_at_ms: nowMs });
  }

  postAgain(id: string): Promise<boolean> {
    return this.#open(id, { attempts: 0 });
  }

  async #open(id: string, tries: { attempted_at_ms: number } | { attempts: number }): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('delivery')
      .set({ state: 'open', ...tries })
      .where('id', '=', id)
      .where('state', '=', 'held')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async get(id: string): Promise<Delivery | null> {
    const row = await this.#all().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toDelivery(row);
  }

  unfinished(): Promise<Delivery[]> {
    return inOrder(this.#all().where('state', '<>', 'sent'));
  }

  ofArticle(seq: number): Promise<Delivery[]> {
    const holding = this.#db.selectFrom('delivered_article').select('delivery_id').where('seq', '=', seq);
    return inOrder(this.#all().where('id', 'in', holding));
  }

  async articlesInUse(sentSinceMs: number): Promise<number[]> {
    const { items } = sqlOf(this.#db);
    const { rows } = await sql<{ seq: number }>`
      WITH living AS (SELECT id, rolled FROM delivery WHERE state <> 'sent' OR sent_at_ms >= ${sentSinceMs})
      SELECT seq FROM delivered_article WHERE delivery_id IN (SELECT id FROM living)
      UNION SELECT CAST(value AS BIGINT) FROM living, ${items(sql`living.rolled`)}
      UNION SELECT CAST(value AS BIGINT) FROM subscription, ${items(sql`subscription.carried`)}
    `.execute(this.#db);
    return rows.map(({ seq }) => seq);
  }

  async posted(among: BySubscription<SeqRange>): Promise<BySubscription<ReadonlySet<number>>> {
    if (among.size === 0) return new Map();
    const ranges = Array.from(among, ([id, { from, through }]) => ({ id, from, through }));
    const { rows } = await sql<{ id: string; seq: number }>`
      SELECT subscription_id AS id, seq
      FROM (
        SELECT value ->> 'id' AS id, CAST(value ->> 'from' AS BIGINT) AS lowest,
          CAST(value ->> 'through' AS BIGINT) AS highest
        FROM ${sqlOf(this.#db).objects(sql`${JSON.stringify(ranges)}`)}
      ) AS wanted
      CROSS JOIN delivered_article
      WHERE subscription_id = wanted.id AND seq BETWEEN wanted.lowest AND wanted.highest
    `.execute(this.#db);
    const found = new Map<string, Set<number>>();
    for (const { id, seq } of rows) found.getOrInsertComputed(id, () => new Set()).add(seq);
    return found;
  }

  async postedBefore(wanted: BySubscription<Iterable<string>>): Promise<BySubscription<ReadonlySet<string>>> {
    const ids = textList(this.#db, [...wanted.keys()]);
    const posted = this.#db.selectFrom('posted_text').where('subscription_id', 'in', ids);
    const found = new Map<string, ReadonlySet<string>>();
    for (const { subscription_id: id } of await posted.select('subscription_id').distinct().execute()) {
      const among = textList(this.#db, [...wanted.get(id)!]);
      const rows = await this.#db
        .selectFrom('posted_text')
        .select('print')
        .where('subscription_id', '=', id)
        .where('print', 'in', among)
        .execute();
      found.set(id, new Set(rows.map(({ print }) => print)));
    }
    return found;
  }

  carry(seq: number, subscriptionIds: readonly string[], sameText: readonly number[] = []): Promise<void> {
    return this.#db.transaction().execute((tx) => writeCarried(tx, seq, subscriptionIds, sameText));
  }

  markUpdated(id: string, seq: number): Promise<void> {
    return this.#db.transaction().execute((tx) => writeUpdated(tx, id, seq));
  }

  async postedSince(subscriptionIds: readonly string[], sinceMs: number): Promise<Delivery[]> {
    const posted = this.#all()
      .where('subscription_id', 'in', textList(this.#db, subscriptionIds))
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
    const due = this.#all().where('message_id', 'is not', null).where(sql<boolean>`edit_due > 0`);
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
): Promise<Delivery[]> => (await query.orderBy('claimed_at_ms').orderBy('id').execute()).map(toDelivery);
