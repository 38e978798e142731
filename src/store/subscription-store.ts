/** What channels subscribed to, how far each has got, and whom to notify of what. In: subscriptions. Out: those that are due. */
import { sql, type UpdateObject } from 'kysely';
import type { StateReason } from '../domain/state-reason.ts';
import type { Subscription, SubscriptionSettings, SubscriptionState } from '../domain/subscription.ts';
import { type Message, sentence } from '../language/message.ts';
import { countDeleted, countFound, hasUpdated } from './row-counts.ts';
import { sqlOf } from './sql-of.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';
import { settingsRow, toRow, toSubscription } from './subscription-row.ts';

/** A notice for a person, sent once. */
export interface Notice {
  /** At most 25 letters and digits: the nonce of the message. */
  readonly id: string;
  readonly userId: string;
  readonly subscriptionId: string;
  readonly said: Message;
}

/** One that waits, with the language of its subscription. */
export type WaitingNotice = Notice & Pick<Subscription, 'language'>;

/** How far a subscription got without posting anything. */
export interface Progress {
  readonly id: string;
  /** When it was due, as it was read; if that is another moment by now, its settings changed, and it stays as it is. */
  readonly dueMs: number;
  readonly cursor: number;
  /** What is carried over from now on; absent, that stays as it is. */
  readonly carried?: readonly number[];
  readonly nextRunMs: number;
}

export const noticeRow = ({ id, userId, subscriptionId, said }: Notice, nowMs: number) => ({
  id,
  user_id: userId,
  subscription_id: subscriptionId,
  text: JSON.stringify(said),
  created_at_ms: nowMs,
});

/** Earlier builds kept the sentence itself. */
const saidIn = (text: string): Message => (text.startsWith('{') ? JSON.parse(text) : sentence`${text}`);

