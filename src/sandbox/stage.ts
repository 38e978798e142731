/** What a test may set up or change in the sandbox: people, servers, channels, permissions, and what is remembered. */
import { ChannelType, OverwriteType } from 'discord.js';
import { idOf, type Ref } from './people/actions.ts';
import { type MessageView, viewMessage } from './people/message-view.ts';
import { createPerson, type Person } from './people/person.ts';
import { removeChannel } from './world/channels.ts';
import type { Channel, Guild } from './world/entities.ts';
import { joinGuild, leaveGuild } from './world/guilds.ts';
import { type PermissionName, permissionBits } from './world/permissions.ts';
import { deleteMessage, postMessage } from './world/post-message.ts';
import { addChannel, addGuild, addMember, createRole, createUser, type Seed } from './world/seed.ts';
import { timeline, type World } from './world/world.ts';

export interface Stage {
  /** A new member of a server, with these permissions beyond everyone's. */
  addPerson(name: string, permissions?: PermissionName[], guild?: Ref): Person;
  /** A new server that `owner` owns and the bot is in. */
  addGuild(name: string): { id: string; name: string };
  /** A new channel (text unless told otherwise), announced to the bot. */
  addChannel(
    name: string,
    options?: { type?: ChannelType; guild?: Ref; parent?: Ref; requiresTag?: boolean },
  ): Channel;
  deleteChannel(channel: Ref): void;
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

export function createStage(world: World, seed: Seed): Stage {
  const guildOf = (ref: Ref | undefined): Guild => world.guilds.get(ref ? idOf(ref) : seed.guild.id)!;
  return {
    addPerson(name, permissions = [], guildRef) {
      const guild = guildOf(guildRef);
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
    addChannel(name, { type = ChannelType.GuildText, guild, parent, requiresTag } = {}) {
      const channel = addChannel(world, {
        type,
        name,
        guildId: guildOf(guild).id,
        ...(parent && { parentId: idOf(parent) }),
        ...(type === ChannelType.GuildForum && { tags: [], requiresTag: requiresTag ?? false }),
      });
      world.changes.publish({ kind: 'channel-created', channel });
      return channel;
    },
    deleteChannel(ref) {
      removeChannel(world, requireChannel(world, ref));
    },
    deleteMessage(ref) {
      deleteMessage(world, world.messages.get(idOf(ref))!);
    },
    archiveThread(ref, locked = false) {
      const channel = requireChannel(world, ref);
      Object.assign(channel.thread!, { archived: true, locked });
      world.changes.publish({ kind: 'channel-updated', channel });
    },
    deny: (ref, ...names) => overwriteBot(world, requireChannel(world, ref), 'deny', names),
    allow: (ref, ...names) => overwriteBot(world, requireChannel(world, ref), 'allow', names),
    kickBot: (ref) => leaveGuild(world, guildOf(ref)),
    inviteBot: (ref) => joinGuild(world, guildOf(ref)),
    acceptDms(person, accept) {
      if (accept) world.closedDms.delete(idOf(person));
      else world.closedDms.add(idOf(person));
    },
    messages: (ref, { ephemeral = false } = {}) =>
      timeline(world, idOf(ref))
        .filter((stored) => ephemeral || !stored.visibleTo)
        .map(viewMessage),
    message: (ref) => viewMessage(world.messages.get(idOf(ref))!),
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
