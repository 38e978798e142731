/** In: an interaction or a message. Out: who it is from, as commands know them. */
import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { Person } from './command.ts';

const nickname = (member: BaseInteraction['member']): string | null => {
  if (member === null) return null;
  return 'displayName' in member ? member.displayName : (member.nick ?? null);
};

const rolesOf = (member: BaseInteraction['member']): readonly string[] => {
  const roles = member?.roles ?? [];
  return 'cache' in roles ? [...roles.cache.keys()] : roles;
};

/** `owners`: ids of those who own the bot's application. */
export const personOf = (interaction: BaseInteraction, owners: ReadonlySet<string>): Person => ({
  id: interaction.user.id,
  name: nickname(interaction.member) ?? interaction.user.displayName,
  guildId: interaction.guildId,
  channelId: interaction.channelId ?? '',
  roleIds: rolesOf(interaction.member),
  canManage:
    interaction.inCachedGuild() && interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild),
  ownsApp: owners.has(interaction.user.id),
  locale: interaction.locale,
});

/** A message does not say its author's language; the server's is taken, which is English unless it is a Community. */
export const localeOf = (message: Message): string => message.guild?.preferredLocale ?? 'en-US';

export const authorOf = (message: Message, owners: ReadonlySet<string>): Person => ({
  id: message.author.id,
  name: message.member?.displayName ?? message.author.displayName,
  guildId: message.guildId,
  channelId: message.channelId,
  roleIds: rolesOf(message.member),
  canManage: message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  ownsApp: owners.has(message.author.id),
  locale: localeOf(message),
});
