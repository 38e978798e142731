/** Messages of a channel: list, read, post, edit, delete, publish. */
import { ChannelType, MessageFlags } from 'discord.js';
import { checkEdit, checkMessage } from '../../limits/message-limits.ts';
import type { StoredMessage } from '../../world/entities.ts';
import { rememberedMessage, rememberNonce } from '../../world/nonces.ts';
import { deleteMessage, editMessage, type MessageBody, postMessage } from '../../world/post-message.ts';
import { timeline } from '../../world/world.ts';
import { botMay, requireChannel, requireMessage, requirePosting } from '../access.ts';
import { refusals } from '../api-error.ts';
import { attach } from '../attachments.ts';
import type { RestAnswer, RestRequest, Routes } from '../router.ts';

export const messageRoutes: Routes = {
  'GET /channels/{channel_id}/messages': listMessages,
  'POST /channels/{channel_id}/messages': createMessage,
  'GET /channels/{channel_id}/messages/{message_id}': readMessage,
  'PATCH /channels/{channel_id}/messages/{message_id}': patchMessage,
  'DELETE /channels/{channel_id}/messages/{message_id}': removeMessage,
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': crosspost,
  'POST /channels/{channel_id}/typing': typing,
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': react,
};

/** Without Read Message History, Discord answers with an empty list. */
function listMessages({ world, params, query }: RestRequest): RestAnswer {
  const channel = requireChannel(world, params.channel_id!);
  if (!botMay(world, channel, 'ReadMessageHistory')) return { json: [] };
  const limit = Math.min(100, Math.max(1, Number(query.get('limit') ?? 50)));
  const all = timeline(world, channel.id).filter((stored) => !stored.visibleTo);
  return { json: windowOf(all, query, limit).map((stored) => stored.message) };
}

/** Newest first, as Discord lists them; `after` takes the oldest ones after that id. */
function windowOf(all: StoredMessage[], query: URLSearchParams, limit: number): StoredMessage[] {
  const at = (key: string) => BigInt(query.get(key)!);
  const id = (stored: StoredMessage) => BigInt(stored.message.id);
  if (query.has('after'))
    return all
      .filter((one) => id(one) > at('after'))
      .slice(0, limit)
      .reverse();
  if (query.has('around')) {
    const middle = all.findLastIndex((one) => id(one) <= at('around'));
    return all.slice(Math.max(0, middle - Math.floor(limit / 2)), middle + Math.ceil(limit / 2)).reverse();
  }
  const upTo = query.has('before') ? all.filter((one) => id(one) < at('before')) : all;
  return upTo.slice(-limit).reverse();
}

function createMessage({ world, params, body, files, me }: RestRequest): RestAnswer {
  const message = (body ?? {}) as MessageBody;
  const channel = requirePosting(world, params.channel_id!, {
    embeds: (message.embeds?.length ?? 0) > 0,
    files: files.length > 0,
    reply: Boolean(message.message_reference),
  });
  checkMessage(world, message, { files, channelId: channel.id });
  const earlier = rememberedMessage(world, channel.id, message);
  if (earlier) return { json: earlier.message };
  if (channel.thread) channel.thread.archived = false;
  const attachments = attach(world, channel.id, message, files);
  const stored = postMessage(world, { channel, author: me, body: message, attachments });
  rememberNonce(world, stored);
  return { json: stored.message };
}

function readMessage({ world, params }: RestRequest): RestAnswer {
  requireChannel(world, params.channel_id!, ['ReadMessageHistory']);
  return { json: requireMessage(world, params.channel_id!, params.message_id!).message };
}

function patchMessage({ world, params, body, files, me }: RestRequest): RestAnswer {
  requireChannel(world, params.channel_id!);
  const stored = requireMessage(world, params.channel_id!, params.message_id!);
  if (stored.message.author.id !== me.id) throw refusals.notOwnMessage();
  const edit = (body ?? {}) as MessageBody;
  checkEdit(world, stored.message, edit, { files });
  const attachments = attach(world, params.channel_id!, edit, files, stored.message.attachments);
  editMessage(world, stored, edit, attachments);
  return { json: stored.message };
}

function removeMessage({ world, params, me }: RestRequest): RestAnswer {
  const channel = requireChannel(world, params.channel_id!);
  const stored = requireMessage(world, params.channel_id!, params.message_id!);
  if (stored.message.author.id !== me.id && !(channel.guildId && botMay(world, channel, 'ManageMessages'))) {
    throw refusals.missingPermissions();
  }
  deleteMessage(world, stored);
  return undefined;
}

/** Publishes a message of an announcement channel to its followers. */
function crosspost({ world, params, me }: RestRequest): RestAnswer {
  const channel = requireChannel(world, params.channel_id!, ['SendMessages']);
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusals.wrongChannelKind();
  const stored = requireMessage(world, channel.id, params.message_id!);
  if (stored.message.author.id !== me.id && !botMay(world, channel, 'ManageMessages')) {
    throw refusals.missingPermissions();
  }
  const flags = stored.message.flags ?? 0;
  if (flags & MessageFlags.Crossposted) throw refusals.alreadyCrossposted();
  stored.message.flags = flags | MessageFlags.Crossposted;
  world.changes.publish({ kind: 'message-updated', stored });
  return { json: stored.message };
}

function typing({ world, params, me }: RestRequest): RestAnswer {
  const channel = requireChannel(world, params.channel_id!);
  world.changes.publish({ kind: 'typing', channelId: channel.id, userId: me.id });
  return undefined;
}

function react({ world, params }: RestRequest): RestAnswer {
  requireChannel(world, params.channel_id!, ['ReadMessageHistory', 'AddReactions']);
  const stored = requireMessage(world, params.channel_id!, params.message_id!);
  const name = params.emoji_name!;
  stored.message.reactions ??= [];
  const { reactions } = stored.message;
  if (!reactions.some((one) => one.emoji.name === name)) {
    reactions.push({
      count: 1,
      count_details: { burst: 0, normal: 1 },
      me: true,
      me_burst: false,
      burst_colors: [],
      emoji: { id: null, name },
    });
  }
  world.changes.publish({ kind: 'message-updated', stored });
  return undefined;
}
