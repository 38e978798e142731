/** In: a client. Out: what it knows of channels: their kind, the permissions the bot lacks there, tags and roles. */

import { ChannelType, type Client, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { PostingPlace, PostingPlaces } from '../digests/posting-places.ts';
import { DatelineError } from '../domain/errors.ts';
import type { ChannelKind } from '../domain/subscription.ts';
import { type Message, sentence } from '../language/message.ts';

const KINDS: Partial<Record<ChannelType, ChannelKind>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildAnnouncement]: 'announcement',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
  [ChannelType.AnnouncementThread]: 'thread',
};

/** The types of channel digests can be posted in. */
export const POSTING_TYPES: readonly number[] = Object.keys(KINDS).map(Number);

/** A permission and its name, as Discord's settings show it. */
type Need = readonly [bit: bigint, name: Message];

/** What the bot needs. History is how a digest is found after a crash. */
const needs = (kind: ChannelKind): readonly Need[] => [
  [PermissionFlagsBits.ViewChannel, sentence`View Channel`],
  kind === 'thread'
    ? [PermissionFlagsBits.SendMessagesInThreads, sentence`Send Messages in Threads`]
    : [PermissionFlagsBits.SendMessages, kind === 'forum' ? sentence`Create Posts` : sentence`Send Messages`],
  [PermissionFlagsBits.ReadMessageHistory, sentence`Read Message History`],
];

/** What it needs besides to post under its posts: a forum's are threads already. */
const needsForThreads = (kind: ChannelKind): readonly Need[] => [
  ...(kind === 'text' || kind === 'announcement'
    ? [[PermissionFlagsBits.CreatePublicThreads, sentence`Create Public Threads`] as const]
    : []),
  ...(kind === 'thread'
    ? []
    : [[PermissionFlagsBits.SendMessagesInThreads, sentence`Send Messages in Threads`] as const]),
];

/** The permissions of these that the bot does not have in the channel. */
const missingIn = (channel: GuildBasedChannel, needed: readonly Need[]): readonly Message[] => {
  const { me } = channel.guild.members;
  const has = me === null ? null : channel.permissionsFor(me);
  return needed.flatMap(([bit, name]) => (has?.has(bit) ? [] : [name]));
};

/**
 * The channel from the client's memory, or asked for if it is not there or `force` is set: the memory believes what
 * an interaction says of a channel. Null if it is gone or cannot be seen.
 */
const findChannel = async (
  client: Client,
  channelId: string,
  { force = false } = {},
): Promise<GuildBasedChannel | null> => {
  const channel = await client.channels.fetch(channelId, { force }).catch(() => null);
  return channel === null || channel.isDMBased() ? null : channel;
};

const toPlace = (channel: GuildBasedChannel): PostingPlace | null => {
  const kind = KINDS[channel.type];
  if (kind === undefined) return null;
  const forum = channel.type === ChannelType.GuildForum ? channel : null;
  return {
    id: channel.id,
    guildId: channel.guildId,
    name: channel.name,
    kind,
    missing: missingIn(channel, needs(kind)),
    missingForThreads: missingIn(channel, needsForThreads(kind)),
    tags: (forum?.availableTags ?? []).map(({ id, name }) => ({ id, name })),
    needsTag: forum?.flags.has('RequireTag') ?? false,
  };
};

const placeIn = async (
  client: Client<true> | null,
  guildId: string,
  channelId: string,
  options?: { readonly force: boolean },
): Promise<PostingPlace | null> => {
  const channel = client && (await findChannel(client, channelId, options));
  return channel === null || channel.guildId !== guildId ? null : toPlace(channel);
};

/** As Discord has them: the client's own memory holds whatever role an interaction named as one of the server's. */
const rolesOf = async (client: Client<true> | null, guildId: string) =>
  client?.guilds.cache
    .get(guildId)
    ?.roles.fetch()
    .catch((cause: unknown) => {
      const message = sentence`Discord cannot list this server’s roles right now. Try again in a minute.`;
      throw new DatelineError('unavailable', message, { cause });
    });

/** `client()` is null until connected; nothing is known then. */
export const createPostingPlaces = (client: () => Client<true> | null): PostingPlaces => ({
  place: (guildId, channelId) => placeIn(client(), guildId, channelId, { force: true }),
  knownPlace: (guildId, channelId) => placeIn(client(), guildId, channelId),
  async parent(channelId) {
    const online = client();
    const channel = online && (await findChannel(online, channelId));
    return channel?.isThread() ? channel.parentId : null;
  },
  async role(guildId, typed) {
    const wanted = typed.trim().replace(/^@/, '').toLowerCase();
    const id = /^(?:<@&)?(\d{17,20})>?$/.exec(wanted)?.[1];
    const roles = await rolesOf(client(), guildId);
    const role =
      roles?.get(id ?? '') ?? roles?.find(({ name }) => name.replace(/^@/, '').toLowerCase() === wanted);
    return role?.id ?? null;
  },
  async canPing(roleId, channelId) {
    const online = client();
    const channel = online && (await findChannel(online, channelId));
    const role = channel?.guild.roles.cache.get(roleId);
    const me = channel?.guild.members.me;
    if (!channel || !role || !me) return false;
    return (
      role.mentionable || (channel.permissionsFor(me)?.has(PermissionFlagsBits.MentionEveryone) ?? false)
    );
  },
});
