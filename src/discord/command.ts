/**
 * A command: what it is called, what it takes, and what it does. One value serves registration, autocomplete,
 * dispatch and `/help`. In: what a person typed, pressed or filled in. Out: `Reply` values.
 */
import type { App } from '../app.ts';
import type { PostedAnswer } from '../domain/posted-answer.ts';
import type { Choice, Form, Reply } from './reply.ts';

/** Who used a command, button or form, and where. Checked by Discord, not by us: true for this interaction only. */
export interface Person {
  readonly id: string;
  /** As shown in this server. */
  readonly name: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The roles they have in this server; none in direct messages. */
  readonly roleIds: readonly string[];
  /** Holds Manage Server here; false in direct messages, and in servers that did not add the bot. */
  readonly canManage: boolean;
  /** Owns the bot's application, or is in the team that does. */
  readonly ownsApp: boolean;
  /** As Discord names it, such as `en-GB`. */
  readonly locale: string;
}

/** A channel or thread that was chosen. */
interface ChannelChoice {
  readonly id: string;
  readonly name: string;
  /** Discord's channel type (0 text, 5 announcement, 11 thread, 15 forum …). */
  readonly type: number;
  readonly parentId: string | null;
}

interface RoleChoice {
  readonly id: string;
  readonly name: string;
}

/** A file that was uploaded. */
interface UploadedFile {
  readonly name: string;
  /** Throws `limit` if it is too large, `unavailable` if Discord does not hand it over. */
  read(): Promise<Uint8Array>;
}

interface OptionBase {
  /** 1 to 100 characters. */
  readonly description: string;
  readonly required?: boolean;
}

/** What else was typed so far, by option name, for suggestions that depend on it. */
export interface SuggestContext {
  readonly by: Person;
  readonly typed: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** Choices for what was typed so far, best first; the first 25 are shown. Other text stays allowed. Must be quick. */
export type Suggest = (typed: string, app: App, context: SuggestContext) => Promise<readonly Choice[]>;

export interface StringOption extends OptionBase {
  readonly kind: 'string';
  readonly maxLength?: number;
  /** The only values allowed, at most 25. Not together with `suggest`. */
  readonly choices?: readonly Choice[];
  readonly suggest?: Suggest;
}
interface IntegerOption extends OptionBase {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
}
interface BooleanOption extends OptionBase {
  readonly kind: 'boolean';
}
interface ChannelOption extends OptionBase {
  readonly kind: 'channel';
  /** Discord's channel types that may be chosen; default all. */
  readonly types?: readonly number[];
}
interface RoleOption extends OptionBase {
  readonly kind: 'role';
}
interface FileOption extends OptionBase {
  readonly kind: 'file';
}

export type Option = StringOption | IntegerOption | BooleanOption | ChannelOption | RoleOption | FileOption;
/** In the order they are shown, required ones first. Names are lower case. */
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { choices: readonly { value: infer V }[] }
  ? V
  : {
      string: string;
      integer: number;
      boolean: boolean;
      channel: ChannelChoice;
      role: RoleChoice;
      file: UploadedFile;
    }[O['kind']];

/** What was given, by option name; null if an optional one was left out. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { required: true } ? ValueOf<O[K]> : ValueOf<O[K]> | null;
};

/** One message, or several in order. */
export type Replies = Reply | readonly Reply[];

export interface CommandInput<O extends Options = Options> {
  readonly options: OptionValues<O>;
  readonly by: Person;
  /** Discord's ids of the bot's commands, by name; empty until they are known. */
  readonly commandIds: ReadonlyMap<string, string>;
}

/** A message that someone asked about, or that addresses the bot. */
export interface MessageInput {
  readonly by: Person;
  /** Without the mention of the bot, trimmed; may be empty. */
  readonly text: string;
  /** The custom_ids of the bot's own message that this one replies to; empty if it replies to none. */
  readonly repliedTo: readonly string[];
}

export interface ActionInput {
  readonly by: Person;
  /** What follows the action in the custom_id. */
  readonly args: readonly string[];
  /** The chosen value of a select, else null. */
  readonly chosen: string | null;
  /** The answers of a form by field name, else empty. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A number in `args` or `chosen`; 0 if none stands there, as in a forged press. */
export const readNumber = (text: string | null | undefined): number =>
  /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;

interface ActionBase {
  /** Only for those with Manage Server, checked at every press. Default: the command's `manage`. */
  readonly manage?: boolean;
}
/** What a button, select or submitted form does. */
export interface RunAction extends ActionBase {
  run(input: ActionInput, app: App): Promise<Replies>;
}
/** A button that opens a form. Must be quick (well under 3 s): Discord takes a form only as the first answer to a press. */
interface FormAction extends ActionBase {
  form(input: ActionInput, app: App): Promise<Form>;
}
export type Action = RunAction | FormAction;

interface CommandBase {
  /** 1 to 32 characters: lower case for slash commands, as shown in the menu for message commands. */
  readonly name: string;
  /** Where it can be used: everywhere the bot or the user-installed app is, or in servers that added the bot only. */
  readonly place?: 'everywhere' | 'servers';
  /** Offered to those with Manage Server by default, and refused to others, whatever Discord let them do. */
  readonly manage?: boolean;
  /** It decides by itself who may use it: `manage` only says to whom it is offered. */
  readonly decidesItself?: boolean;
  /** Answers only the person who asked, unless a `private` option says otherwise. Default false. */
  readonly private?: boolean;
  /** By name, as in `customId(command, action, …)`. */
  readonly actions?: Readonly<Record<string, Action>>;
}

/** What one slash command, or one subcommand, takes and does. */
export interface Routine<O extends Options = Options> {
  /** 1 to 100 characters. */
  readonly description: string;
  readonly options?: O;
  /** `app`, here and below, is as it is heard where the command is used: see `hearApp`. */
  run(input: CommandInput<O>, app: App): Promise<Replies>;
}

/** A slash command without subcommands. */
export interface SlashCommand<O extends Options = Options> extends CommandBase, Routine<O> {
  readonly kind: 'slash';
  /** Set on the one command that takes mentions and direct messages. */
  onMessage?(input: MessageInput, app: App): Promise<Replies>;
  /** What was posted anew, if it is of this command's kind and a sentence it quotes was corrected; else null. */
  rebuildPosted?(answer: PostedAnswer, app: App): Promise<Reply | null>;
}

/** A slash command that is only a name for its subcommands, such as `/feeds add`. */
interface SlashGroup extends CommandBase {
  readonly kind: 'group';
  readonly description: string;
  readonly subcommands: Readonly<Record<string, Routine>>;
}

/** An entry of the menu on a message (Apps). */
export interface MessageCommand extends CommandBase {
  readonly kind: 'message';
  /** For `/help`; Discord shows none. */
  readonly description: string;
  run(input: MessageInput, app: App): Promise<Replies>;
}

export type Command = SlashCommand | SlashGroup | MessageCommand;

/** Options checked against `run`: `const ask = slash({ options: { … }, run: async ({ options }, app) => … })`. */
export const slash = <const O extends Options = Record<never, never>>(
  command: Omit<SlashCommand<O>, 'kind'>,
): SlashCommand => ({ kind: 'slash', ...command }) as unknown as SlashCommand;

/** A subcommand for `SlashGroup.subcommands`, its options checked against its `run`. */
export const subcommand = <const O extends Options = Record<never, never>>(routine: Routine<O>): Routine =>
  routine as unknown as Routine;
