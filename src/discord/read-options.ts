/** In: a slash command as Discord sends it. Out: the values of its options, as the command declared them. */
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Command, Option, Options, OptionValues, Routine, SuggestContext } from './command.ts';

type Given = ChatInputCommandInteraction['options'];

const readers = {
  string: (given: Given, name: string) => given.getString(name),
  integer: (given: Given, name: string) => given.getInteger(name),
  boolean: (given: Given, name: string) => given.getBoolean(name),
  role: (given: Given, name: string) => {
    const role = given.getRole(name);
    return role && { id: role.id, name: role.name };
  },
  channel: (given: Given, name: string) => {
    const channel = given.getChannel(name);
    if (channel === null) return null;
    const parent =
      'parentId' in channel ? channel.parentId : 'parent_id' in channel ? channel.parent_id : null;
    return { id: channel.id, name: channel.name ?? '', type: channel.type, parentId: parent ?? null };
  },
} satisfies Record<Option['kind'], (given: Given, name: string) => unknown>;

/** Null where an option was left out. */
export const readOptions = (options: Options, given: Given): OptionValues<Options> =>
  Object.fromEntries(
    Object.entries(options).map(([name, { kind }]) => [name, readers[kind](given, name)]),
  ) as OptionValues<Options>;

/** What runs: the command itself, or the subcommand that was chosen; null where there is no such one. */
export const routineOf = (
  command: Command,
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): Routine | null => {
  if (command.kind === 'slash') return command;
  if (command.kind === 'message') return null;
  return command.subcommands[interaction.options.getSubcommand(false) ?? ''] ?? null;
};

/** The options typed so far, while suggestions are asked for. */
export const readTyped = (interaction: AutocompleteInteraction): SuggestContext['typed'] =>
  Object.fromEntries(
    interaction.options.data
      .flatMap((option) => option.options ?? [option])
      .map(({ name, value }) => [name, value]),
  );
