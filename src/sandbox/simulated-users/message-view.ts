/** A stored message in; what a person sees of it out: its text, buttons and menus, in reading order. */
import type { APIEmbed, APIMessage } from 'discord.js';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import type { Pings, StoredMessage } from '../world/entities.ts';

export interface ButtonView {
  label: string;
  emoji: string;
  /** Empty on links. */
  customId: string;
  /** Empty on all but links. */
  url: string;
  style: ButtonStyle;
  disabled: boolean;
}

export interface SelectView {
  customId: string;
  placeholder: string;
  type: ComponentType;
  options: { label: string; value: string; description: string; chosen: boolean }[];
  minValues: number;
  maxValues: number;
  disabled: boolean;
}

interface FileView {
  name: string;
  size: number;
  url: string;
}

/** A snapshot: it does not change when the message does. */
export interface MessageView {
  id: string;
  channelId: string;
  /** Everything that can be read: content, embeds and text displays, one per line. */
  text: string;
  content: string;
  embeds: APIEmbed[];
  /** Text displays alone, in reading order. */
  texts: string[];
  buttons: ButtonView[];
  selects: SelectView[];
  files: FileView[];
  ephemeral: boolean;
  /** "thinking…" */
  loading: boolean;
  edited: boolean;
  deleted: boolean;
  /** Published from an announcement channel. */
  crossposted: boolean;
  silent: boolean;
  pings: Pings;
  nonce: string | undefined;
  replyToId: string | undefined;
  /** Sandbox time in milliseconds. */
  createdAt: number;
  /** Discord's own object. */
  raw: APIMessage;
}

interface Part {
  type: ComponentType;
  content?: string;
  label?: string;
  custom_id?: string;
  url?: string;
  style?: ButtonStyle;
  disabled?: boolean;
  emoji?: { name?: string };
  placeholder?: string;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  min_values?: number;
  max_values?: number;
  accent_color?: number;
  components?: Part[];
  accessory?: Part;
}

export function viewMessage(stored: StoredMessage): MessageView {
  const raw = structuredClone(stored.message);
  const parts = flatten((raw.components ?? []) as unknown as Part[]);
  const texts = parts.filter((one) => one.type === ComponentType.TextDisplay).map((one) => one.content ?? '');
  const flags = raw.flags ?? 0;
  return {
    id: raw.id,
    channelId: raw.channel_id,
    text: asRead([raw.content, ...raw.embeds.flatMap(embedTexts), ...texts].filter(Boolean).join('\n')),
    content: raw.content,
    embeds: raw.embeds,
    texts,
    buttons: parts.filter((one) => one.type === ComponentType.Button).map(viewButton),
    selects: parts.filter((one) => selectTypes.has(one.type)).map(viewSelect),
    files: raw.attachments.map((one) => ({ name: one.filename, size: one.size, url: one.url })),
    ephemeral: stored.visibleTo !== undefined,
    loading: (flags & MessageFlags.Loading) !== 0,
    edited: raw.edited_timestamp !== null,
    deleted: stored.deletedAt !== undefined,
    crossposted: (flags & MessageFlags.Crossposted) !== 0,
    silent: (flags & MessageFlags.SuppressNotifications) !== 0,
    pings: stored.pings,
    nonce: stored.nonce,
    replyToId: raw.message_reference?.message_id,
    createdAt: stored.createdAt,
    raw,
  };
}

const selectTypes: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** A space that keeps words on one line is read as a space. */
const asRead = (text: string): string => text.replaceAll('\u00A0', ' ');

function flatten(parts: Part[]): Part[] {
  return parts.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...(one.accessory ? [one.accessory] : []),
  ]);
}

function embedTexts(embed: APIEmbed): string[] {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [embed.author?.name, embed.title, embed.description, ...fields, embed.footer?.text].filter(
    (one) => one != null,
  );
}

function viewButton(part: Part): ButtonView {
  return {
    label: part.label ?? '',
    emoji: part.emoji?.name ?? '',
    customId: part.custom_id ?? '',
    url: part.url ?? '',
    style: part.style ?? ButtonStyle.Secondary,
    disabled: part.disabled ?? false,
  };
}

function viewSelect(part: Part): SelectView {
  const options = (part.options ?? []).map((one) => {
    return {
      label: one.label,
      value: one.value,
      description: one.description ?? '',
      chosen: one.default ?? false,
    };
  });
  return {
    customId: part.custom_id ?? '',
    placeholder: part.placeholder ?? '',
    type: part.type,
    options,
    minValues: part.min_values ?? 1,
    maxValues: part.max_values ?? 1,
    disabled: part.disabled ?? false,
  };
}
