/** Alerts: questions that wait for an answer, with their owners and states. Every step is one transaction on disk. */
import { type Selectable, sql } from 'kysely';
import { ALERT_DAYS, type Alert, MAX_ALERTS } from '../domain/alert.ts';
import { DAY_MS } from '../domain/durations.ts';
import type { QueryPiece } from '../domain/query.ts';
import { columnMap } from './column-map.ts';
import { countDeleted } from './row-counts.ts';
import { larger, sqlOf, textList } from './sql-of.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

/** `known`: the person has this question already, with its answer due in the same place. `full`: they have `MAX_ALERTS`. */
type Added = 'added' | 'known' | 'full';

type NewAlert = Pick<
  Alert,
  'id' | 'userId' | 'place' | 'question' | 'text' | 'also' | 'startSeq' | 'language'
>;

const ALERT = columnMap({
  id: 'id',
  userId: 'user_id',
  question: 'question',
  text: 'text',
  createdAtMs: 'created_at_ms',
  startSeq: 'start_seq',
  cursor: 'cursor',
  state: 'state',
  foundAtMs: 'found_at_ms',
  attempts: 'attempts',
  attemptedAtMs: 'attempted_at_ms',
  language: 'language',
});

const fromRow = (row: Selectable<StateTables['alert']>): Alert => ({
  ...ALERT.fromRow(row),
  place:
    row.guild_id === null || row.channel_id === null
      ? null
      : { guildId: row.guild_id, channelId: row.channel_id },
  also: JSON.parse(row.also) as QueryPiece[],
});

/** Over `state.db`. */
export const createAlertStore = (db: StateDatabase, now: () => number) => {
  const all = () => db.selectFrom('alert').selectAll().orderBy('created_at_ms').orderBy('id');
  const change = (id: string) => db.updateTable('alert').where('id', '=', id);
  const ofPerson = async (userId: string): Promise<Alert[]> =>
    (await all().where('user_id', '=', userId).execute()).map(fromRow);
  return {
    async add(alert: NewAlert): Promise<Added> {
      const { userId, place, text } = alert;
      const also = JSON.stringify(alert.also);
      const channelId = place?.channelId ?? null;
      return db.transaction().execute(async (tx): Promise<Added> => {
        await sqlOf(tx).holdName(`alerts of ${userId}`).execute(tx);
        const own = await tx.selectFrom('alert').selectAll().where('user_id', '=', userId).execute();
        const isKnown = (other: Selectable<StateTables['alert']>): boolean =>
          other.text === text && other.also === also && other.channel_id === channelId;
        if (own.some(isKnown)) return 'known';
        if (own.length >= MAX_ALERTS) return 'full';
        const open = { state: 'open', foundAtMs: null, attempts: 0, attemptedAtMs: 0 } as const;
        const row = ALERT.toRow({ ...alert, ...open, createdAtMs: now(), cursor: alert.startSeq });
        const asked = { guild_id: place?.guildId ?? null, channel_id: channelId, also, used_at_ms: now() };
        await tx
          .insertInto('alert')
          .values({ ...row, ...asked })
          .execute();
        return 'added';
      });
    },
    async get(id: string): Promise<Alert | null> {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },
    /** Oldest first. */
    ofPerson,
    /** Notes that the person opened their list of alerts. */
    async used(userId: string): Promise<void> {
      await db.updateTable('alert').set({ used_at_ms: now() }).where('user_id', '=', userId).execute();
    },
    /** Deletes an alert of the person. False if they have none with that id. */
    async end(userId: string, id: string): Promise<boolean> {
      const deleting = db.deleteFrom('alert').where('id', '=', id).where('user_id', '=', userId);
      return (await countDeleted(deleting)) > 0;
    },
    /** Open alerts whose cursor is before `lastSeq`. */
    async toAsk(lastSeq: number): Promise<Alert[]> {
      const rows = await all().where('state', '=', 'open').where('cursor', '<', lastSeq).execute();
      return rows.map(fromRow);
    },
    /** Moves the cursor of these alerts: no article up to `through` answers them. */
    async asked(ids: readonly string[], through: number): Promise<void> {
      await db
        .updateTable('alert')
        .set({ cursor: larger('cursor', through) })
        .where('id', 'in', textList(db, ids))
        .execute();
    },
    /** An answer was found and is to be sent. Does nothing unless the alert is open. */
    async found(id: string): Promise<void> {
      const values = { state: 'found', found_at_ms: now(), attempts: 0 } as const;
      await change(id).set(values).where('state', '=', 'open').execute();
    },
    /** The article with the answer was removed before it was sent: the alert is open again. */
    async reopen(id: string): Promise<void> {
      await change(id).set({ state: 'open', found_at_ms: null }).execute();
    },
    /** Alerts in the state `found`. */
    async toSend(): Promise<Alert[]> {
      return (await all().where('state', '=', 'found').execute()).map(fromRow);
    },
    /** Notes an attempt to send the answer, before it is made. */
    async attempt(id: string): Promise<void> {
      await change(id).set({ attempts: sql`attempts + 1`, attempted_at_ms: now() }).execute();
    },
    /** Has the alert answered by direct message instead. Does nothing if it is in another state. */
    async moveToDirect(id: string, state: 'open' | 'found'): Promise<void> {
      const values = { guild_id: null, channel_id: null, attempts: 0 };
      await change(id).set(values).where('state', '=', state).execute();
    },
    /** The answer cannot be sent: it is shown under the person's next command. */
    async wait(id: string): Promise<void> {
      await change(id).set({ state: 'waiting' }).execute();
    },
    async waiting(userId: string): Promise<Alert[]> {
      const rows = await all().where('user_id', '=', userId).where('state', '=', 'waiting').execute();
      return rows.map(fromRow);
    },
    /** Discord confirmed the answer: deletes the alert. */
    async close(id: string): Promise<void> {
      await db.deleteFrom('alert').where('id', '=', id).execute();
    },
    /** Deletes alerts whose owner has not opened their list for `ALERT_DAYS`. */
    async purge(): Promise<void> {
      await db
        .deleteFrom('alert')
        .where('used_at_ms', '<', now() - ALERT_DAYS * DAY_MS)
        .execute();
    },
    /** Deletes all alerts of the person; how many there were. */
    forgetPerson: (userId: string): Promise<number> =>
      countDeleted(db.deleteFrom('alert').where('user_id', '=', userId)),
    async forgetGuild(guildId: string): Promise<void> {
      await db.deleteFrom('alert').where('guild_id', '=', guildId).execute();
    },
  };
};

export type AlertStore = ReturnType<typeof createAlertStore>;
