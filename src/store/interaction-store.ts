/**
 * What buttons need to go on working after a restart: the question behind an answer, a search being paged. In: data a
 * command wants back. Out: an id for `customId`, and the data again until it expires.
 */

import type { Insertable } from 'kysely';
import type { z } from 'zod';
import { DAY_MS } from '../domain/durations.ts';
import { DatelineError } from '../domain/errors.ts';
import { counted, sentence } from '../language/message.ts';
import { createBatchWriter } from './batch-writer.ts';
import { countDeleted, countFound, hasUpdated } from './row-counts.ts';
import type { StateDatabase, StateTables } from './state-tables.ts';

/** Buttons that need something stored work this long; then what was stored is deleted. */
export const BUTTON_DAYS = 7;

/** Of what a person stored in the last minutes. */
const LOOKED_THROUGH = 20;

/** Stored data and whose it is. */
export interface Kept<T> {
  readonly id: string;
  readonly userId: string;
  readonly guildId: string | null;
  readonly data: T;
  readonly createdMs: number;
}

/** A person, and the server they are in; null for direct messages. */
interface Asker {
  readonly id: string;
  readonly guildId: string | null;
}

/** When what was stored at that moment is deleted, epoch milliseconds. */
export const expiryOf = ({ createdMs }: Pick<Kept<unknown>, 'createdMs'>): number =>
  createdMs + BUTTON_DAYS * DAY_MS;

const expired = (): DatelineError =>
  new DatelineError(
    'not_found',
    sentence`This button has expired: what was asked is kept for ${counted(BUTTON_DAYS, 'day')}. Please ask again.`,
  );

type Row = Insertable<StateTables['interactions']>;

const keptFrom = <T>(row: Row, data: T): Kept<T> => ({
  id: row.id,
  userId: row.user_id,
  guildId: row.guild_id ?? null,
  data,
  createdMs: row.created_ms,
});

/** Over `state.db`. `newId` gives an id nobody can guess, new each time. */
export const createInteractionStore = (db: StateDatabase, now: () => number, newId: () => string) => {
  const write = createBatchWriter<Row>((rows) =>
    db.transaction().execute(async (within) => {
      for (const row of rows) await within.insertInto('interactions').values(row).execute();
    }),
  );
  /** False if it is gone, or is marked so already. */
  const setMark = async (id: string, mark: string, isSet: boolean): Promise<boolean> => {
    const row = await db.selectFrom('interactions').select('data').where('id', '=', id).executeTakeFirst();
    const data = row && JSON.parse(row.data);
    if (row === undefined || (data[mark] === true) === isSet) return false;
    const marking = db
      .updateTable('interactions')
      .set({ data: JSON.stringify({ ...data, [mark]: isSet }) })
      .where('id', '=', id)
      .where('data', '=', row.data);
    return (await hasUpdated(marking)) || setMark(id, mark, isSet);
  };
  return {
    /**
     * Does the work once for what is stored under that id, however often and from where it is asked for, and marks that there:
     * `mark` is true in the data. Where the work fails, it may be done again. False if it was done, or is being done.
     */
    async once(id: string, mark: string, work: () => Promise<void>): Promise<boolean> {
      if (!(await setMark(id, mark, true))) return false;
      try {
        await work();
      } catch (error) {
        await setMark(id, mark, false);
        throw error;
      }
      return true;
    },
    /** Stores the data (JSON) for `BUTTON_DAYS`. The id has letters, digits, dashes and underscores, at most 20. */
    async keep(by: Asker, data: unknown): Promise<string> {
      const row = {
        id: newId(),
        user_id: by.id,
        guild_id: by.guildId,
        data: JSON.stringify(data),
        created_ms: now(),
        expires_ms: expiryOf({ createdMs: now() }),
      };
      await write(row);
      return row.id;
    },
    /**
     * What was stored in the place where `by` is: the same server, or none; with `own`, by the same person. Throws
     * `not_found`, in words for whoever pressed, if it expired, never was, does not fit the schema, or is another's.
     */
    async find<T>(id: string | undefined, schema: z.ZodType<T>, by: Asker, of?: 'own'): Promise<Kept<T>> {
      const row = await db
        .selectFrom('interactions')
        .selectAll()
        .where('id', '=', id ?? '')
        .where('expires_ms', '>', now())
        .where('guild_id', 'is not distinct from', by.guildId)
        .$if(of === 'own', (own) => own.where('user_id', '=', by.id))
        .executeTakeFirst();
      const parsed = schema.safeParse(row === undefined ? undefined : JSON.parse(row.data));
      if (row === undefined || !parsed.success) throw expired();
      return keptFrom(row, parsed.data);
    },
    /** What is stored of a person, newest first, at most `limit`, and how much there is. */
    async ofPerson(
      userId: string,
      limit: number,
    ): Promise<{ readonly count: number; readonly newest: readonly Kept<unknown>[] }> {
      const live = db
        .selectFrom('interactions')
        .where('user_id', '=', userId)
        .where('expires_ms', '>', now());
      const rows = await live.selectAll().orderBy('created_ms', 'desc').limit(limit).execute();
      return {
        count: await countFound(live),
        newest: rows.map((row) => keptFrom<unknown>(row, JSON.parse(row.data))),
      };
    },
    /** Deletes all that is stored of a person, wherever it came from; how much that was. */
    forgetPerson: (userId: string): Promise<number> =>
      countDeleted(db.deleteFrom('interactions').where('user_id', '=', userId)),
    /** The newest that fits the schema of what a person stored outside of servers since then (epoch milliseconds), or null. */
    async latestPrivate<T>(userId: string, sinceMs: number, schema: z.ZodType<T>): Promise<Kept<T> | null> {
      const rows = await db
        .selectFrom('interactions')
        .selectAll()
        .where('user_id', '=', userId)
        .where('guild_id', 'is', null)
        .where('created_ms', '>=', sinceMs)
        .orderBy('created_ms', 'desc')
        .limit(LOOKED_THROUGH)
        .execute();
      for (const row of rows) {
        const parsed = schema.safeParse(JSON.parse(row.data));
        if (parsed.success) return keptFrom(row, parsed.data);
      }
      return null;
    },
    /** Deletes what has expired; how many. */
    purge: (): Promise<number> =>
      countDeleted(db.deleteFrom('interactions').where('expires_ms', '<=', now())),
    /** Deletes all that came from a server. */
    async forgetGuild(guildId: string): Promise<void> {
      await db.deleteFrom('interactions').where('guild_id', '=', guildId).execute();
    },
  };
};

export type InteractionStore = ReturnType<typeof createInteractionStore>;
