/**
 * The server a visitor finds: people, roles and channels. Their ids never change, so that what the bot stored about
 * this server still fits after the sandbox was restarted.
 */
import { type APIRole, type APIUser, ChannelType, OverwriteType, type RoleFlags } from 'discord.js';
import type { Channel, Guild } from './entities.ts';
import { everyonePermissions, type PermissionName, permissionBits } from './permissions.ts';
import { isoTime, type World } from './world.ts';

/** Snowflakes of 1 January 2025, numbered on. */
const seedId = (number: number) => (1_323_799_142_400_000_000n + BigInt(number)).toString();

export const botId = seedId(1);
const guildId = seedId(10);

/** What the bot's own role grants: the permissions of an invite link, and no more. */
const botPermissions: PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
];

export interface Seed {
  guild: Guild;
  owner: APIUser;
  member: APIUser;
  botRole: APIRole;
  digestRole: APIRole;
  channels: Record<
    'general' | 'news' | 'announcements' | 'forum' | 'botDm' | 'memberDm' | 'privateDm',
    Channel
  >;
}

export function createUser(id: string, name: string, bot = false): APIUser {
  const username = name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '');
  return { id, username, discriminator: '0', global_name: bot ? null : name, avatar: null, bot };
}

export function createRole(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
  };
}

/** Adds a server in which `ownerId` has every right; the bot is in it with its own role. */
export function addGuild(world: World, id: string, name: string, owner: APIUser, botRoleId: string): Guild {
  const botRole = {
    ...createRole(botRoleId, world.bot.username, permissionBits(botPermissions), 1),
    managed: true,
  };
  const guild: Guild = {
    id,
    name,
    ownerId: owner.id,
    roles: new Map([
      [id, createRole(id, '@everyone', everyonePermissions, 0)],
      [botRole.id, botRole],
    ]),
    members: new Map(),
  };
  world.guilds.set(id, guild);
  addMember(world, guild, owner, []);
  addMember(world, guild, world.bot, [botRole.id]);
  return guild;
}

export function addMember(world: World, guild: Guild, user: APIUser, roleIds: string[]): void {
  world.users.set(user.id, user);
  guild.members.set(user.id, { user, roleIds, joinedAt: isoTime(world) });
}

export function addChannel(
  world: World,
  channel: Partial<Channel> & Pick<Channel, 'type' | 'name'>,
): Channel {
  const added: Channel = {
    id: world.nextId(),
    topic: '',
    position: world.channels.size,
    overwrites: [],
    lastMessageId: null,
    ...channel,
  };
  world.channels.set(added.id, added);
  return added;
}

/** Fills a new world with the server of the page. */
export function seedWorld(world: World): Seed {
  const owner = createUser(seedId(2), 'Ada');
  const member = createUser(seedId(3), 'Mira');
  const guild = addGuild(world, guildId, 'The Newsroom', owner, seedId(11));
  addMember(world, guild, member, []);
  const digestRole = { ...createRole(seedId(12), 'News readers', 0n, 2), mentionable: true, color: 0x3b82f6 };
  guild.roles.set(digestRole.id, digestRole);
  const botRole = guild.roles.get(seedId(11))!;
  return { guild, owner, member, botRole, digestRole, channels: seedChannels(world, owner, member) };
}

function seedChannels(world: World, owner: APIUser, member: APIUser): Seed['channels'] {
  const inGuild = (number: number, type: ChannelType, name: string, topic: string) =>
    addChannel(world, { id: seedId(number), type, name, topic, guildId, position: number });
  const direct = (number: number, type: ChannelType, name: string, recipients: APIUser[]) =>
    addChannel(world, { id: seedId(number), type, name, recipients });
  const announcements = inGuild(
    22,
    ChannelType.GuildAnnouncement,
    'announcements',
    'Followed by other servers',
  );
  announcements.overwrites = onlyBotPosts();
  const forum = inGuild(23, ChannelType.GuildForum, 'briefings', 'A post for each digest');
  forum.requiresTag = true;
  forum.tags = ['Daily', 'Breaking'].map((name, index) => {
    return { id: seedId(30 + index), name, moderated: false, emoji_id: null, emoji_name: null };
  });
  return {
    general: inGuild(20, ChannelType.GuildText, 'general', 'Ask about the news'),
    news: inGuild(21, ChannelType.GuildText, 'news', 'Digests arrive here'),
    announcements,
    forum,
    botDm: direct(40, ChannelType.DM, '', [owner, world.bot]),
    memberDm: direct(41, ChannelType.DM, '', [member, world.bot]),
    privateDm: direct(42, ChannelType.DM, '', [owner, member]),
  };
}

function onlyBotPosts(): Channel['overwrites'] {
  const send = permissionBits(['SendMessages']).toString();
  return [
    { id: guildId, type: OverwriteType.Role, allow: '0', deny: send },
    { id: seedId(11), type: OverwriteType.Role, allow: send, deny: '0' },
  ];
}
