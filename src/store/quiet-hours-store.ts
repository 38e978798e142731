/** The hours in which subscriptions post nothing and people get no messages. Null: none. */
import { ALERT_DAYS } from '../domain/alert.ts';
import { DAY_MS } from '../domain/durations.ts';
import { isQuiet, type QuietHours } from '../domain/quiet-hours.ts';
import { countDeleted } from './row-counts.ts';
import type { StateDatabase } from './state-tables.ts';

interface Row {
  readonly from_minute: number;
  readonly to_minute: number;
  readonly timezone: string;
}

const fromRow = ({ from_minute, to_minute, timezone }: Row): QuietHours => ({
  fromMinute: from_minute,
  toMinute: to_minute,
  timezone,
});

const toRow = ({ fromMinute, toMinute, timezone }: QuietHours): Row => ({
  from_minute: fromMinute,
  to_minute: toMinute,
  timezone,
});

/** Over `state.db`. */
export const createQuietHoursStore = (db: StateDatabase, now: () => number) => ({
  async ofSubscription(id: string): Promise<QuietHours | null> {
    const of = db.selectFrom('quiet_subscription').selectAll().where('subscription_id', '=', id);
    const row = await of.executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  },
  async setSubscription(id: string, hours: QuietHours | null): Promise<void> {
    if (hours === null) await db.deleteFrom('quiet_subscription').where('subscription_id', '=', id).execute();
    else
      await db
        .insertInto('quiet_subscription')
        .values({ subscription_id: id, ...toRow(hours) })
        .onConflict((conflict) => conflict.column('subscription_id').doUpdateSet(toRow(hours)))
        .execute();
  },
  /** The subscriptions that are quiet at that moment. */
  async quietSubscriptions(atMs: number): Promise<ReadonlySet<string>> {
    const rows = await db.selectFrom('quiet_subscription').selectAll().execute();
    return new Set(rows.filter((row) => isQuiet(fromRow(row), atMs)).map((row) => row.subscription_id));
  },
  /** Asking counts as use. */
  async ofPerson(userId: string): Promise<QuietHours | null> {
    const using = db.updateTable('quiet_person').set({ used_ms: now() }).where('user_id', '=', userId);
    const row = await using.returningAll().executeTakeFirst();
    return row === undefined ? null : fromRow(row);
  },
  async setPerson(userId: string, hours: QuietHours | null): Promise<void> {
    if (hours === null) {
      await this.forgetPerson(userId);
      return;
    }
    const values = { ...toRow(hours), used_ms: now() };
    await db
      .insertInto('quiet_person')
      .values({ user_id: userId, ...values })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
      .execute();
  },
  /** Deletes those of people who did not use alerts for `ALERT_DAYS`. */
  async purge(): Promise<void> {
    const longAgo = now() - ALERT_DAYS * DAY_MS;
    await db.deleteFrom('quiet_person').where('used_ms', '<', longAgo).execute();
  },
  /** How many there were. */
  async forgetPerson(userId: string): Promise<number> {
    const deleting = db.deleteFrom('quiet_person').where('user_id', '=', userId);
    return countDeleted(deleting);
  },
});

export type QuietHoursStore = ReturnType<typeof createQuietHoursStore>;
