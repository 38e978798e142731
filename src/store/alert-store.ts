/** Questions that wait for an answer, whose they are, and how far each got. Every step is one transaction on disk. */
import { type Selectable, sql } from 'kysely';
import { ALERT_DAYS, type Alert, MAX_ALERTS } from '../domain/alert.ts';
import type { AlertTables } from './migrations/012-alerts.ts';
import type { StateDatabase } from './state-database.ts';
import { valueList } from './value-list.ts';

const DAY_MS = 86_400_000;

/** `known`: the person has that question there already; `full`: as many as anyone may have. */
export type Added = 'added' | 'known' | 'full';

export interface AlertStore {
  add(
    alert: Pick<Alert, 'id' | 'userId' | 'place' | 'question' | 'text' | 'startSeq' | 'language'>,
  ): Promise<Added>;
  get(id: string): Promise<Alert | null>;
  /** Oldest first. */
  ofPerson(userId: string): Promise<Alert[]>;
  /** Notes that the person looked after theirs. */
  used(userId: string): Promise<void>;
  /** Deletes one of the person's. False where they have none of that id. */
  end(userId: string, id: string): Promise<boolean>;
  /** Open ones that were not asked of the article `lastSeq` yet. */
  toAsk(lastSeq: number): Promise<Alert[]>;
  /** These were asked of every article up to there. */
  asked(ids: readonly string[], through: number): Promise<void>;
  /** An answer was found, and is to be sent. Does nothing where it is not open. */
  found(id: string): Promise<void>;
  /** The answer is gone before it was sent. */
  reopen(id: string): Promise<void>;
  /** Those whose answer is to be sent. */
  toSend(): Promise<Alert[]>;
  /** Notes a try, before it is made. */
  attempt(id: string): Promise<void>;
  /** It is answered by direct message instead. Does nothing where it is in another state. */
  moveToDirect(id: string, state: 'open' | 'found'): Promise<void>;
  /** It cannot be sent: the person hears of it at their next command. */
  wait(id: string): Promise<void>;
  waiting(userId: string): Promise<Alert[]>;
  /** Discord has its answer: it is done. */
  close(id: string): Promise<void>;
  /** Deletes those that nobody looked after for `ALERT_DAYS`. */
  purge(): Promise<void>;
  /** How many there were. */
  forgetPerson(userId: string): Promise<number>;
  forgetGuild(guildId: string): Promise<void>;
}

const fromRow = (row: Selectable<AlertTables['alert']>): Alert => ({
  id: row.id,
  userId: row.user_id,
  place:
    row.guild_id === null || row.channel_id === null
      ? null
      : { guildId: row.guild_id, channelId: row.channel_id },
  question: row.question,
  text: row.text,
  createdAtMs: row.created_at_ms,
  startSeq: row.start_seq,
  cursor: row.cursor,
  state: row.state,
  foundAtMs: row.found_at_ms,
  attempts: row.attempts,
  attemptedAtMs: row.attempted_at_ms,
  language: row.language,
});

/** Over `state.db`. */
export const createAlertStore = (db: StateDatabase, now: () => number): AlertStore => {
  const all = () => db.selectFrom('alert').selectAll().orderBy('created_at_ms').orderBy('id');
  const change = (id: string) => db.updateTable('alert').where('id', '=', id);
  const ofPerson = async (userId: string): Promise<Alert[]> =>
    (await all().where('user_id', '=', userId).execute()).map(fromRow);
  return {
    async add({ id, userId, place, question, text, startSeq, language }) {
      const channelId = place?.channelId ?? null;
      return db.transaction().execute(async (tx): Promise<Added> => {
        const own = await tx.selectFrom('alert').selectAll().where('user_id', '=', userId).execute();
        if (own.some((other) => other.text === text && other.channel_id === channelId)) return 'known';
        if (own.length >= MAX_ALERTS) return 'full';
        const row = {
          id,
          user_id: userId,
          guild_id: place?.guildId ?? null,
          channel_id: channelId,
          question,
          text,
          created_at_ms: now(),
          used_at_ms: now(),
          start_seq: startSeq,
          cursor: startSeq,
          state: 'open' as const,
          found_at_ms: null,
          attempts: 0,
          attempted_at_ms: 0,
          language,
        };
        await tx.insertInto('alert').values(row).execute();
        return 'added';
      });
    },
    async get(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },
    ofPerson,
    async used(userId) {
      await db.updateTable('alert').set({ used_at_ms: now() }).where('user_id', '=', userId).execute();
    },
    async end(userId, id) {
      const deleting = db.deleteFrom('alert').where('id', '=', id).where('user_id', '=', userId);
      return (await deleting.executeTakeFirst()).numDeletedRows > 0n;
    },
    async toAsk(lastSeq) {
      const rows = await all().where('state', '=', 'open').where('cursor', '<', lastSeq).execute();
      return rows.map(fromRow);
    },
    async asked(ids, through) {
      await db
        .updateTable('alert')
        .set({ cursor: sql`max(cursor, ${through})` })
        .where('id', 'in', valueList(ids))
        .execute();
    },
    async found(id) {
      const values = { state: 'found', found_at_ms: now(), attempts: 0 } as const;
      await change(id).set(values).where('state', '=', 'open').execute();
    },
    async reopen(id) {
      await change(id).set({ state: 'open', found_at_ms: null }).execute();
    },
    async toSend() {
      return (await all().where('state', '=', 'found').execute()).map(fromRow);
    },
    async attempt(id) {
      await change(id).set({ attempts: sql`attempts + 1`, attempted_at_ms: now() }).execute();
    },
    async moveToDirect(id, state) {
      const values = { guild_id: null, channel_id: null, attempts: 0 };
      await change(id).set(values).where('state', '=', state).execute();
    },
    async wait(id) {
      await change(id).set({ state: 'waiting' }).execute();
    },
    async waiting(userId) {
      const rows = await all().where('user_id', '=', userId).where('state', '=', 'waiting').execute();
      return rows.map(fromRow);
    },
    async close(id) {
      await db.deleteFrom('alert').where('id', '=', id).execute();
    },
    async purge() {
      await db
        .deleteFrom('alert')
        .where('used_at_ms', '<', now() - ALERT_DAYS * DAY_MS)
        .execute();
    },
    async forgetPerson(userId) {
      const { numDeletedRows } = await db
        .deleteFrom('alert')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async forgetGuild(guildId) {
      await db.deleteFrom('alert').where('guild_id', '=', guildId).execute();
    },
  };
};
