/** In: a `Reply`. Out: the message Discord takes for it (Components V2), within every limit Discord has. */

import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import { spoken } from '../language/message.ts';
import { clip, directed, escapeMarkdown } from './markup.ts';
import type { Attachment, Block, Button, Choice, Reply, Select, Tone } from './reply.ts';

/** Discord's limits of a Components V2 message: components counted with nesting, characters over all texts. */
const MAX_COMPONENTS = 40;
const MAX_CHARACTERS = 4000;
const MAX_BUTTONS_A_ROW = 5;
const MAX_LABEL = 80;
/** Of a menu, and offered for an option. */
export const MAX_CHOICES = 25;
const MAX_CHOICE = 100;
const MAX_FILES = 10;

const COLOURS: Record<Tone, number> = {
  answer: 0x2e7d5b,
  weak: 0xc98a1b,
  none: 0x8a8f98,
  info: 0x3b6ea8,
  done: 0x2e7d5b,
  problem: 0xb3403a,
};

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
};

/** A component as Discord's API has it. */
export interface Component {
  readonly type: number;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly content?: string;
  readonly [field: string]: unknown;
}

/** What discord.js sends, for a new message as for an edit. `flags` holds IsComponentsV2 and Ephemeral only. */
export interface MessagePayload {
  readonly flags: number;
  readonly components: Component[];
  readonly files: { readonly name: string; readonly attachment: Buffer }[];
  readonly allowedMentions: { readonly parse: never[]; readonly roles?: string[] };
}

const button = (from: Button): Component => {
  const label = clip(from.label, MAX_LABEL);
  if (from.kind === 'link')
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: from.url };
  const { customId, style = 'secondary', disabled = false } = from;
  return { type: ComponentType.Button, style: STYLES[style], label, custom_id: customId, disabled };
};

const choices = (from: readonly Choice[], chosen?: string): object[] =>
  from
    .filter(({ value }) => value.length <= MAX_CHOICE)
    .slice(0, MAX_CHOICES)
    .map(({ name, value }) => ({
      label: clip(name, MAX_CHOICE),
      value,
      default: value === chosen || (chosen?.split(',').includes(value) ?? false),
    }));

/** A menu of choices as a component, for a card or a form. */
export const selectComponent = (select: Select): Component => ({
  type: ComponentType.StringSelect,
  custom_id: select.customId,
  placeholder: clip(select.placeholder, 150),
  options: choices(select.choices, select.chosen),
});

const row = (...components: Component[]): Component => ({ type: ComponentType.ActionRow, components });
const text = (content: string): Component => ({
  type: ComponentType.TextDisplay,
  content: directed(content),
});

const section = (block: Block & { kind: 'section' }): Component => {
  const accessory = block.button
    ? button(block.button)
    : block.imageUrl && { type: ComponentType.Thumbnail, media: { url: block.imageUrl } };
  const shown = text(block.text.markdown);
  return accessory ? { type: ComponentType.Section, components: [shown], accessory } : shown;
};

const rows = (buttons: readonly Button[]): Component[] =>
  Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS_A_ROW) }, (_, index) =>
    row(...buttons.slice(index * MAX_BUTTONS_A_ROW, (index + 1) * MAX_BUTTONS_A_ROW).map(button)),
  );

const render = (block: Block): Component[] => {
  switch (block.kind) {
    case 'text':
      return block.text.markdown.trim() === '' ? [] : [text(block.text.markdown)];
    case 'section':
      return [section(block)];
    case 'divider':
      return [{ type: ComponentType.Separator }];
    case 'image':
      return [
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: block.url }, description: clip(block.alt, 1024) }],
        },
      ];
    case 'buttons':
      return rows(block.buttons);
    case 'select':
      return [row(selectComponent(block))];
    case 'item':
      return block.blocks.flatMap(render);
  }
};

const parts = (component: Component): readonly Component[] => [
  component,
  ...(component.components ?? []).flatMap(parts),
  ...(component.accessory ? parts(component.accessory) : []),
];

/** How much of Discord's two limits the blocks take: components counted with nesting, characters of text. */
const measure = (blocks: readonly Block[]): { components: number; characters: number } => {
  const all = blocks.flatMap(render).flatMap(parts);
  return {
    components: all.length,
    characters: all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0),
  };
};

/** Room left for other components: the container, and one for each file. */
const fits = (blocks: readonly Block[], files: number): boolean => {
  const { components, characters } = measure(blocks);
  return components + 1 + files <= MAX_COMPONENTS && characters <= MAX_CHARACTERS;
};

/** The blocks with items left out from the last on until the card fits; whole blocks from the last on if none is left. */
const withinLimits = (blocks: readonly Block[], files: number): readonly Block[] => {
  let kept = blocks;
  while (!fits(kept, files)) {
    const item = kept.findLastIndex(({ kind }) => kind === 'item');
    const texts = kept.findLastIndex(({ kind }) => kind !== 'buttons' && kind !== 'select');
    kept = kept.toSpliced(item >= 0 ? item : texts >= 0 ? texts : kept.length - 1, 1);
  }
  return kept;
};

const fileComponent = ({ name }: Attachment): Component => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});

/** How many of the items would be shown together with these other blocks, counted from the first. */
export const countFitting = (items: readonly Block[], others: readonly Block[]): number => {
  let count = items.length;
  while (count > 0 && !fits([...others, ...items.slice(0, count)], 0)) count -= 1;
  return count;
};

/**
 * The message for a reply. Whatever the reply holds, the message has at most 40 components and 4000 characters of
 * text, something to show, and pings nobody but the roles named.
 */
export const renderMessage = (reply: Reply, isPrivate: boolean): MessagePayload => {
  const files = (reply.files ?? []).slice(0, MAX_FILES);
  const shown = withinLimits(reply.blocks, files.length).flatMap(render);
  const container: Component = {
    type: ComponentType.Container,
    accent_color: COLOURS[reply.tone ?? 'info'],
    components: shown.length > 0 ? shown : [text(escapeMarkdown(spoken`(nothing to show)`))],
  };
  return {
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    components: [container, ...files.map(fileComponent)],
    files: files.map(({ name, content }) => ({ name, attachment: Buffer.from(content) })),
    allowedMentions: { parse: [], ...(reply.pingRoleIds && { roles: [...reply.pingRoleIds] }) },
  };
};
