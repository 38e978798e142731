/** In: a slash command as Discord sends it. Out: the values of its options, as the command declared them. */

import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { DatelineError } from '../domain/errors.ts';
import { counted, type Message, sentence, tell } from '../language/message.ts';
import type { Command, Option, Options, OptionValues, Routine, SuggestContext } from './command.ts';
import { readUpload } from './read-upload.ts';

/** Discord's own limit. */
const MAX_STRING = 6_000;

type Given = ChatInputCommandInteraction['options'];

const readers = {
  string: (given: Given, name: string) => given.getString(name),
  integer: (given: Given, name: string) => given.getInteger(name),
  boolean: (given: Given, name: string) => given.getBoolean(name),
  role: (given: Given, name: string) => {
    const role = given.getRole(name);
    return role && { id: role.id, name: role.name };
  },
  file: (given: Given, name: string) => {
    const file = given.getAttachment(name);
    return file && { name: file.name, read: () => readUpload(file) };
  },
  channel: (given: Given, name: string) => {
    const channel = given.getChannel(name);
    if (channel === null) return null;
    const parent =
      'parentId' in channel ? channel.parentId : 'parent_id' in channel ? channel.parent_id : null;
    return { id: channel.id, name: channel.name ?? '', type: channel.type, parentId: parent ?? null };
  },
} satisfies Record<Option['kind'], (given: Given, name: string) => unknown>;

/** The value of an own field. Its name comes from outside, and may be `__proto__`. */
export const ownValue = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

type Value = ReturnType<(typeof readers)[keyof typeof readers]>;

/** What an option takes, in words, if the value is something else; Discord's own form lets nobody send that. */
const expectedInstead = (option: Option, value: Value): Message | null => {
  if (value === null) return option.required ? sentence`a value` : null;
  if (option.kind === 'string') {
    const { choices, maxLength = MAX_STRING } = option;
    const isOffered = choices === undefined || choices.some((choice) => choice.value === value);
    if (!isOffered) return sentence`one of ${choices.map(({ name }) => tell(name)).join(', ')}`;
    return String(value).length > maxLength ? sentence`at most ${counted(maxLength, 'character')}` : null;
  }
  if (option.kind === 'integer') {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = option;
    return Number(value) >= min && Number(value) <= max ? null : sentence`a number from ${min} to ${max}`;
  }
  if (option.kind !== 'channel' || option.types === undefined) return null;
  return option.types.includes((value as { type: number }).type) ? null : sentence`another kind of channel`;
};

const readOption = (name: string, option: Option, given: Given): Value => {
  const refuse = (expected: Message): DatelineError =>
    new DatelineError('invalid', sentence`Expected ${expected} for “${name}”; got something else.`);
  let value: Value;
  try {
    value = readers[option.kind](given, name);
  } catch (cause) {
    throw new DatelineError('invalid', sentence`“${name}” has a value of another kind than expected.`, {
      cause,
    });
  }
  const isNothing = value === null && (given.get(name)?.value ?? '') !== '';
  const expected = isNothing ? sentence`something of this server` : expectedInstead(option, value);
  if (expected !== null) throw refuse(expected);
  return value;
};

/** Null if an option was left out. Throws `invalid` for a value that the option does not take. */
export const readOptions = (options: Options, given: Given): OptionValues<Options> =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, readOption(name, option, given)]),
  ) as OptionValues<Options>;

/** What runs: the command itself, or the subcommand that was chosen; null if there is no such one. */
export const routineOf = (
  command: Command,
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): Routine | null => {
  if (command.kind === 'slash') return command;
  if (command.kind === 'message') return null;
  return ownValue(command.subcommands, interaction.options.getSubcommand(false) ?? '') ?? null;
};

/** The options typed so far, while suggestions are asked for. */
export const readTyped = (interaction: AutocompleteInteraction): SuggestContext['typed'] =>
  Object.fromEntries(
    interaction.options.data
      .flatMap((option) => option.options ?? [option])
      .map(({ name, value }) => [name, value]),
  );
