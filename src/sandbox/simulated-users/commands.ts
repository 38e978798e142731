/** Which commands a person finds in a channel, and what they typed turned into the options Discord sends. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIAttachment,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
} from 'discord.js';
import { channelJson, memberJson } from '../world/api-shapes.ts';
import type { Channel } from '../world/entities.ts';
import { contextOf } from '../world/interactions.ts';
import { permissionsIn } from '../world/permissions.ts';
import { storeFile } from '../world/store-file.ts';
import type { World } from '../world/world.ts';

/** A file that is sent along. */
interface Upload {
  name: string;
  base64: string;
}

/** A value as typed; channels, roles and people by their id or the object itself. */
export type OptionInput = string | number | boolean | { id: string } | Upload;

/** The commands shown to this person here: registered, fit for the place, and allowed. */
export function commandsFor(world: World, userId: string, channel: Channel): APIApplicationCommand[] {
  const registered = [
    ...(channel.guildId ? (world.commands.get(channel.guildId) ?? []) : []),
    ...(world.commands.get('global') ?? []),
  ];
  return registered.filter(
    (command) => fitsPlace(world, command, channel) && mayUse(world, command, userId, channel),
  );
}

function fitsPlace(world: World, command: APIApplicationCommand, channel: Channel): boolean {
  const context = contextOf(world, {
    channelId: channel.id,
    ...(channel.guildId && { guildId: channel.guildId }),
  });
  if (command.contexts && !command.contexts.includes(context)) return false;
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const botIsMember = world.guilds.get(channel.guildId ?? '')?.members.has(world.bot.id);
  const isByGuild = context === InteractionContextType.BotDM || botIsMember;
  return isByGuild || types.includes(ApplicationIntegrationType.UserInstall);
}

/** `0` means administrators only. */
function mayUse(world: World, command: APIApplicationCommand, userId: string, channel: Channel): boolean {
  if (!channel.guildId) return true;
  const has = permissionsIn(world, userId, channel);
  if (has & PermissionFlagsBits.Administrator) return true;
  if (!(has & PermissionFlagsBits.UseApplicationCommands)) return false;
  if (command.default_member_permissions == null) return true;
  const needs = BigInt(command.default_member_permissions);
  return needs !== 0n && (has & needs) === needs;
}

/** Throws if the person is not offered such a command; the message names those that are. */
export function requireCommand(
  world: World,
  userId: string,
  channel: Channel,
  name: string,
  type: ApplicationCommandType = ApplicationCommandType.ChatInput,
): APIApplicationCommand {
  const offered = commandsFor(world, userId, channel).filter((one) => one.type === type);
  const found = offered.find((one) => one.name === name);
  if (found) return found;
  const names = offered.map((one) => one.name).join(', ') || 'none';
  throw new Error(`No command "${name}" is offered to this person here. Offered: ${names}`);
}

/** The `options` of the payload; throws if Discord's own form would not let the person send. */
export function optionData(
  world: World,
  command: APIApplicationCommand,
  path: string[],
  input: Record<string, OptionInput>,
  focused?: string,
): { options: object[]; resolved: object } {
  const defined = optionsAt(command.options ?? [], path);
  for (const name of Object.keys(input)) {
    if (!defined.some((one) => one.name === name))
      throw new Error(`/${command.name} has no option "${name}".`);
  }
  const uploads: Record<string, APIAttachment> = {};
  const options = defined.flatMap((one) => {
    const value = input[one.name];
    if (value === undefined && one.required && focused === undefined)
      throw new Error(`Option "${one.name}" is required.`);
    if (value === undefined) return [];
    const isFile = one.type === OptionType.Attachment;
    return [isFile ? fileOption(world, one, value, uploads) : oneOption(one, value, focused)];
  });
  const nested = [...path].reverse().reduce((inner: object[], name, index) => {
    const type = index === 0 ? OptionType.Subcommand : OptionType.SubcommandGroup;
    return [{ name, type, options: inner }];
  }, options);
  const resolved = { ...resolve(world, options), ...(hasAny(uploads) && { attachments: uploads }) };
  return { options: nested, resolved };
}