/** Over `state.db`. */
export const createSubscriptionStore = (db: StateDatabase) => {
  const all = () => db.selectFrom('subscription').selectAll();
  const set = (id: string, values: UpdateObject<StateTables, 'subscription'>): Promise<boolean> =>
    hasUpdated(db.updateTable('subscription').set(values).where('id', '=', id));
  return {
    async add(subscription: Subscription): Promise<void> {
      await db.insertInto('subscription').values(toRow(subscription)).execute();
    },
    async get(id: string): Promise<Subscription | null> {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toSubscription(row);
    },
    /** Oldest first. */
    async ofGuild(guildId: string): Promise<Subscription[]> {
      const of = all().where('guild_id', '=', guildId).orderBy('created_at_ms').orderBy('id');
      return (await of.execute()).map(toSubscription);
    },
    async all(): Promise<Subscription[]> {
      return (await all().execute()).map(toSubscription);
    },
    /** How many this person set up, in all servers. */
    countSetUpBy: (userId: string): Promise<number> =>
      countFound(db.selectFrom('subscription').where('created_by', '=', userId)),
    /**
     * Active ones whose moment has come and that have no delivery under way, longest due first. Of those that post on
     * arrival only the ones that have not looked at `lastSeq` yet, or hold articles carried over.
     */
    async due(nowMs: number, lastSeq: number): Promise<Subscription[]> {
      const rows = await all()
        .where('state', '=', 'active')
        .where('next_run_ms', '<=', nowMs)
        .where(({ or, eb }) =>
          or([eb('cadence', '<>', 'arrival'), eb('cursor', '<', lastSeq), eb('carried', '<>', '[]')]),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('delivery')
                .select('delivery.id')
                .whereRef('delivery.subscription_id', '=', 'subscription.id')
                .where('delivery.state', '<>', 'sent'),
            ),
          ),
        )
        .orderBy('next_run_ms')
        .execute();
      return rows.map(toSubscription);
    },
    /**
     * New settings, with the next moment. One that is due at `nowMs` stays due, by its new settings: no plan made
     * before holds for it any more. One that posts on arrival has no moment to miss. False if it is gone.
     */
    change(id: string, settings: SubscriptionSettings, nextRunMs: number, nowMs: number): Promise<boolean> {
      // What is due stays due, but 1 ms earlier: plans made before the change are for another moment, and are refused.
      const next = sql<number>`
        CASE WHEN state = 'active' AND cadence <> 'arrival' AND next_run_ms <= ${nowMs}
          THEN next_run_ms - 1 ELSE ${nextRunMs} END`;
      return set(id, { ...settingsRow(settings), next_run_ms: next });
    },
    /** Other tags, and nothing else. False if it is gone. */
    setTags: (id: string, tagIds: readonly string[]): Promise<boolean> =>
      set(id, { tag_ids: JSON.stringify(tagIds) }),
    /** False if it is gone. `nextRunMs` stays if it is not given. */
    setState(
      id: string,
      state: SubscriptionState,
      reason: StateReason | null,
      nextRunMs?: number,
    ): Promise<boolean> {
      const next = nextRunMs === undefined ? {} : { next_run_ms: nextRunMs };
      return set(id, { state, state_reason: reason && JSON.stringify(reason), ...next });
    },
    /**
     * Nothing matched, or nothing was to be said: moves cursors and schedules on, all at once. A cursor that was moved
     * further meanwhile stays there. `carried` is not for a subscription with a delivery under way.
     */
    async pass(progress: readonly Progress[]): Promise<void> {
      if (progress.length === 0) return;
      // One statement however many there are, so that the event loop is not held up.
      await sql`
        UPDATE subscription SET
          cursor = CASE WHEN subscription.cursor < made.cursor THEN made.cursor ELSE subscription.cursor END,
          carried = coalesce(made.carried, subscription.carried),
          next_run_ms = made.next_run_ms
        FROM (
          SELECT value ->> 'id' AS id, value ->> 'carried' AS carried, CAST(value ->> 'cursor' AS BIGINT) AS cursor,
            CAST(value ->> 'nextRunMs' AS BIGINT) AS next_run_ms, CAST(value ->> 'dueMs' AS BIGINT) AS due_ms
          FROM ${sqlOf(db).objects(sql`${JSON.stringify(progress)}`)}
        ) AS made
        WHERE subscription.id = made.id AND subscription.next_run_ms = made.due_ms`.execute(db);
    },
    /** With all that was posted to it. False if it was gone. */
    async remove(id: string): Promise<boolean> {
      return (await countDeleted(db.deleteFrom('subscription').where('id', '=', id))) > 0;
    },
    async forgetGuild(guildId: string): Promise<void> {
      await db.deleteFrom('subscription').where('guild_id', '=', guildId).execute();
    },
    /** The time zone chosen last in this server, or null. */
    async lastTimezone(guildId: string): Promise<string | null> {
      const of = db.selectFrom('subscription').select('timezone').where('guild_id', '=', guildId);
      return (await of.orderBy('created_at_ms', 'desc').executeTakeFirst())?.timezone ?? null;
    },
    /** The language of the subscription this person set up last, or null. */
    async lastLanguage(userId: string): Promise<string | null> {
      const of = db.selectFrom('subscription').select('language').where('created_by', '=', userId);
      return (await of.orderBy('created_at_ms', 'desc').executeTakeFirst())?.language ?? null;
    },
    /** Notes a notice for someone; kept until `noticeSent`. */
    async notify(notice: Notice, nowMs: number): Promise<void> {
      await db.insertInto('notice').values(noticeRow(notice, nowMs)).execute();
    },
    async notices(): Promise<WaitingNotice[]> {
      const rows = await db
        .selectFrom('notice')
        .innerJoin('subscription', 'subscription.id', 'notice.subscription_id')
        .selectAll('notice')
        .select('subscription.language')
        .orderBy('notice.created_at_ms')
        .execute();
      return rows.map(({ id, user_id: userId, subscription_id: subscriptionId, text, language }) => ({
        id,
        userId,
        subscriptionId,
        said: saidIn(text),
        language,
      }));
    },
    async noticeSent(noticeId: string): Promise<void> {
      await db.deleteFrom('notice').where('id', '=', noticeId).execute();
    },
  };
};

export type SubscriptionStore = ReturnType<typeof createSubscriptionStore>;
