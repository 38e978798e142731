/** Channels and threads: read, change, delete, start a thread or a forum post, list threads. */
import { ChannelType } from 'discord.js';
import { checkMessage } from '../../limits/message-limits.ts';
import { Problems } from '../../limits/problems.ts';
import { channelJson } from '../../world/api-shapes.ts';
import { removeChannel } from '../../world/channels.ts';
import type { Channel } from '../../world/entities.ts';
import { type MessageBody, postMessage } from '../../world/post-message.ts';
import { addChannel } from '../../world/seed.ts';
import { isoTime, threadsOf, type World } from '../../world/world.ts';
import { botMay, requireChannel, requireGuild, requireMessage } from '../access.ts';
import { ApiError, refusals } from '../api-error.ts';
import { attach } from '../attachments.ts';
import type { RestAnswer, RestRequest, Routes } from '../router.ts';

export const channelRoutes: Routes = {
  'GET /channels/{channel_id}': ({ world, params }) => ({
    json: channelJson(requireChannel(world, params.channel_id!)),
  }),
  'PATCH /channels/{channel_id}': changeChannel,
  'DELETE /channels/{channel_id}': deleteChannel,
  'POST /channels/{channel_id}/threads': startThread,
  'POST /channels/{channel_id}/messages/{message_id}/threads': startThreadOnMessage,
  'PUT /channels/{channel_id}/thread-members/@me': joinThread,
  'GET /guilds/{guild_id}/threads/active': activeThreads,
  'GET /channels/{channel_id}/threads/archived/public': archivedThreads,
};

interface ThreadBody {
  name?: string;
  type?: ChannelType;
  applied_tags?: string[];
  message?: MessageBody;
}

function changeChannel({ world, params, body }: RestRequest): RestAnswer {
  const channel = requireChannel(world, params.channel_id!);
  const own = channel.thread?.ownerId === world.bot.id;
  if (!own) requireChannel(world, channel.id, [channel.thread ? 'ManageThreads' : 'ManageChannels']);
  const { name, topic, archived, locked } = (body ?? {}) as {
    name?: string;
    topic?: string;
    archived?: boolean;
    locked?: boolean;
  };
  Object.assign(channel, { ...(name ? { name } : {}), ...(topic !== undefined && { topic }) });
  if (channel.thread)
    Object.assign(channel.thread, {
      ...(archived !== undefined && { archived }),
      ...(locked !== undefined && { locked }),
    });
  world.changes.publish({ kind: 'channel-updated', channel });
  return { json: channelJson(channel) };
}

function deleteChannel({ world, params }: RestRequest): RestAnswer {
  const channel = requireChannel(world, params.channel_id!);
  requireChannel(world, channel.id, [channel.thread ? 'ManageThreads' : 'ManageChannels']);
  removeChannel(world, channel);
  return { json: channelJson(channel) };
}

function startThread(request: RestRequest): RestAnswer {
  const parent = requireChannel(request.world, request.params.channel_id!);
  if (parent.type === ChannelType.GuildForum) return startForumPost(request, parent);
  requireChannel(request.world, parent.id, ['CreatePublicThreads']);
  const thread = openThread(request.world, parent, request.body as ThreadBody);
  return { status: 201, json: channelJson(thread) };
}

function startThreadOnMessage({ world, params, body }: RestRequest): RestAnswer {
  const parent = requireChannel(world, params.channel_id!, ['CreatePublicThreads', 'ReadMessageHistory']);
  const { message } = requireMessage(world, parent.id, params.message_id!);
  if (world.channels.has(message.id)) {
    throw new ApiError(400, 160004, 'A thread has already been created for this message');
  }
  return { status: 201, json: channelJson(openThread(world, parent, body as ThreadBody, message.id)) };
}

/** A forum's post is a thread with a first message; the two share one id. */
function startForumPost({ world, body, files, me }: RestRequest, parent: Channel): RestAnswer {
  const post = (body ?? {}) as ThreadBody;
  requireChannel(world, parent.id, ['SendMessages', ...(files.length > 0 ? (['AttachFiles'] as const) : [])]);
  if (post.message?.embeds?.length) requireChannel(world, parent.id, ['EmbedLinks']);
  checkTags(parent, post.applied_tags ?? []);
  checkMessage(world, post.message ?? {}, { files, channelId: parent.id, base: ['message'] });
  const thread = openThread(world, parent, { ...post, type: ChannelType.PublicThread });
  const attachments = attach(world, thread.id, post.message ?? {}, files);
  const stored = postMessage(world, {
    channel: thread,
    author: me,
    body: post.message ?? {},
    attachments,
    id: thread.id,
  });
  return { status: 201, json: { ...channelJson(thread), message: stored.message } };
}

function checkTags(forum: Channel, tagIds: string[]): void {
  if (forum.requiresTag && tagIds.length === 0) {
    throw new ApiError(400, 40067, 'A tag is required to create a forum post in this channel');
  }
  const problems = new Problems();
  problems.count(['applied_tags'], tagIds.length, { max: 5 });
  for (const id of tagIds) {
    if (!forum.tags?.some((tag) => tag.id === id))
      problems.add(['applied_tags'], 'INVALID_TAG', `Tag ${id} is unknown.`);
  }
  problems.refuse();
}

function openThread(world: World, parent: Channel, body: ThreadBody, id = world.nextId()): Channel {
  const problems = new Problems();
  problems.text(['name'], body?.name, { min: 1, max: 100 });
  problems.refuse();
  const inAnnouncements = parent.type === ChannelType.GuildAnnouncement;
  const thread = addChannel(world, {
    id,
    type: inAnnouncements ? ChannelType.AnnouncementThread : ChannelType.PublicThread,
    name: body.name!,
    guildId: parent.guildId!,
    parentId: parent.id,
    thread: {
      ownerId: world.bot.id,
      createdAt: isoTime(world),
      archived: false,
      locked: false,
      appliedTags: body.applied_tags ?? [],
    },
  });
  world.changes.publish({ kind: 'channel-created', channel: thread });
  return thread;
}

function joinThread({ world, params }: RestRequest): RestAnswer {
  const channel = requireChannel(world, params.channel_id!);
  if (!channel.thread) throw refusals.wrongChannelKind();
  return undefined;
}

function activeThreads({ world, params }: RestRequest): RestAnswer {
  const guild = requireGuild(world, params.guild_id!);
  const threads = threadsOf(world, guild.id).filter(
    (one) => !one.thread!.archived && botMay(world, one, 'ViewChannel'),
  );
  return { json: { threads: threads.map(channelJson), members: [] } };
}

function archivedThreads({ world, params, query }: RestRequest): RestAnswer {
  const parent = requireChannel(world, params.channel_id!, ['ReadMessageHistory']);
  const limit = Math.min(100, Number(query.get('limit') ?? 50));
  const all = threadsOf(world, parent.guildId!).filter(
    (one) => one.parentId === parent.id && one.thread!.archived,
  );
  const newestFirst = all.reverse();
  return {
    json: {
      threads: newestFirst.slice(0, limit).map(channelJson),
      members: [],
      has_more: newestFirst.length > limit,
    },
  };
}
