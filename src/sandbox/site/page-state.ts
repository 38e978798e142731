/** The world as one person sees it in; the JSON that the page draws itself from out. */
import { type APIApplicationCommand, ChannelType } from 'discord.js';
import { LOCALES } from '../limits/locale-limits.ts';
import { mayPost, maySpeak } from '../simulated-users/actions.ts';
import { commandsFor } from '../simulated-users/commands.ts';
import { seenBy } from '../simulated-users/person.ts';
import type { Channel, StoredMessage } from '../world/entities.ts';
import { permissionBits, permissionsIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

/** A command to try, shown to first-time visitors. */
export interface Example {
  /** The command's name without the slash. */
  command: string;
  /** Values by option name. */
  options: Record<string, string>;
}

type Translations = Record<string, string | null | undefined> | null | undefined;

/** A command, an option or a choice, as far as it is translated. */
interface Translated {
  name: string;
  description?: string;
  name_localizations?: Translations;
  description_localizations?: Translations;
  options?: readonly Translated[];
  choices?: readonly Translated[];
}

/** What the page needs beyond the world. */
export interface PageSetting {
  /** The people a visitor can be. */
  people: { id: string; note: string }[];
  guildId: string;
  examples: Example[];
  isBotConnected: () => boolean;
}

/** Newest messages of a channel that the page gets. */
const SHOWN_MESSAGES = 100;

const kinds: Partial<Record<ChannelType, string>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildAnnouncement]: 'announcement',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.AnnouncementThread]: 'thread',
  [ChannelType.DM]: 'direct',
};

/** As Discord's client has it: what is read in the language of this person, and names as they are sent beside it. */
function inLanguage(part: Translated, locale: string): object {
  const { name_localizations: names, description_localizations: descriptions, ...rest } = part;
  const among = (parts?: readonly Translated[]) => parts?.map((one) => inLanguage(one, locale));
  return {
    ...rest,
    name_localized: names?.[locale] ?? part.name,
    description: descriptions?.[locale] ?? part.description,
    options: among(part.options),
    choices: among(part.choices),
  };
}

/** Everything but the messages. */
export function pageState(world: World, setting: PageSetting, userId: string): object {
  const guild = world.guilds.get(setting.guildId)!;
  const visible = [...world.channels.values()]
    .filter((channel) => isVisible(world, setting, userId, channel))
    .sort((a, b) => a.position - b.position);
  const commands = new Map<string, APIApplicationCommand>();
  const channels = visible.map((channel) => {
    const offered = commandsFor(world, userId, channel);
    for (const command of offered) commands.set(command.id, command);
    return { ...channelState(world, userId, channel), commandIds: offered.map((command) => command.id) };
  });
  const locale = world.locales.get(userId) ?? 'en-US';
  return {
    you: userId,
    locale,
    locales: [...LOCALES],
    people: setting.people,
    bot: { id: world.bot.id, online: setting.isBotConnected() && guild.members.has(world.bot.id) },
    guild: { id: guild.id, name: guild.name },
    users: [...world.users.values()].map((user) => ({
      id: user.id,
      name: nameOf(user),
      bot: user.bot ?? false,
    })),
    roles: [...guild.roles.values()].map(({ id, name, color }) => ({ id, name, color })),
    channels,
    commands: [...commands.values()].map((one) => inLanguage(one, locale)),
    examples: setting.examples,
  };
}

function isVisible(world: World, setting: PageSetting, userId: string, channel: Channel): boolean {
  if (channel.guildId && channel.guildId !== setting.guildId) return false;
  return (permissionsIn(world, userId, channel) & permissionBits(['ViewChannel'])) !== 0n;
}

function channelState(world: World, userId: string, channel: Channel): object {
  const other = channel.recipients?.find((user) => user.id !== userId);
  return {
    id: channel.id,
    kind: kinds[channel.type] ?? 'text',
    type: channel.type,
    name: other ? nameOf(other) : channel.name,
    topic: channel.topic,
    parentId: channel.parentId ?? null,
    withBot: channel.recipients?.some((user) => user.id === world.bot.id) ?? false,
    archived: channel.thread?.archived ?? false,
    tags: (channel.thread?.appliedTags ?? []).map((id) => tagName(world, channel, id)),
    writable: maySpeak(world, userId, channel),
    botMuted: channel.guildId !== undefined && !mayPost(world, world.bot.id, channel),
  };
}

function tagName(world: World, thread: Channel, tagId: string): string {
  return world.channels.get(thread.parentId ?? '')?.tags?.find((tag) => tag.id === tagId)?.name ?? '';
}

function nameOf(user: { global_name: string | null; username: string }): string {
  return user.global_name ?? user.username;
}

/** The newest messages of every channel this person sees, oldest first. */
export function pageMessages(world: World, setting: PageSetting, userId: string): object[] {
  return [...world.channels.values()]
    .filter((channel) => isVisible(world, setting, userId, channel))
    .flatMap((channel) => seenBy(world, userId, channel.id).slice(-SHOWN_MESSAGES))
    .map(messageState);
}

export function messageState(stored: StoredMessage): object {
  return { ...stored.message, ephemeral: stored.visibleTo !== undefined };
}

/** Whether this person may see a change to the message. */
export function mayBeTold(
  world: World,
  setting: PageSetting,
  userId: string,
  stored: StoredMessage,
): boolean {
  if (stored.visibleTo && stored.visibleTo !== userId) return false;
  const channel = world.channels.get(stored.message.channel_id);
  return channel !== undefined && isVisible(world, setting, userId, channel);
}
