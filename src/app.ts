/** In: the settings. Out: the services every command works with. Knows nothing of Discord. */
import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import type { Desk } from './desk/desk.ts';
import type { ArticleReader } from './store/article-store.ts';
import { createGuildStore, type GuildStore } from './store/guild-store.ts';
import { createInteractionStore, type InteractionStore } from './store/interaction-store.ts';
import { openArticleReader } from './store/sqlite-article-reader.ts';
import { openStateDatabase } from './store/state-database.ts';

/** A store that holds something of a server. */
export interface GuildData {
  /** Deletes all of it. */
  forgetGuild(guildId: string): Promise<void>;
}

export interface App {
  readonly config: Config;
  readonly desk: Desk;
  readonly articles: ArticleReader;
  readonly interactions: InteractionStore;
  readonly guilds: GuildStore;
  /** Every store that must forget a server the bot left. */
  readonly guildData: readonly GuildData[];
  /** Epoch milliseconds. */
  now(): number;
  readonly startedAtMs: number;
}

export interface OpenApp extends App {
  close(): Promise<void>;
}

const ID_BYTES = 9;

/** Letters and digits (and dashes) that nobody can guess, for buttons. */
const newId = (): string => randomBytes(ID_BYTES).toString('base64url');

/** Opens the stores; the desk is opened by the caller, before, and closed with the app. */
export const openApp = async (config: Config, desk: Desk, now: () => number): Promise<OpenApp> => {
  const state = await openStateDatabase(config.DATA_DIR);
  const articles = await openArticleReader(config.DATA_DIR);
  const interactions = createInteractionStore(state, now, newId);
  return {
    config,
    desk,
    articles,
    interactions,
    guilds: createGuildStore(state, now),
    guildData: [interactions],
    now,
    startedAtMs: now(),
    async close() {
      await desk.close();
      await articles.close();
      await state.destroy();
    },
  };
};
