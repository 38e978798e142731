/** A channel or server id in, the thing itself out, or Discord's refusal when the bot may not use it. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Channel, Guild, StoredMessage } from '../world/entities.ts';
import { type PermissionName, permissionBits, permissionsIn } from '../world/permissions.ts';
import { botIsIn, type World } from '../world/world.ts';
import { ApiError, refusals } from './api-error.ts';

/** 10003 for a channel that is gone, 50001 if the bot cannot look, 50013 if another permission is missing. */
export function requireChannel(
  world: World,
  channelId: string,
  needs: readonly PermissionName[] = [],
): Channel {
  const channel = world.channels.get(channelId);
  if (!channel) throw refusals.unknownChannel();
  if (!botIsIn(world, channel)) throw refusals.missingAccess();
  const bits = permissionsIn(world, world.bot.id, channel);
  if ((bits & PermissionFlagsBits.ViewChannel) === 0n) throw refusals.missingAccess();
  const needed = permissionBits(needs);
  if ((bits & needed) !== needed) throw refusals.missingPermissions();
  return channel;
}

export function botMay(world: World, channel: Channel, permission: PermissionName): boolean {
  return (permissionsIn(world, world.bot.id, channel) & PermissionFlagsBits[permission]) !== 0n;
}

/** 10004 for a server that is unknown, 50001 for one the bot is not in. */
export function requireGuild(world: World, guildId: string): Guild {
  const guild = world.guilds.get(guildId);
  if (!guild) throw refusals.unknownGuild();
  if (!guild.members.has(world.bot.id)) throw refusals.missingAccess();
  return guild;
}

/** A message that still exists in that channel; ephemeral ones are unknown to the bot. */
export function requireMessage(world: World, channelId: string, messageId: string): StoredMessage {
  const stored = world.messages.get(messageId);
  const there = stored && stored.deletedAt === undefined && stored.message.channel_id === channelId;
  if (!there || stored.visibleTo) throw refusals.unknownMessage();
  return stored;
}

/** What the bot needs to post a message like this one here. */
export function requirePosting(world: World, channelId: string, what: PostedKinds): Channel {
  const channel = requireChannel(world, channelId);
  if (!channel.guildId) {
    requireReachable(world, channel);
    return channel;
  }
  if (channel.thread?.locked && !botMay(world, channel, 'ManageThreads')) throw threadLocked();
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildCategory) {
    throw new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
  }
  requireChannel(world, channelId, [
    channel.thread ? 'SendMessagesInThreads' : 'SendMessages',
    ...(what.embeds ? (['EmbedLinks'] as const) : []),
    ...(what.files ? (['AttachFiles'] as const) : []),
  ]);
  if (what.reply && !botMay(world, channel, 'ReadMessageHistory')) throw cannotReply();
  return channel;
}

export interface PostedKinds {
  embeds: boolean;
  files: boolean;
  reply: boolean;
}

function requireReachable(world: World, channel: Channel): void {
  const person = channel.recipients!.find((user) => user.id !== world.bot.id)!;
  const mutual = [...world.guilds.values()].some(
    (one) => one.members.has(world.bot.id) && one.members.has(person.id),
  );
  if (!mutual)
    throw new ApiError(403, 50278, 'Cannot send messages to this user due to having no mutual guilds');
  if (world.closedDms.has(person.id)) throw refusals.cannotMessageUser();
}

function threadLocked(): ApiError {
  return new ApiError(400, 160005, 'Thread is locked');
}

function cannotReply(): ApiError {
  return new ApiError(400, 160002, 'Cannot reply without permission to read message history');
}
