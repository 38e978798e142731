/** Commands to be registered in; Discord's refusal thrown if they pass its limits. */
import {
  type APIApplicationCommand,
  ApplicationCommandType as CommandType,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';
import { checkLocalizations } from './locale-limits.ts';
import { type Path, Problems } from './problems.ts';

type Wanted = Partial<APIApplicationCommand>;

/** An option as it came; subcommands nest further ones. */
interface RawOption {
  type?: OptionType;
  name?: string;
  description?: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name?: string; value?: unknown; name_localizations?: Record<string, string> | null }[];
  options?: RawOption[];
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
}

/** Letters, digits, dashes and underscores of any script; Discord also wants them in lower case. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_CHARACTERS = 8000;
/** Per scope: slash commands, and of each kind of context-menu command. */
const MAX_COMMANDS = { [CommandType.ChatInput]: 100, [CommandType.User]: 15, [CommandType.Message]: 15 };

export function checkCommand(command: Wanted): void {
  const problems = new Problems();
  checkOne(problems, [], command);
  problems.refuse();
}

export function checkCommandList(commands: Wanted[]): void {
  const problems = new Problems();
  const typeOf = (command: Wanted) => command.type ?? CommandType.ChatInput;
  commands.forEach((command, index) => {
    checkOne(problems, [index], command);
    const first = commands.findIndex((one) => one.name === command.name && typeOf(one) === typeOf(command));
    if (first < index) {
      problems.add(
        [index],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
  });
  for (const [type, max] of Object.entries(MAX_COMMANDS)) {
    const count = commands.filter((one) => typeOf(one) === Number(type)).length;
    if (count > max)
      problems.add([], 'MAX_COMMANDS', `Maximum number of application commands reached (${max}).`);
  }
  problems.refuse();
}

function checkOne(problems: Problems, path: Path, command: Wanted): void {
  const isSlash = (command.type ?? CommandType.ChatInput) === CommandType.ChatInput;
  checkLocalizations(problems, path, command);
  if (isSlash) {
    checkName(problems, [...path, 'name'], command.name);
    problems.text([...path, 'description'], command.description, { min: 1, max: 100 });
    checkOptions(problems, [...path, 'options'], (command.options ?? []) as RawOption[], 0);
  } else {
    problems.text([...path, 'name'], command.name, { min: 1, max: 32 });
    if (command.description) {
      const message = 'Context menu commands cannot have description';
      problems.add([...path, 'description'], 'APPLICATION_COMMAND_INVALID_DESCRIPTION', message);
    }
  }
  const permissions: unknown = command.default_member_permissions;
  if (permissions != null && !/^\d+$/.test(String(permissions))) {
    problems.add(
      [...path, 'default_member_permissions'],
      'NUMBER_TYPE_COERCE',
      `Value "${permissions}" is not int.`,
    );
  }
  if (charactersOf(command as unknown as RawOption) > MAX_CHARACTERS) {
    const message = `Command exceeds maximum size (${MAX_CHARACTERS})`;
    problems.add(path, 'APPLICATION_COMMAND_TOO_LARGE', message);
  }
}

function checkName(problems: Problems, path: Path, name: unknown): void {
  if (typeof name === 'string' && NAME.test(name) && name === name.toLowerCase()) return;
  problems.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

const nesting = [OptionType.Subcommand, OptionType.SubcommandGroup];

function checkOptions(problems: Problems, path: Path, options: RawOption[], depth: number): void {
  problems.count(path, options.length, { max: 25 });
  let optionalSeen = false;
  options.forEach((option, index) => {
    const here = [...path, index];
    checkOption(problems, here, option, depth);
    if (options.findIndex((one) => one.name === option.name) < index) {
      problems.add(here, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique');
    }
    if (option.required && optionalSeen) {
      const message = 'Required options must be placed before non-required options';
      problems.add(here, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    optionalSeen ||= !option.required;
  });
  const kinds = new Set(options.map((option) => nesting.includes(option.type as OptionType)));
  if (kinds.size > 1) {
    const message =
      'Sub-command and sub-command group option types are mutually exclusive to all other types';
    problems.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
  }
}

function checkOption(problems: Problems, path: Path, option: RawOption, depth: number): void {
  checkName(problems, [...path, 'name'], option.name);
  problems.text([...path, 'description'], option.description, { min: 1, max: 100 });
  checkLocalizations(problems, path, option);
  if (!(Number(option.type) >= 1 && Number(option.type) <= 11)) {
    problems.add([...path, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of (1 to 11).');
  }
  if (nesting.includes(option.type as OptionType) && depth < 2) {
    checkOptions(problems, [...path, 'options'], option.options ?? [], depth + 1);
  }
  problems.count([...path, 'choices'], option.choices?.length ?? 0, { max: 25 });
  option.choices?.forEach((choice, index) => {
    problems.text([...path, 'choices', index, 'name'], choice.name, { min: 1, max: 100 });
    if (typeof choice.value === 'string')
      problems.text([...path, 'choices', index, 'value'], choice.value, { max: 100 });
  });
  if (option.autocomplete && option.choices?.length) {
    const message = 'Choices and autocomplete cannot both be set';
    problems.add(path, 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID', message);
  }
}

/** What counts against the 8000: names, descriptions and values, each in its longest translation. */
function charactersOf(part: RawOption): number {
  const longest = (text: unknown, translations: Record<string, string> | null | undefined) =>
    Math.max(String(text ?? '').length, ...Object.values(translations ?? {}).map((one) => one.length));
  const own =
    longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);
  const choices = (part.choices ?? []).map(
    (choice) => longest(choice.name, choice.name_localizations) + String(choice.value ?? '').length,
  );
  return [own, ...choices, ...(part.options ?? []).map(charactersOf)].reduce((sum, one) => sum + one, 0);
}
