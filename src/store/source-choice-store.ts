/** In: servers and channels, and the sources they choose. Out: what each server chose. */
import type { ChannelSettings } from '../domain/channel-settings.ts';
import type { StateDatabase } from './state-tables.ts';

/** What a server chose: names of sources, as they stand in the articles. If nothing is chosen, all are heard. */
export type SourceChoices = ChannelSettings<readonly string[]>;

const SERVER = '';

const toChoices = (
  rows: readonly { readonly channel_id: string; readonly sources: string }[],
): SourceChoices => {
  const chosen = new Map(rows.map((row) => [row.channel_id, JSON.parse(row.sources) as string[]]));
  const server = chosen.get(SERVER) ?? null;
  chosen.delete(SERVER);
  return { server, channels: chosen };
};

/** Over `state.db`. */
export const createSourceChoiceStore = (db: StateDatabase) => ({
  async of(guildId: string): Promise<SourceChoices> {
    const rows = await db.selectFrom('source_choice').selectAll().where('guild_id', '=', guildId).execute();
    return toChoices(rows);
  },
  /** The choices of any server, as of now. */
  async all(): Promise<(guildId: string) => SourceChoices> {
    const rows = await db.selectFrom('source_choice').selectAll().execute();
    const byServer = Map.groupBy(rows, ({ guild_id }) => guild_id);
    const known = new Map([...byServer].map(([guildId, own]) => [guildId, toChoices(own)]));
    return (guildId) => known.get(guildId) ?? toChoices([]);
  },
  /** Null for all sources. Without a channel for the whole server. */
  async choose(guildId: string, channelId: string | null, sources: readonly string[] | null): Promise<void> {
    const row = { guild_id: guildId, channel_id: channelId ?? SERVER };
    await db.transaction().execute(async (within) => {
      await within
        .deleteFrom('source_choice')
        .where('guild_id', '=', row.guild_id)
        .where('channel_id', '=', row.channel_id)
        .execute();
      if (sources === null) return;
      await within
        .insertInto('source_choice')
        .values({ ...row, sources: JSON.stringify(sources) })
        .execute();
    });
  },
  async forgetGuild(guildId: string): Promise<void> {
    await db.deleteFrom('source_choice').where('guild_id', '=', guildId).execute();
  },
});

export type SourceChoiceStore = ReturnType<typeof createSourceChoiceStore>;
