/** In: the servers the bot is in, joins and leaves. Out: those it left so long ago that their data must go. */
import { DAY_MS } from '../domain/durations.ts';
import { isInShards, type Shards } from '../domain/shards.ts';
import type { StateDatabase } from './state-tables.ts';

/** Over `state.db`. */
export const createGuildStore = (db: StateDatabase, now: () => number) => {
  const note = async (guildId: string, leftMs: number | null, within = db): Promise<void> => {
    await within
      .insertInto('guilds')
      .values({ guild_id: guildId, left_ms: leftMs })
      .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ left_ms: leftMs }))
      .execute();
  };
  return {
    /** Notes that the bot is in this server. */
    joined: (guildId: string): Promise<void> => note(guildId, null),
    left: (guildId: string): Promise<void> => note(guildId, now()),
    /**
     * Sets the whole list straight after a start: the bot is in these servers and has left all others it knew, as far as they
     * are in the shards of this process; null: those are all there are.
     */
    async present(guildIds: readonly string[], shards: Shards | null): Promise<void> {
      const mayBeLeft = (id: string): boolean => shards === null || isInShards(id, shards);
      const here = new Set(guildIds);
      await db.transaction().execute(async (within) => {
        const known = await within.selectFrom('guilds').selectAll().where('left_ms', 'is', null).execute();
        for (const { guild_id } of known)
          if (!here.has(guild_id) && mayBeLeft(guild_id)) await note(guild_id, now(), within);
        for (const guildId of here) await note(guildId, null, within);
      });
    },
    /** The servers the bot is in, as far as known. */
    async here(): Promise<ReadonlySet<string>> {
      const rows = await db.selectFrom('guilds').select('guild_id').where('left_ms', 'is', null).execute();
      return new Set(rows.map(({ guild_id }) => guild_id));
    },
    /** Servers the bot left at least this many days ago. */
    async leftSince(days: number): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('guilds')
        .select('guild_id')
        .where('left_ms', '<=', now() - days * DAY_MS)
        .execute();
      return rows.map(({ guild_id }) => guild_id);
    },
    /** Deletes the note itself, after all else about the server is gone. */
    async forget(guildId: string): Promise<void> {
      await db.deleteFrom('guilds').where('guild_id', '=', guildId).execute();
    },
  };
};

export type GuildStore = ReturnType<typeof createGuildStore>;
