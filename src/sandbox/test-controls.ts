/** What a test may set up or change in the sandbox: people, servers, channels, permissions, and what is remembered. */
import { ChannelType, OverwriteType } from 'discord.js';
import { idOf, type Ref } from './simulated-users/actions.ts';
import { type MessageView, viewMessage } from './simulated-users/message-view.ts';
import { createPerson, type Person } from './simulated-users/person.ts';
import { removeChannel } from './world/channels.ts';
import type { Channel, Guild, StoredMessage } from './world/entities.ts';
import { joinGuild, leaveGuild } from './world/guilds.ts';
import { type PermissionName, permissionBits } from './world/permissions.ts';
import { deleteMessage, postMessage } from './world/post-message.ts';
import { addChannel, addGuild, addMember, createRole, createUser, type Seed } from './world/seed.ts';
import { isoTime, setLanguage, timeline, type World } from './world/world.ts';

export interface TestControls {
  /** A new member of a server, with these permissions beyond everyone's. */
  addPerson(name: string, permissions?: PermissionName[], guild?: Ref): Person;
  /** A new server that `owner` owns and the bot is in. */
  addGuild(name: string): { id: string; name: string };
  /** A new channel, announced to the bot: a text channel by default, a thread if it has a parent. */
  addChannel(
    name: string,
    options?: { type?: ChannelType; guild?: Ref; parent?: Ref; requiresTag?: boolean },
  ): Channel;
  deleteChannel(channel: Ref): void;
  /** Deletes a tag of a forum; posts that have it keep it. */
  deleteTag(forum: Ref, tagId: string): void;
  /** Deletes a message, as its author or a moderator would. */
  deleteMessage(message: Ref): void;
  /** Archives (and locks) a thread. */
  archiveThread(thread: Ref, locked?: boolean): void;
  /** Takes permissions from the bot in one channel. */
  deny(channel: Ref, ...permissions: PermissionName[]): void;
  /** Gives the bot permissions in one channel. */
  allow(channel: Ref, ...permissions: PermissionName[]): void;
  /** Removes the bot from a server (the page's unless given), and invites it again. */
  kickBot(guild?: Ref): void;
  inviteBot(guild?: Ref): void;
  /** Lets someone take direct messages from the bot, or not. */
  acceptDms(person: Ref, accept: boolean): void;
  /** Sets someone's Discord to a language, such as `de` or `ar`. */
  setLanguage(person: Ref, locale: string): void;
  /** The messages of a channel that still exist, oldest first; ephemeral ones only when asked. */
  messages(channel: Ref, options?: { ephemeral?: boolean }): MessageView[];
  /** One message as it is now, deleted or not. */
  message(id: Ref): MessageView;
  /** Every message the bot ever posted anywhere, oldest first: the deleted ones too, the ephemeral ones not. */
  posted(): MessageView[];
  /** Posts by somebody else, to push earlier messages out of the history that a bot reads. */
  chatter(channel: Ref, count: number): void;
  /** From now on no earlier nonce is known. */
  forgetNonces(): void;
}

/** Throws an Error if a test names something that is not there. */
export function createTestControls(world: World, seed: Seed): TestControls {
  return { ...placeTools(world, seed), ...permissionTools(world, seed), ...recordTools(world, seed) };
}

type PlaceTool = 'addPerson' | 'addGuild' | 'addChannel' | 'deleteChannel' | 'deleteTag' | 'archiveThread';

function placeTools(world: World, seed: Seed): Pick<TestControls, PlaceTool> {
  return {
    addPerson(name, permissions = [], guildRef) {
      const guild = requireGuild(world, guildRef ?? seed.guild);
      const user = createUser(world.nextId(), name);
      const role = createRole(world.nextId(), name, permissionBits(permissions), guild.roles.size);
      if (permissions.length > 0) guild.roles.set(role.id, role);
      addMember(world, guild, user, permissions.length > 0 ? [role.id] : []);
      return createPerson(world, user);
    },
    addGuild(name) {
      const guild = addGuild(world, world.nextId(), name, seed.owner, world.nextId());
      world.changes.publish({ kind: 'guild-joined', guild });
      return { id: guild.id, name };
    },
    addChannel(name, { type, guild, parent, requiresTag = false } = {}) {
      const kind = type ?? (parent ? ChannelType.PublicThread : ChannelType.GuildText);
      const guildId = requireGuild(world, guild ?? seed.guild).id;
      const forum = kind === ChannelType.GuildForum ? { tags: [], requiresTag } : {};
      const thread = parent ? newThread(world, seed, requireChannel(world, parent)) : {};
      const channel = addChannel(world, { type: kind, name, guildId, ...forum, ...thread });
      world.changes.publish({ kind: 'channel-created', channel });
      return channel;
    },
    deleteChannel: (ref) => removeChannel(world, requireChannel(world, ref)),
    deleteTag(ref, tagId) {
      const channel = requireChannel(world, ref);
      Object.assign(channel, { tags: channel.tags?.filter(({ id }) => id !== tagId) });
      world.changes.publish({ kind: 'channel-updated', channel });
    },
    archiveThread(ref, locked = false) {
      const channel = requireChannel(world, ref);
      Object.assign(channel.thread!, { archived: true, locked });
      world.changes.publish({ kind: 'channel-updated', channel });
    },
  };
}

