/** The sandbox's servers, channels and members in, Discord's JSON for them out. */
import { ChannelFlags, ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Channel, Guild, Member } from './entities.ts';
import { permissionsIn } from './permissions.ts';
import { channelsOf, threadsOf, type World } from './world.ts';

type Json = Record<string, unknown>;

export function channelJson(channel: Channel): Json {
  if (!channel.guildId) return directMessageJson(channel);
  const shared = {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    guild_id: channel.guildId,
    parent_id: channel.parentId ?? null,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: 0,
  };
  if (channel.thread) return { ...shared, ...threadFields(channel) };
  return {
    ...shared,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: channel.overwrites,
    nsfw: false,
    flags: channel.requiresTag ? ChannelFlags.RequireTag : 0,
    ...(channel.tags && {
      available_tags: channel.tags,
      default_reaction_emoji: null,
      default_forum_layout: 0,
    }),
  };
}

function directMessageJson(channel: Channel): Json {
  return {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    recipients: channel.recipients?.filter((user) => !user.bot),
    flags: 0,
  };
}

function threadFields(channel: Channel): Json {
  const { ownerId, createdAt, archived, locked, appliedTags } = channel.thread!;
  return {
    owner_id: ownerId,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    applied_tags: appliedTags,
    flags: 0,
    thread_metadata: {
      archived,
      locked,
      auto_archive_duration: 4320,
      archive_timestamp: createdAt,
      create_timestamp: createdAt,
    },
  };
}

export function memberJson(member: Member): Json {
  return {
    user: member.user,
    roles: member.roleIds,
    joined_at: member.joinedAt,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function guildJson(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    application_id: null,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    features: ['COMMUNITY', 'NEWS'],
    roles: [...guild.roles.values()],
    emojis: [],
    stickers: [],
  };
}

/** What GUILD_CREATE carries; threads and channels only where the bot may look. */
export function guildCreateJson(world: World, guild: Guild): Json {
  const me = guild.members.get(world.bot.id)!;
  const visible = (channel: Channel) =>
    (permissionsIn(world, world.bot.id, channel) & PermissionFlagsBits.ViewChannel) !== 0n;
  return {
    ...guildJson(guild),
    joined_at: me.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [memberJson(me)],
    channels: channelsOf(world, guild.id).map(channelJson),
    threads: threadsOf(world, guild.id)
      .filter((thread) => visible(thread) && !thread.thread?.archived)
      .map(channelJson),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Whether messages can be posted straight into it. */
export function holdsMessages(channel: Channel): boolean {
  return channel.type !== ChannelType.GuildForum && channel.type !== ChannelType.GuildCategory;
}