function optionsAt(
  options: APIApplicationCommandOption[],
  path: string[],
): APIApplicationCommandBasicOption[] {
  const [name, ...rest] = path;
  if (name === undefined) return options as APIApplicationCommandBasicOption[];
  const found = options.find((one) => one.name === name) as
    | { options?: APIApplicationCommandOption[] }
    | undefined;
  if (!found) throw new Error(`There is no subcommand "${name}".`);
  return optionsAt(found.options ?? [], rest);
}

interface SentOption {
  name: string;
  type: OptionType;
  value: string | number | boolean;
  focused?: true;
}

const hasAny = (record: object): boolean => Object.keys(record).length > 0;

/** Keeps the file, and adds it to the uploads. */
function fileOption(
  world: World,
  { name, type }: APIApplicationCommandBasicOption,
  input: OptionInput,
  uploads: Record<string, APIAttachment>,
): SentOption {
  if (typeof input !== 'object' || !('base64' in input)) throw new Error(`Option "${name}" takes a file.`);
  const bytes = Buffer.from(input.base64, 'base64');
  const stored = storeFile(world, '0', { name: input.name, type: '', bytes });
  uploads[stored.id] = stored;
  return { name, type, value: stored.id };
}

function oneOption(
  defined: APIApplicationCommandBasicOption,
  input: OptionInput,
  focused?: string,
): SentOption {
  if (typeof input === 'object' && !('id' in input))
    throw new Error(`Option "${defined.name}" takes no file.`);
  const value = typeof input === 'object' ? input.id : input;
  const isFocused = defined.name === focused;
  if (!isFocused) requireFit(defined, value);
  return { name: defined.name, type: defined.type, value, ...(isFocused && { focused: true as const }) };
}

function requireFit(defined: APIApplicationCommandBasicOption, value: string | number | boolean): void {
  const rule = defined as {
    choices?: { name: string; value: string | number }[];
    min_value?: number;
    max_value?: number;
    min_length?: number;
    max_length?: number;
  };
  const refuse = (expected: string) => {
    throw new Error(`Option "${defined.name}" takes ${expected}, not ${JSON.stringify(value)}.`);
  };
  const isNumber = defined.type === OptionType.Integer || defined.type === OptionType.Number;
  if (isNumber !== (typeof value === 'number')) refuse(isNumber ? 'a number' : 'no number');
  if (defined.type === OptionType.Integer && !Number.isInteger(value)) refuse('a whole number');
  const isBoolean = defined.type === OptionType.Boolean;
  if (isBoolean !== (typeof value === 'boolean')) refuse(isBoolean ? 'true or false' : 'a text or number');
  if (rule.choices?.length && !rule.choices.some((one) => one.value === value)) refuse('one of its choices');
  if (typeof value === 'number' && (value < (rule.min_value ?? value) || value > (rule.max_value ?? value))) {
    refuse(`${rule.min_value ?? ''} to ${rule.max_value ?? ''}`);
  }
  if (typeof value !== 'string') return;
  const longest = rule.max_length ?? 6000;
  if (value.length < (rule.min_length ?? 0) || value.length > longest) refuse(`up to ${longest} characters`);
}

/** The objects behind the ids among the options. */
function resolve(world: World, options: SentOption[]): object {
  const byId = [OptionType.User, OptionType.Channel, OptionType.Role, OptionType.Mentionable];
  const ids = options.filter((one) => byId.includes(one.type)).map((one) => String(one.value));
  return resolveIds(world, ids);
}

/** Discord's `resolved`: the people, roles and channels that have these ids. */
export function resolveIds(world: World, ids: string[]): object {
  const resolved: Record<string, Record<string, unknown>> = {};
  const put = (kind: string, id: string, value: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: value };
  };
  for (const id of ids) {
    const channel = world.channels.get(id);
    if (channel) put('channels', id, { ...channelJson(channel), permissions: '0' });
    const guild = [...world.guilds.values()].find((one) => one.roles.has(id) || one.members.has(id));
    const role = guild?.roles.get(id);
    if (role) put('roles', id, role);
    const user = world.users.get(id);
    if (user) put('users', id, user);
    const member = guild?.members.get(id);
    if (member) put('members', id, { ...memberJson(member), user: undefined, permissions: '0' });
  }
  return resolved;
}
