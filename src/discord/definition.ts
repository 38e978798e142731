/** In: a command. Out: what Discord registers for it. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command, Option, Options, Routine } from './command.ts';

/** A command or option as Discord's API has it. */
export type Definition = Readonly<Record<string, unknown>>;

const TYPES = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  boolean: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
  role: ApplicationCommandOptionType.Role,
};

const optionDetails = (option: Option): Definition => {
  switch (option.kind) {
    case 'string':
      return {
        max_length: option.maxLength,
        choices: option.choices?.map(({ name, value }) => ({ name, value })),
        autocomplete: option.suggest !== undefined,
      };
    case 'integer':
      return { min_value: option.min, max_value: option.max };
    case 'channel':
      return { channel_types: option.types };
    default:
      return {};
  }
};

const optionDefinitions = (options: Options = {}): Definition[] =>
  Object.entries(options).map(([name, option]) => ({
    type: TYPES[option.kind],
    name,
    description: option.description,
    required: option.required ?? false,
    ...optionDetails(option),
  }));

const subcommandDefinitions = (subcommands: Readonly<Record<string, Routine>>): Definition[] =>
  Object.entries(subcommands).map(([name, { description, options }]) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description,
    options: optionDefinitions(options),
  }));

const { GuildInstall, UserInstall } = ApplicationIntegrationType;
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

const body = (command: Command): Definition => {
  switch (command.kind) {
    case 'slash':
      return { description: command.description, options: optionDefinitions(command.options) };
    case 'group':
      return { description: command.description, options: subcommandDefinitions(command.subcommands) };
    case 'message':
      return {};
  }
};

/** The command as Discord's API registers it, with every field that Discord would else fill in by itself. */
export const commandDefinition = (command: Command): Definition => {
  const everywhere = command.place !== 'servers';
  const definition = {
    type: command.kind === 'message' ? ApplicationCommandType.Message : ApplicationCommandType.ChatInput,
    name: command.name,
    ...body(command),
    default_member_permissions: command.manage ? String(PermissionFlagsBits.ManageGuild) : null,
    integration_types: everywhere ? [GuildInstall, UserInstall] : [GuildInstall],
    contexts: everywhere ? [Guild, BotDM, PrivateChannel] : [Guild],
  };
  return JSON.parse(JSON.stringify(definition)) as Definition;
};
