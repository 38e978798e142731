/** In: a command. Out: what Discord registers for it. */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { LANGUAGES } from '../language/languages.ts';
import { tell } from '../language/message.ts';
import type { Command, Option, Options, Routine } from './command.ts';

/** A command or option as Discord's API has it. */
export type Definition = Readonly<Record<string, unknown>>;

const TYPES = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  boolean: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
  role: ApplicationCommandOptionType.Role,
  file: ApplicationCommandOptionType.Attachment,
};

/** A text of a command in every language except English, by Discord's locale. */
const inOtherLanguages = (english: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    LANGUAGES.slice(1).flatMap((language) =>
      language.locales.map((locale) => [locale, tell(english, language)] as const),
    ),
  );

/** What describes a command or an option, in all languages. */
const described = (description: string): Definition => ({
  description,
  description_localizations: inOtherLanguages(description),
});

const optionDetails = (option: Option): Definition => {
  switch (option.kind) {
    case 'string':
      return {
        max_length: option.maxLength,
        choices: option.choices?.map(({ name, value }) => ({
          name,
          name_localizations: inOtherLanguages(name),
          value,
        })),
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
    ...described(option.description),
    required: option.required ?? false,
    ...optionDetails(option),
  }));

const subcommandDefinitions = (subcommands: Readonly<Record<string, Routine>>): Definition[] =>
  Object.entries(subcommands).map(([name, { description, options }]) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...described(description),
    options: optionDefinitions(options),
  }));

const { GuildInstall, UserInstall } = ApplicationIntegrationType;
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

const body = (command: Command): Definition => {
  switch (command.kind) {
    case 'slash':
      return { ...described(command.description), options: optionDefinitions(command.options) };
    case 'group':
      return { ...described(command.description), options: subcommandDefinitions(command.subcommands) };
    case 'message':
      return { name_localizations: inOtherLanguages(command.name) };
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
