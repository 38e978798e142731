/** The sandbox's whole state: everything that REST, the gateway, the page and the people in it read and change. */
import type { APIApplicationCommand, APIUser } from 'discord.js';
import { type Changes, createChanges } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Channel, Guild, StoredInteraction, StoredMessage } from './entities.ts';
import { createSnowflakes } from './snowflakes.ts';

export interface World {
  clock: Clock;
  nextId: () => string;
  changes: Changes;
  /** The bot's user; its id is also the application's. */
  bot: APIUser;
  token: string;
  users: Map<string, APIUser>;
  /** Servers that exist, whether or not the bot is in them (see `guild.members`). */
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  /** Every message ever posted, by id, the deleted ones too. */
  messages: Map<string, StoredMessage>;
  /** Ids of a channel's messages, oldest first. */
  timelines: Map<string, string[]>;
  /** Registered commands by scope: `global` or a guild's id. */
  commands: Map<string, APIApplicationCommand[]>;
  interactions: Map<string, StoredInteraction>;
  interactionsByToken: Map<string, StoredInteraction>;
  /** Nonces still remembered: `channel:nonce` to message id and time. */
  nonces: Map<string, { messageId: string; at: number }>;
  /** Attachments by id: what the bot uploaded. */
  files: Map<string, { name: string; type: string; bytes: Uint8Array }>;
  /** People who take no direct messages from the bot. */
  closedDms: Set<string>;
  /** What people have set Discord to, by their ids, if that is not en-US. */
  locales: Map<string, string>;
  /** `http://host:port`, once the server listens; attachments are served beneath it. */
  baseUrl: string;
  settings: WorldSettings;
}

export interface WorldSettings {
  /** How long `enforce_nonce` finds an earlier message. */
  nonceMemoryMs: number;
  /** How long the bot has to acknowledge an interaction. */
  acknowledgeWithinMs: number;
  /** How long an interaction's token lives. */
  tokenLifetimeMs: number;
}

export function createWorld(clock: Clock, bot: APIUser, token: string, settings: WorldSettings): World {
  return {
    clock,
    nextId: createSnowflakes(clock.now),
    changes: createChanges(),
    bot,
    token,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    timelines: new Map(),
    commands: new Map(),
    interactions: new Map(),
    interactionsByToken: new Map(),
    nonces: new Map(),
    files: new Map(),
    closedDms: new Set(),
    locales: new Map(),
    baseUrl: '',
    settings,
  };
}

export function isoTime(world: World): string {
  return new Date(world.clock.now()).toISOString();
}

/** What this person has set Discord to from now on. */
export function setLanguage(world: World, userId: string, locale: string): void {
  world.locales.set(userId, locale);
  world.changes.publish({ kind: 'language-changed' });
}

/** A channel's messages that still exist, oldest first, the ephemeral ones included. */
export function timeline(world: World, channelId: string): StoredMessage[] {
  const ids = world.timelines.get(channelId) ?? [];
  return ids.map((id) => world.messages.get(id)!).filter((stored) => stored.deletedAt === undefined);
}

/** A server's channels without its threads, in the order of the sidebar. */
export function channelsOf(world: World, guildId: string): Channel[] {
  const own = [...world.channels.values()].filter((one) => one.guildId === guildId && !one.thread);
  return own.sort((a, b) => a.position - b.position);
}

export function threadsOf(world: World, guildId: string): Channel[] {
  return [...world.channels.values()].filter((one) => one.guildId === guildId && one.thread);
}

/** Whether the bot is in the channel's server or direct message at all. */
export function botIsIn(world: World, channel: Channel): boolean {
  if (channel.guildId) return world.guilds.get(channel.guildId)?.members.has(world.bot.id) ?? false;
  return channel.recipients?.some((user) => user.id === world.bot.id) ?? false;
}
