/**
 * The ledger of what was posted: a delivery claims its articles before anything is sent, and the subscription's
 * cursor moves only when Discord confirmed it. Every step is one transaction on disk, so a process may end anywhere.
 * Steps that write more than one row are in `delivery-steps.ts`.
 */
import { type SelectQueryBuilder, sql, type Transaction, type UpdateObject } from 'kysely';
import type { Delivery, Development } from '../domain/delivery.ts';
import type { StoryArticles } from '../domain/digest.ts';
import type { StateReason } from '../domain/state-reason.ts';
import { DEVELOPMENT, type DeliveryRow, toDelivery } from './delivery-row.ts';
import {
  type Claim,
  type Confirmation,
  type NewDevelopment,
  type PlannedBy,
  writeCarried,
  writeClaim,
  writeConfirmation,
  writeHeld,
  writeNarrowed,
  writePassedOver,
  writeTellings,
  writeUpdated,
} from './delivery-steps.ts';
import { hasUpdated } from './row-counts.ts';
import { sqlOf, textList } from './sql-of.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

/** By the id of a subscription. */
export type BySubscription<T> = ReadonlyMap<string, T>;

/** The articles from one number to another, both included. */
export interface SeqRange {
  readonly from: number;
  readonly through: number;
}

const inOrder = async (
  query: SelectQueryBuilder<StateTables, 'delivery', DeliveryRow>,
): Promise<Delivery[]> => (await query.orderBy('claimed_at_ms').orderBy('id').execute()).map(toDelivery);

