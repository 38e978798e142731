/** A change in the sandbox in; the gateway events by which one session of the bot learns of it out. */
import { ChannelType, GatewayIntentBits as Intent, PermissionFlagsBits } from 'discord.js';
import { channelJson, guildCreateJson, memberJson } from '../world/api-shapes.ts';
import type { Change } from '../world/changes.ts';
import type { Channel, StoredMessage } from '../world/entities.ts';
import { interactionJson } from '../world/interactions.ts';
import { permissionsIn } from '../world/permissions.ts';
import { botIsIn, type World } from '../world/world.ts';

export interface GatewayEvent {
  /** Discord's name of the event, such as MESSAGE_CREATE. */
  name: string;
  data: unknown;
  /** Absent for direct messages, which go to shard 0. */
  guildId?: string;
}

/** What a session with these intents is sent; undefined if it is none of its business. */
export function eventFor(world: World, change: Change, intents: number): GatewayEvent | undefined {
  switch (change.kind) {
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return messageEvent(world, change.kind, change.stored, intents);
    case 'interaction-created':
      return {
        name: 'INTERACTION_CREATE',
        data: interactionJson(world, change.interaction),
        ...(change.interaction.guildId && { guildId: change.interaction.guildId }),
      };
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
      return channelEvent(world, change.kind, change.channel, intents);
    case 'guild-joined':
      return { name: 'GUILD_CREATE', data: guildCreateJson(world, change.guild), guildId: change.guild.id };
    case 'guild-left':
      return { name: 'GUILD_DELETE', data: { id: change.guild.id }, guildId: change.guild.id };
    default:
      return undefined;
  }
}

const messageEvents = {
  'message-created': 'MESSAGE_CREATE',
  'message-updated': 'MESSAGE_UPDATE',
  'message-deleted': 'MESSAGE_DELETE',
} as const;

function messageEvent(
  world: World,
  kind: keyof typeof messageEvents,
  stored: StoredMessage,
  intents: number,
): GatewayEvent | undefined {
  const channel = world.channels.get(stored.message.channel_id);
  const wanted = stored.guildId ? Intent.GuildMessages : Intent.DirectMessages;
  if (!channel || stored.visibleTo || !(intents & wanted) || !botSees(world, channel)) return undefined;
  const place = { channel_id: channel.id, ...(stored.guildId && { guild_id: stored.guildId }) };
  const data =
    kind === 'message-deleted'
      ? { id: stored.message.id, ...place }
      : {
          ...shownMessage(world, stored, intents),
          ...place,
          channel_type: channel.type,
          ...authorFields(world, stored),
        };
  return { name: messageEvents[kind], data, ...(stored.guildId && { guildId: stored.guildId }) };
}

/**
 * Without MESSAGE_CONTENT, only own messages, direct ones and those that mention the bot carry what they say. A reply
 * mentions whom it answers; if that was a command's answer, only a mention that was typed counts.
 */
function shownMessage(world: World, stored: StoredMessage, intents: number): object {
  const { message } = stored;
  const { bot } = world;
  const isMentioned = message.mentions.some(({ id }) => id === bot.id);
  const isTyped = new RegExp(`<@!?${bot.id}>`).test(message.content);
  const target = world.messages.get(message.message_reference?.message_id ?? '');
  const open =
    intents & Intent.MessageContent ||
    !stored.guildId ||
    message.author.id === bot.id ||
    (isMentioned && (isTyped || target?.interactionId === undefined));
  return open ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

function authorFields(world: World, stored: StoredMessage): object {
  const member = world.guilds.get(stored.guildId ?? '')?.members.get(stored.message.author.id);
  if (!member) return {};
  const { user: _user, ...rest } = memberJson(member);
  return { member: rest };
}

function channelEvent(
  world: World,
  kind: string,
  channel: Channel,
  intents: number,
): GatewayEvent | undefined {
  if (!channel.guildId || !(intents & Intent.Guilds) || !botIsIn(world, channel)) return undefined;
  const action = kind.slice('channel-'.length, -1).toUpperCase();
  const name = `${channel.thread ? 'THREAD' : 'CHANNEL'}_${action}`;
  const data =
    kind === 'channel-created' && channel.thread
      ? { ...channelJson(channel), newly_created: true }
      : channelJson(channel);
  return { name, data, guildId: channel.guildId };
}

function botSees(world: World, channel: Channel): boolean {
  if (channel.type === ChannelType.DM) return botIsIn(world, channel);
  return (permissionsIn(world, world.bot.id, channel) & PermissionFlagsBits.ViewChannel) !== 0n;
}
