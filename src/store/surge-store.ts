/** Who is to be notified of a surge of which subscription's topic. */
import { countDeleted, countFound } from './row-counts.ts';
import { sqlOf } from './sql-of.ts';
import type { StateDatabase } from './state-tables.ts';
import { type Notice, noticeRow } from './subscription-store.ts';

export interface SurgeWatch {
  readonly subscriptionId: string;
  readonly userId: string;
}

/** Over `state.db`. */
export const createSurgeStore = (db: StateDatabase) => ({
  /** Begins to watch for the person, or ends it. Out: whether they are notified from now on. */
  toggle: ({ subscriptionId, userId }: SurgeWatch): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      await sqlOf(tx).holdName(`surge watch of ${userId}`).execute(tx);
      const ending = tx
        .deleteFrom('surge_watch')
        .where('subscription_id', '=', subscriptionId)
        .where('user_id', '=', userId);
      if ((await countDeleted(ending)) > 0) return false;
      const row = { subscription_id: subscriptionId, user_id: userId, told_ms: 0 };
      await tx.insertInto('surge_watch').values(row).execute();
      return true;
    }),
  /** How many topics the person watches. */
  countOfPerson: (userId: string): Promise<number> =>
    countFound(db.selectFrom('surge_watch').where('user_id', '=', userId)),
  /** Out: how many topics they watched. */
  forgetPerson: (userId: string): Promise<number> =>
    countDeleted(db.deleteFrom('surge_watch').where('user_id', '=', userId)),
  /** Those who were last notified before that moment, or never. */
  async notNotifiedSince(ms: number): Promise<SurgeWatch[]> {
    const rows = await db.selectFrom('surge_watch').selectAll().where('told_ms', '<', ms).execute();
    return rows.map(({ subscription_id, user_id }) => ({ subscriptionId: subscription_id, userId: user_id }));
  },
  /** Notes a notice for the person, and that they were notified, at once. */
  notify: (notice: Notice, nowMs: number): Promise<void> =>
    db.transaction().execute(async (tx) => {
      const { subscriptionId, userId } = notice;
      await tx.insertInto('notice').values(noticeRow(notice, nowMs)).execute();
      await tx
        .updateTable('surge_watch')
        .set({ told_ms: nowMs })
        .where('subscription_id', '=', subscriptionId)
        .where('user_id', '=', userId)
        .execute();
    }),
});

export type SurgeStore = ReturnType<typeof createSurgeStore>;
