/** In: the settings. Out: the services every command works with. Knows nothing of Discord. */
import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import type { Desk } from './desk/desk.ts';
import type { Courier } from './digests/courier.ts';
import { type Digests, openDigests } from './digests/open-digests.ts';
import type { Servers } from './digests/servers.ts';
import type { Logger } from './log.ts';
import type { ArticleReader } from './store/article-store.ts';
import { createDeliveryLedger, type DeliveryLedger } from './store/delivery-ledger.ts';
import { createGuildStore, type GuildStore } from './store/guild-store.ts';
import { createInteractionStore, type InteractionStore } from './store/interaction-store.ts';
import { openArticleReader } from './store/sqlite-article-reader.ts';
import { openStateDatabase } from './store/state-database.ts';
import { createSubscriptionStore, type SubscriptionStore } from './store/subscription-store.ts';

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
  readonly subscriptions: SubscriptionStore;
  readonly ledger: DeliveryLedger;
  /** Posts what is due once it is started. */
  readonly digests: Digests;
  readonly servers: Servers;
  readonly courier: Courier;
  /** Every store that must forget a server the bot left. */
  readonly guildData: readonly GuildData[];
  /** 12 letters, digits, dashes and underscores that nobody can guess: for buttons, and as the nonce of a digest. */
  newId(): string;
  /** Epoch milliseconds. */
  now(): number;
  readonly startedAtMs: number;
}

export interface OpenApp extends App {
  close(): Promise<void>;
}

/** The way to a chat service: where digests go, and what is known of its channels. */
export interface Outlet {
  readonly courier: Courier;
  readonly servers: Servers;
}

const ID_BYTES = 9;

/** 12 letters, digits, dashes and underscores that nobody can guess: for buttons, and as the nonce of a digest. */
const newId = (): string => randomBytes(ID_BYTES).toString('base64url');

/** Opens the stores; the desk is opened by the caller, before, and closed with the app. */
export const openApp = async (
  config: Config,
  desk: Desk,
  now: () => number,
  { courier, servers }: Outlet,
  log: Logger,
): Promise<OpenApp> => {
  const state = await openStateDatabase(config.DATA_DIR);
  const articles = await openArticleReader(config.DATA_DIR);
  const interactions = createInteractionStore(state, now, newId);
  const subscriptions = createSubscriptionStore(state);
  const ledger = createDeliveryLedger(state);
  const digests = openDigests({
    subscriptions,
    ledger,
    articles,
    courier,
    log,
    now,
    random: Math.random,
    newId,
  });
  return {
    config,
    desk,
    articles,
    interactions,
    guilds: createGuildStore(state, now),
    subscriptions,
    ledger,
    digests,
    servers,
    courier,
    newId,
    guildData: [interactions, subscriptions],
    now,
    startedAtMs: now(),
    async close() {
      await digests.close();
      await desk.close();
      await articles.close();
      await state.destroy();
    },
  };
};
