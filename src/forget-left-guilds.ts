/** In: the servers the bot left. Out: after `RETENTION_DAYS`, nothing of them is stored any more. */
import type { App } from './app.ts';

/** Deletes in every store first and the note that the server was left last, so that a crash between repeats it. */
export const forgetLeftGuilds = async ({ config, guilds, guildData }: App): Promise<number> => {
  const left = await guilds.leftSince(config.RETENTION_DAYS);
  for (const guildId of left) {
    for (const store of guildData) await store.forgetGuild(guildId);
    await guilds.forget(guildId);
  }
  return left.length;
};