function newThread(world: World, seed: Seed, parent: Channel): Pick<Channel, 'parentId' | 'thread'> {
  const thread = {
    ownerId: seed.owner.id,
    createdAt: isoTime(world),
    archived: false,
    locked: false,
    appliedTags: [],
  };
  return { parentId: parent.id, thread };
}

type PermissionTool = 'deny' | 'allow' | 'kickBot' | 'inviteBot' | 'acceptDms' | 'setLanguage';

function permissionTools(world: World, seed: Seed): Pick<TestControls, PermissionTool> {
  return {
    deny: (ref, ...names) => overwriteBot(world, requireChannel(world, ref), 'deny', names),
    allow: (ref, ...names) => overwriteBot(world, requireChannel(world, ref), 'allow', names),
    kickBot: (ref) => leaveGuild(world, requireGuild(world, ref ?? seed.guild)),
    inviteBot: (ref) => joinGuild(world, requireGuild(world, ref ?? seed.guild)),
    setLanguage: (person, locale) => setLanguage(world, idOf(person), locale),
    acceptDms(person, accept) {
      if (accept) world.closedDms.delete(idOf(person));
      else world.closedDms.add(idOf(person));
    },
  };
}

type RecordTool = 'messages' | 'message' | 'deleteMessage' | 'posted' | 'chatter' | 'forgetNonces';

function recordTools(world: World, seed: Seed): Pick<TestControls, RecordTool> {
  return {
    messages: (ref, { ephemeral = false } = {}) =>
      timeline(world, idOf(ref))
        .filter((stored) => ephemeral || !stored.visibleTo)
        .map(viewMessage),
    message: (ref) => viewMessage(requireMessage(world, ref)),
    deleteMessage: (ref) => deleteMessage(world, requireMessage(world, ref)),
    posted: () =>
      [...world.messages.values()]
        .filter((stored) => stored.message.author.id === world.bot.id && !stored.visibleTo)
        .map(viewMessage),
    chatter(ref, count) {
      const channel = requireChannel(world, ref);
      for (let i = 1; i <= count; i += 1) {
        postMessage(world, { channel, author: seed.member, body: { content: `Small talk ${i}` } });
      }
    },
    forgetNonces: () => world.nonces.clear(),
  };
}

function requireGuild(world: World, ref: Ref): Guild {
  const guild = world.guilds.get(idOf(ref));
  if (!guild) throw new Error(`There is no server ${idOf(ref)}.`);
  return guild;
}

function requireMessage(world: World, ref: Ref): StoredMessage {
  const stored = world.messages.get(idOf(ref));
  if (!stored) throw new Error(`There never was a message ${idOf(ref)}.`);
  return stored;
}

function requireChannel(world: World, ref: Ref): Channel {
  const channel = world.channels.get(idOf(ref));
  if (!channel) throw new Error(`There is no channel ${idOf(ref)} (any more).`);
  return channel;
}

/** Sets or lifts the bot's own overwrite in a channel. */
function overwriteBot(world: World, channel: Channel, kind: 'allow' | 'deny', names: PermissionName[]): void {
  const other = kind === 'allow' ? 'deny' : 'allow';
  const bits = permissionBits(names);
  const known = channel.overwrites.find((one) => one.id === world.bot.id);
  const own = known ?? { id: world.bot.id, type: OverwriteType.Member, allow: '0', deny: '0' };
  if (!known) channel.overwrites.push(own);
  own[kind] = (BigInt(own[kind]) | bits).toString();
  own[other] = (BigInt(own[other]) & ~bits).toString();
  world.changes.publish({ kind: 'channel-updated', channel });
}
