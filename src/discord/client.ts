/** In: a token, the commands and the app. Out: the bot, online on Discord (or at another REST address that speaks like it). */
import { setTimeout as delay } from 'node:timers/promises';
import {
  Client,
  Events,
  GatewayIntentBits,
  OAuth2Scopes,
  Options,
  Partials,
  Status,
  type WebSocketOptions,
} from 'discord.js';
import type { App } from '../app.ts';
import type { DatelineError } from '../domain/errors.ts';
import type { Shards } from '../domain/shards.ts';
import type { Logger } from '../log.ts';
import { createChannelLimits } from './channel-limits.ts';
import type { Command } from './command.ts';
import { type DiscordWay, wayOf } from './discord-way.ts';
import { Dispatch, type OnAnswered } from './dispatch.ts';
import { loggable } from './loggable.ts';
import { INTENTS_REFUSED, loginProblem, TOKEN_REFUSED, unreachable } from './login-problem.ts';
import { NEEDED_PERMISSIONS } from './needed-permissions.ts';
import { createOwners, fetchOwners, type Owners } from './owners.ts';
import { createPersonLimits, type PersonLimits } from './person-limits.ts';
import { registerCommands } from './register-commands.ts';

/** Messages kept a channel, to know which answer a reply is to. */
const MESSAGES_KEPT = 50;
/** How long closing waits for answers under way. */
const CLOSE_WITHIN_MS = 3_000;

export interface DiscordOptions {
  readonly token: string;
  /** Address of the REST API; Discord's own if it is null. */
  readonly api: string | null;
  readonly commands: readonly Command[];
  readonly app: App;
  readonly log: Logger;
  newReference(): string;
  /** See `DispatchOptions`. */
  readonly onAnswered?: OnAnswered | undefined;
  /** Whether commands are registered by this process; else it waits until another has. */
  readonly registers: boolean;
  /** The servers this process answers; null: all of them. */
  readonly shards: Shards | null;
  /** How much each person may ask; counted in this process if absent. */
  readonly personLimits?: PersonLimits | undefined;
  /** Resolves when a session may be started in that queue of Discord's, if other processes start some as well. */
  readonly identifyTurn?: ((queue: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** Called once when Discord ends the connection permanently, such as when the token was reset. */
  onLost(error: DatelineError): void;
}

/** What is known of the connection to Discord. */
export interface Connection {
  isConnected(): boolean;
  /** How long Discord takes to answer a heartbeat; null if that is not known. */
  pingMs(): number | null;
  /** Servers the bot is in. */
  serverCount(): number;
}

export interface Discord {
  readonly client: Client<true>;
  readonly way: DiscordWay;
  readonly connection: Connection;
  /** For adding the bot to a server. */
  readonly inviteUrl: string;
  /** Ids of those who own the bot's application, as far as known. */
  readonly owners: Owners;
  /** Answers what was accepted, at most for 3 s, then goes offline. */
  close(): Promise<void>;
}

/** At the pace that all processes keep together. */
const throttled = (identifyTurn: NonNullable<DiscordOptions['identifyTurn']>): WebSocketOptions => ({
  buildIdentifyThrottler: async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return {
      waitForIdentify: (shardId, signal) => identifyTurn(shardId % limit.max_concurrency, signal),
    };
  },
});

const createClient = ({ api, shards, identifyTurn }: DiscordOptions): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    ...(shards === null ? { shards: 'auto' } : { shards: shards.ids, shardCount: shards.count }),
    ...(identifyTurn && { ws: throttled(identifyTurn) }),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    ...(api !== null && { rest: { api } }),
  });

/** Close codes after which Discord lets nobody come back: authentication, sharding, version, intents. */
const LOST = new Map([
  [4004, TOKEN_REFUSED],
  [4013, INTENTS_REFUSED],
  [4014, INTENTS_REFUSED],
]);

/** Logs in and waits until the servers are known. Throws `invalid`, `forbidden` or `unavailable`. */
const connect = async (client: Client, { token, api }: DiscordOptions): Promise<Client<true>> => {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    throw loginProblem(error) ?? unreachable(api, error);
  }
  return ready;
};

const listen = (client: Client, { app, log, onLost }: DiscordOptions, dispatch: Dispatch): void => {
  const note = (work: Promise<void>): void =>
    void work.catch((error) => log.error({ err: loggable(error) }, 'a server could not be noted'));
  client.on(Events.InteractionCreate, (interaction) => void dispatch.interaction(interaction));
  client.on(Events.MessageCreate, (message) => void dispatch.message(message));
  client.on(Events.GuildCreate, ({ id }) => note(app.guilds.joined(id)));
  client.on(Events.GuildDelete, ({ id }) => note(app.guilds.left(id)));
  client.on(Events.Error, (error) =>
    log.warn({ err: loggable(error) }, 'the connection to Discord had an error'),
  );
  client.on(Events.ShardReconnecting, () => log.info('reconnecting to Discord'));
  client.on(Events.ShardResume, () => log.info('connected to Discord again'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const lost = LOST.get(code);
    if (lost !== undefined) onLost(lost);
  });
};

/**
 * Goes online. Throws a `DatelineError` in words for the operator: `invalid` (token), `forbidden` (intents),
 * `unavailable` (not reachable). Commands are registered and owners known when it resolves; if either fails, the
 * log says so, the bot goes on with what Discord had, and tries again.
 */
export const openDiscord = async (options: DiscordOptions): Promise<Discord> => {
  const { app, commands, log } = options;
  const client = createClient(options);
  let owners: Owners = () => new Set();
  const rateLimit = options.personLimits ?? createPersonLimits(app.now);
  const channelLimits = createChannelLimits({
    limits: app.answerLimits,
    parentOf: app.places.parent,
    now: app.now,
  });
  const commandIds = new Map<string, string>();
  const dispatch = new Dispatch({ ...options, commandIds, rateLimit, channelLimits, owners: () => owners() });
  listen(client, options, dispatch);
  const ready = await connect(client, options);
  const closing = new AbortController();
  const note = (task: string) => (error: unknown) => log.error({ err: loggable(error) }, `${task} failed`);
  await Promise.all([
    registerCommands({
      rest: ready.rest,
      applicationId: ready.application.id,
      commands,
      log,
      mayChange: options.registers,
      onRegistered: (registered) => {
        for (const { name, id } of registered) commandIds.set(String(name), String(id));
      },
      signal: closing.signal,
    }),
    createOwners({
      fetch: () => fetchOwners(ready.rest),
      onError: note('asking who owns the bot'),
      now: app.now,
    }).then((created) => {
      owners = created;
    }),
    app.guilds.present([...ready.guilds.cache.keys()], options.shards).catch(note('noting the servers')),
  ]);
  return {
    client: ready,
    way: wayOf(ready),
    connection: {
      isConnected: () => ready.ws.shards.every(({ status }) => status === Status.Ready),
      pingMs: () => (ready.ws.ping < 0 ? null : ready.ws.ping),
      serverCount: () => ready.guilds.cache.size,
    },
    inviteUrl: ready.generateInvite({
      scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
      permissions: [...NEEDED_PERMISSIONS.values()],
    }),
    owners,
    async close() {
      closing.abort();
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      await Promise.race([dispatch.idle(), delay(CLOSE_WITHIN_MS, undefined, { ref: false })]);
      await client.destroy();
    },
  };
};
