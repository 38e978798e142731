/**
 * What a command answers with: a card as plain data, without a word of Discord's payloads. `messages.ts` turns it
 * into one.
 */
import { DatelineError } from '../domain/errors.ts';
import type { Markup } from './markup.ts';

/** What the accent colour says: an answer, a weak one, nothing found, plain news, something done, a problem. */
export type Tone = 'answer' | 'weak' | 'none' | 'info' | 'done' | 'problem';

/** A button that comes back to a command's action. */
export interface ActionButton {
  readonly kind: 'action';
  /** At most 80 characters. */
  readonly label: string;
  /** Made by `customId`. */
  readonly customId: string;
  readonly style?: 'primary' | 'secondary' | 'success' | 'danger';
  readonly disabled?: boolean;
}

/** A button that opens an address. */
interface LinkButton {
  readonly kind: 'link';
  readonly label: string;
  /** http(s), at most 512 characters. */
  readonly url: string;
}

export type Button = ActionButton | LinkButton;

/** One thing to choose, in a select menu, an option's list or autocomplete. */
export interface Choice {
  /** Shown; at most 100 characters, longer names are clipped. */
  readonly name: string;
  /** Sent back; at most 100 characters. A choice with a longer value is left out. */
  readonly value: string;
}

/** A menu that comes back to a command's action with the chosen value. */
export interface Select {
  readonly customId: string;
  readonly placeholder: string;
  /** 1 to 25; more are left out. */
  readonly choices: readonly Choice[];
  /** The value, or several separated by commas. */
  readonly chosen?: string;
}

export type Block =
  /** A paragraph or more. */
  | { readonly kind: 'text'; readonly text: Markup }
  /** A paragraph with a button, or a picture, at its side. */
  | { readonly kind: 'section'; readonly text: Markup; readonly button?: Button; readonly imageUrl?: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  /** Rows of five. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | ({ readonly kind: 'select' } & Select)
  /**
   * Blocks shown together or not at all. If the card would pass a limit of Discord's, its items are left out from
   * the last on, until it fits. Anything long or of unknown number belongs in items.
   */
  | { readonly kind: 'item'; readonly blocks: readonly Block[] };

/** A file sent along, shown at the card's end. */
export interface Attachment {
  /** A file name of letters, digits, dot, dash and underscore. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** One message. */
export interface Reply {
  /** Default `info`. */
  readonly tone?: Tone;
  readonly blocks: readonly Block[];
  readonly files?: readonly Attachment[];
  /**
   * Who sees it. By default what was asked for (the command's `private` option, else its own default), and only the
   * person who pressed for a button, select or form.
   */
  readonly visibility?: 'public' | 'private';
  /** Takes the place of the message whose button, select or form was used. Ignored elsewhere. */
  readonly inPlace?: boolean;
  /**
   * Of an answer: the id of its question as it is kept, and the articles it quotes. If everyone sees it, it is edited when
   * they are corrected.
   */
  readonly answer?: { readonly id: string; readonly quoted: readonly number[] };
  /** The id of an answer's question as it is kept, for this is its sharing: it is posted once, whoever presses how often. */
  readonly shares?: string;
  /** The roles this message may ping. Nothing else ever pings. */
  readonly pingRoleIds?: readonly string[];
}

/** A short form. Its answers come back to the action of its `customId` as `fields`. */
export interface Form {
  /** At most 45 characters; longer ones are clipped. */
  readonly title: string;
  readonly customId: string;
  /** 1 to 5. */
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  /** At most 45 characters. */
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** A line, several lines, one of up to 25 choices or some of them, or a channel or role by Discord's own pickers. */
  readonly kind: 'line' | 'paragraph' | 'choice' | 'choices' | 'channel' | 'role';
  /** Text, the value of a choice, or an id; of several, separated by commas. */
  readonly value?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** For `choice` and `choices`. */
  readonly choices?: readonly Choice[];
  /** For `channel`: Discord's channel types that may be chosen. */
  readonly types?: readonly number[];
}

/** Longest custom_id Discord takes. */
const CUSTOM_ID_MAX = 100;

/**
 * The address of an action: `<command>:<action>[:<argument>…]`. Arguments come back as `input.args`; they are seen
 * by anyone with the message and can be forged, so they name things and never carry rights. Throws `invalid` if
 * the whole is over 100 characters or an argument holds a colon.
 */
export const customId = (command: string, action: string, ...args: readonly (string | number)[]): string => {
  const parts = [command, action, ...args.map(String)];
  const id = parts.join(':');
  if (id.length > CUSTOM_ID_MAX || parts.some((part) => part.includes(':')))
    throw new DatelineError('invalid', `Expected a button address of at most 100 characters, got ${id}.`);
  return id;
};

/** `to`: what `customId` makes the address of. */
export const actionButton = (
  label: string,
  to: Parameters<typeof customId>,
  style?: ActionButton['style'],
): ActionButton => ({ kind: 'action', label, customId: customId(...to), ...(style && { style }) });

/** The parts of an action's address, or null if it is not one. */
export const parseCustomId = (
  id: string,
): { command: string; action: string; args: readonly string[] } | null => {
  const [command, action, ...args] = id.split(':');
  return command && action ? { command, action, args } : null;
};

/** A reply of one paragraph. */
export const say = (text: Markup, rest: Omit<Reply, 'blocks'> = {}): Reply => ({
  ...rest,
  blocks: [{ kind: 'text', text }],
});
