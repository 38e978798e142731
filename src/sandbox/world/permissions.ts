/** Who may do what where: Discord's rule over roles and channel overwrites. */
import { OverwriteType, PermissionFlagsBits, type PermissionsString } from 'discord.js';
import type { Channel, Guild } from './entities.ts';
import type { World } from './world.ts';

export type PermissionName = PermissionsString;

const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What a newly made server lets everyone do, without Mention Everyone. */
export const everyonePermissions = permissionBits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'UseExternalEmojis',
  'UseApplicationCommands',
  'ChangeNickname',
]);

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
}

/** A user's permissions in a channel (a thread takes its parent's), as a bit set; all of them for the owner and administrators. */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  const guild = channel.guildId ? world.guilds.get(channel.guildId) : undefined;
  if (!guild) return channel.recipients?.some((user) => user.id === userId) ? everything : 0n;
  const base = guildPermissions(guild, userId);
  if (base === everything) return everything;
  const holder = channel.thread ? world.channels.get(channel.parentId ?? '') : channel;
  return holder ? withOverwrites(base, guild, userId, holder) : 0n;
}

/** A member's permissions in the server as a whole; 0 for someone who is not in it. */
function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return everything;
  let bits = BigInt(guild.roles.get(guild.id)?.permissions ?? 0);
  for (const roleId of member.roleIds) bits |= BigInt(guild.roles.get(roleId)?.permissions ?? 0);
  return bits & PermissionFlagsBits.Administrator ? everything : bits;
}

function withOverwrites(base: bigint, guild: Guild, userId: string, channel: Channel): bigint {
  const roleIds = new Set(guild.members.get(userId)?.roleIds);
  const everyone = channel.overwrites.filter((one) => one.id === guild.id);
  const roles = channel.overwrites.filter((one) => one.type === OverwriteType.Role && roleIds.has(one.id));
  const own = channel.overwrites.filter((one) => one.type === OverwriteType.Member && one.id === userId);
  let bits = base;
  for (const group of [everyone, roles, own]) {
    for (const one of group) bits &= ~BigInt(one.deny);
    for (const one of group) bits |= BigInt(one.allow);
  }
  return bits & PermissionFlagsBits.ViewChannel ? bits : 0n;
}
