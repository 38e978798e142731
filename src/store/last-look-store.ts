/** How far each member has seen a topic's timeline, so that the next look goes on from there. Over `state.db`. */
import { DAY_MS } from '../domain/durations.ts';
import { countDeleted, countFound } from './row-counts.ts';
import type { StateDatabase } from './state-tables.ts';

/** A look is forgotten when it was not used for this many days. */
export const LAST_LOOK_DAYS = 90;

/** Of each person, the latest; older ones are forgotten. */
const KEPT_A_PERSON = 100;

interface LastLook {
  /** The largest number of an article that was looked through. */
  readonly through: number;
  readonly lookedMs: number;
}

/** Equal for one topic, however it was typed. */
const topicKey = (topic: string): string => topic.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export const createLastLookStore = (db: StateDatabase, now: () => number) => {
  const oldest = (): number => now() - LAST_LOOK_DAYS * DAY_MS;
  const live = (userId: string) =>
    db.selectFrom('last_look').where('user_id', '=', userId).where('looked_ms', '>', oldest());
  return {
    async find(userId: string, topic: string): Promise<LastLook | null> {
      const row = await live(userId).selectAll().where('topic', '=', topicKey(topic)).executeTakeFirst();
      return row === undefined ? null : { through: row.through, lookedMs: row.looked_ms };
    },
    async record(userId: string, topic: string, through: number): Promise<void> {
      const row = { user_id: userId, topic: topicKey(topic), through, looked_ms: now() };
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('last_look')
          .values(row)
          .onConflict((conflict) => conflict.columns(['user_id', 'topic']).doUpdateSet(row))
          .execute();
        const kept = tx
          .selectFrom('last_look')
          .select('topic')
          .where('user_id', '=', userId)
          .orderBy('looked_ms', 'desc')
          .limit(KEPT_A_PERSON);
        await tx
          .deleteFrom('last_look')
          .where('user_id', '=', userId)
          .where('topic', 'not in', kept)
          .execute();
      });
    },
    /** The topics a person looked at, newest first, at most `limit`, and how many there are. */
    async ofPerson(
      userId: string,
      limit: number,
    ): Promise<{ readonly count: number; readonly newest: readonly string[] }> {
      const rows = await live(userId).select('topic').orderBy('looked_ms', 'desc').limit(limit).execute();
      return { count: await countFound(live(userId)), newest: rows.map(({ topic }) => topic) };
    },
    forgetPerson: (userId: string): Promise<number> =>
      countDeleted(db.deleteFrom('last_look').where('user_id', '=', userId)),
    /** Forgets looks that are too old; how many. */
    purge: (): Promise<number> => countDeleted(db.deleteFrom('last_look').where('looked_ms', '<=', oldest())),
  };
};

export type LastLookStore = ReturnType<typeof createLastLookStore>;
