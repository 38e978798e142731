/** In: the settings, an open desk and where Discord is. Out: the bot at work: the app, Discord, and what recurs. */
import { randomInt } from 'node:crypto';
import { openApp } from './app.ts';
import type { Config } from './config.ts';
import type { Desk } from './desk/desk.ts';
import { type Discord, openDiscord } from './discord/client.ts';
import type { Command } from './discord/command.ts';
import { createCourier } from './discord/courier.ts';
import type { DatelineError } from './domain/errors.ts';
import { forgetLeftGuilds } from './forget-left-guilds.ts';
import type { Logger } from './log.ts';

export interface BotOptions {
  readonly config: Config;
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly log: Logger;
  readonly token: string;
  /** Address of the REST API; Discord's own where it is null. */
  readonly api: string | null;
  now(): number;
  onLost(error: DatelineError): void;
}

export interface Bot {
  readonly discord: Discord;
  /** In reverse order of opening; the desk too. */
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Without letters and digits that look alike, since people read references to each other. */
const REFERENCE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const newReference = (): string =>
  Array.from({ length: 8 }, () => REFERENCE_LETTERS[randomInt(REFERENCE_LETTERS.length)]).join('');

/** Throws what `openApp` and `openDiscord` throw; whatever was opened before is closed again. */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const { config, desk, log, now } = options;
  const courier = createCourier(now);
  const app = await openApp(config, desk, now, { courier, servers: courier.servers }, log);
  const tidy = async (): Promise<void> => {
    await app.interactions.purge();
    await forgetLeftGuilds(app);
  };
  const discord = await openDiscord({ ...options, app, newReference }).catch(async (error) => {
    await app.close();
    throw error;
  });
  courier.connect(discord.client);
  app.digests.start();
  const timer = setInterval(
    () => void tidy().catch((error) => log.error({ err: error }, 'deleting what has expired failed')),
    HOUR_MS,
  );
  await tidy();
  return {
    discord,
    async close() {
      clearInterval(timer);
      await app.digests.close();
      courier.disconnect();
      await discord.close();
      await app.close();
    },
  };
};