/** Over `state.db`, or its tables in PostgreSQL. */
export const createDeliveryLedger = (db: StateDatabase) => {
  const all = () => db.selectFrom('delivery').selectAll();
  const step = <T>(write: (tx: Transaction<StateTables>) => Promise<T>): Promise<T> =>
    db.transaction().execute(write);
  const set = async (id: string, values: UpdateObject<StateTables, 'delivery'>): Promise<void> => {
    await db.updateTable('delivery').set(values).where('id', '=', id).execute();
  };
  const noteAttempt = async (of: 'delivery' | 'development', id: string, nowMs: number): Promise<void> => {
    const noted = { attempts: sql<number>`attempts + 1`, attempted_at_ms: nowMs };
    await db.updateTable(of).set(noted).where('id', '=', id).execute();
  };
  const openHeld = (
    id: string,
    tries: { attempted_at_ms: number } | { attempts: number },
  ): Promise<boolean> =>
    hasUpdated(
      db
        .updateTable('delivery')
        .set({ state: 'open', ...tries })
        .where('id', '=', id)
        .where('state', '=', 'held'),
    );
  return {
    /**
     * Writes the delivery and claims its articles, all or nothing. Returns false and writes nothing if the subscription is
     * gone, not active, has changed since the digest was planned, or has another delivery under way. Throws if an article
     * was claimed before.
     */
    claim: (claim: Claim, planned: PlannedBy): Promise<boolean> =>
      step((tx) => writeClaim(tx, claim, planned)),
    /** Notes a further attempt, before it is made. */
    attempt: (id: string, nowMs: number): Promise<void> => noteAttempt('delivery', id, nowMs),
    /**
     * Leaves only these stories in a delivery that was not sent yet. Its other articles are free again, and are carried over
     * once it is confirmed, so that one that comes back is in the next digest.
     */
    narrow: (id: string, stories: readonly StoryArticles[]): Promise<void> =>
      step((tx) => writeNarrowed(tx, id, stories)),
    /** Discord has it: closes the delivery, moves cursor and schedule, carries over what rolled. False if it is gone. */
    confirm: (id: string, confirmation: Confirmation): Promise<boolean> =>
      step((tx) => writeConfirmation(tx, id, confirmation)),
    /** The delivery was certainly not posted and will not be: frees its articles; the cursor stays. */
    async release(id: string): Promise<void> {
      await db.deleteFrom('delivery').where('id', '=', id).where('state', '<>', 'sent').execute();
    },
    /** All its articles are gone: as `release`, but cursor and schedule move on, and its articles are carried over. */
    passOver: (id: string, nextRunMs: number): Promise<void> =>
      step((tx) => writePassedOver(tx, id, nextRunMs)),
    /** Nobody can say whether it was posted: a manager is asked. */
    hold: (id: string, reason: StateReason): Promise<void> => step((tx) => writeHeld(tx, id, reason)),
    /** It turned out not to have been posted, and is tried now. False if it is not held (any more). */
    reopen: (id: string, nowMs: number): Promise<boolean> => openHeld(id, { attempted_at_ms: nowMs }),
    /** A manager said to post it again: open, with no attempt so far. False if it is not held (any more). */
    postAgain: (id: string): Promise<boolean> => openHeld(id, { attempts: 0 }),
    async get(id: string): Promise<Delivery | null> {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toDelivery(row);
    },
    /** Open and held ones, oldest first. */
    unfinished: (): Promise<Delivery[]> => inOrder(all().where('state', '<>', 'sent')),
    /** Every delivery that holds this article or a copy of it. */
    ofArticle(seq: number): Promise<Delivery[]> {
      const holding = db.selectFrom('delivered_article').select('delivery_id').where('seq', '=', seq);
      return inOrder(all().where('id', 'in', holding));
    },
    /**
     * The articles of deliveries that are under way or were sent since then, and articles that wait for a subscription's
     * next digest.
     */
    async articlesInUse(sentSinceMs: number): Promise<number[]> {
      const { items } = sqlOf(db);
      const { rows } = await sql<{ seq: number }>`
        WITH living AS (SELECT id, rolled FROM delivery WHERE state <> 'sent' OR sent_at_ms >= ${sentSinceMs})
        SELECT seq FROM delivered_article WHERE delivery_id IN (SELECT id FROM living)
        UNION SELECT CAST(value AS BIGINT) FROM living, ${items(sql`living.rolled`)}
        UNION SELECT CAST(value AS BIGINT) FROM subscription, ${items(sql`subscription.carried`)}
      `.execute(db);
      return rows.map(({ seq }) => seq);
    },
    /** By subscription: which articles of this range it has posted, as they are or as a copy. Absent if there are none. */
    async posted(among: BySubscription<SeqRange>): Promise<BySubscription<ReadonlySet<number>>> {
      if (among.size === 0) return new Map();
      const ranges = Array.from(among, ([id, { from, through }]) => ({ id, from, through }));
      const { rows } = await sql<{ id: string; seq: number }>`
        SELECT subscription_id AS id, seq
        FROM (
          SELECT value ->> 'id' AS id, CAST(value ->> 'from' AS BIGINT) AS lowest,
            CAST(value ->> 'through' AS BIGINT) AS highest
          FROM ${sqlOf(db).objects(sql`${JSON.stringify(ranges)}`)}
        ) AS wanted
        CROSS JOIN delivered_article
        WHERE subscription_id = wanted.id AND seq BETWEEN wanted.lowest AND wanted.highest
      `.execute(db);
      const found = new Map<string, Set<number>>();
      for (const { id, seq } of rows) found.getOrInsertComputed(id, () => new Set()).add(seq);
      return found;
    },
    /**
     * By subscription: which of these hashes (`articlePrint`) are of texts it posted from an `articles.db` that was lost
     * since. Absent if there are none. Only the hashes of subscriptions that posted from one are read.
     */
    async postedBefore(
      wanted: BySubscription<Iterable<string>>,
    ): Promise<BySubscription<ReadonlySet<string>>> {
      const ids = textList(db, [...wanted.keys()]);
      const posted = db.selectFrom('posted_text').where('subscription_id', 'in', ids);
      const found = new Map<string, ReadonlySet<string>>();
      for (const { subscription_id: id } of await posted.select('subscription_id').distinct().execute()) {
        const among = textList(db, [...wanted.get(id)!]);
        const rows = await db
          .selectFrom('posted_text')
          .select('print')
          .where('subscription_id', '=', id)
          .where('print', 'in', among)
          .execute();
        found.set(id, new Set(rows.map(({ print }) => print)));
      }
      return found;
    },
    /**
     * Carries the article over to the next digest of these subscriptions, except those that have posted it (or another of
     * `sameText`), whose cursor is before it, or that began after it.
     */
    carry: (
      seq: number,
      subscriptionIds: readonly string[],
      sameText: readonly number[] = [],
    ): Promise<void> => step((tx) => writeCarried(tx, seq, subscriptionIds, sameText)),
    /** The lead of a posted story changed: the delivery is due for an edit that marks the story as updated. */
    markUpdated: (id: string, seq: number): Promise<void> => step((tx) => writeUpdated(tx, id, seq)),
    /** Deliveries of these subscriptions that were posted since then and can be edited, the latest first. */
    async postedSince(subscriptionIds: readonly string[], sinceMs: number): Promise<Delivery[]> {
      const posted = all()
        .where('subscription_id', 'in', textList(db, subscriptionIds))
        .where('sent_at_ms', '>=', sinceMs)
        .where('message_id', 'is not', null);
      return (await inOrder(posted)).reverse();
    },
    /**
     * Adds articles to a posted story, which its lead names: they count as posted, and the delivery is due for an edit.
     * Articles that were posted before stay where they are, and are left out of `news`.
     */
    addTellings: (
      id: string,
      lead: number,
      telling: StoryArticles,
      news: readonly NewDevelopment[] = [],
    ): Promise<void> => step((tx) => writeTellings(tx, id, lead, telling, news)),
    /** An article of the delivery came back that its message may no longer show: it is due for an edit. */
    markEditDue: (id: string): Promise<void> => set(id, { edit_due: sql`edit_due + 1` }),
    /** Posted deliveries that are due for an edit, except those last edited after `editedBeforeMs`. */
    editsDue(editedBeforeMs: number): Promise<Delivery[]> {
      const due = all().where('message_id', 'is not', null).where(sql<boolean>`edit_due > 0`);
      return inOrder(
        due.where(({ eb, or }) =>
          or([eb('edited_at_ms', 'is', null), eb('edited_at_ms', '<=', editedBeforeMs)]),
        ),
      );
    },
    /** Notes when it is edited, before it is; `null` takes that back if the edit was not made. */
    setEditedAt: (id: string, editedAtMs: number | null): Promise<void> =>
      set(id, { edited_at_ms: editedAtMs }),
    /** Its message shows what `delivery` holds. If the stored delivery has changed since, it stays due. */
    edited: ({ id, editsDue }: Delivery): Promise<void> => set(id, { edit_due: sql`edit_due - ${editsDue}` }),
    /** Posted deliveries that are to be published. */
    publishesDue: (): Promise<Delivery[]> => inOrder(all().where(sql<boolean>`publish_due = 1`)),
    published: (id: string): Promise<void> => set(id, { publish_due: 0 }),
    /** News that is still to be posted under posts, oldest first. */
    async developments(): Promise<Development[]> {
      const rows = db.selectFrom('development').selectAll().orderBy('claimed_at_ms').orderBy('id');
      return (await rows.execute()).map(DEVELOPMENT.fromRow);
    },
    /** Notes an attempt to post it, before it is made. */
    attemptDevelopment: (id: string, nowMs: number): Promise<void> => noteAttempt('development', id, nowMs),
    /** Has it posted in another channel. */
    async moveDevelopment(id: string, channelId: string): Promise<void> {
      await db.updateTable('development').set({ channel_id: channelId }).where('id', '=', id).execute();
    },
    /** It was posted, or never will be: deletes it. */
    async settleDevelopment(id: string): Promise<void> {
      await db.deleteFrom('development').where('id', '=', id).execute();
    },
    /** The revision of articles up to which changes were looked at for edits; null before the first time. */
    async revision(): Promise<number | null> {
      const mark = db.selectFrom('digest_mark').select('value').where('name', '=', 'revision');
      return (await mark.executeTakeFirst())?.value ?? null;
    },
    async setRevision(revision: number, nowMs: number): Promise<void> {
      await db
        .insertInto('digest_mark')
        .values([
          { name: 'revision', value: revision },
          { name: 'revision_at_ms', value: nowMs },
        ])
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
        )
        .execute();
    },
  };
};

export type DeliveryLedger = ReturnType<typeof createDeliveryLedger>;
