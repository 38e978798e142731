/** What one person can do to the bot, each deed turned into the interaction that Discord makes of it; refused if Discord's client would not offer it. */
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { holdsMessages } from '../world/api-shapes.ts';
import type { Channel, StoredInteraction, StoredMessage } from '../world/entities.ts';
import { createInteraction, type InteractionInit } from '../world/interactions.ts';
import { permissionsIn } from '../world/permissions.ts';
import { postMessage } from '../world/post-message.ts';
import type { World } from '../world/world.ts';
import { type OptionInput, optionData, requireCommand, resolveIds } from './commands.ts';
import { type ButtonView, type MessageView, type SelectView, viewMessage } from './message-view.ts';
import { chosenIds, type FieldInput, submittedFields } from './modal-fields.ts';

/** A channel or a message, by id or as any object that has one. */
export type Ref = string | { id: string };

/** One person's deeds. Each throws an Error that says why it cannot be done. */
export class Actions {
  readonly #world: World;
  readonly #userId: string;

  constructor(world: World, userId: string) {
    this.#world = world;
    this.#userId = userId;
  }

  /** The channel, if this person may look into it. */
  channel(ref: Ref): Channel {
    return requireVisibleChannel(this.#world, this.#userId, ref);
  }

  /** The message, if this person can see it. */
  message(ref: Ref): StoredMessage {
    return requireVisibleMessage(this.#world, this.#userId, ref);
  }

  slash(channelRef: Ref, name: string, input: Record<string, OptionInput>): StoredInteraction {
    const { channel, path, command } = this.#slashCommand(channelRef, name);
    const data = { ...commandData(command), ...optionData(this.#world, command, path, input) };
    const type = InteractionType.ApplicationCommand;
    return this.#act({ type, channelId: channel.id, data, commandName: `/${name}` });
  }

  autocomplete(
    channelRef: Ref,
    name: string,
    option: string,
    typed: string,
    others: Record<string, OptionInput>,
  ): StoredInteraction {
    const { channel, path, command } = this.#slashCommand(channelRef, name);
    const input = { ...others, [option]: typed };
    const { options } = optionData(this.#world, command, path, input, option);
    const type = InteractionType.ApplicationCommandAutocomplete;
    return this.#act({ type, channelId: channel.id, data: { ...commandData(command), options } });
  }

  contextMenu(messageRef: Ref, name: string): StoredInteraction {
    const { message } = this.message(messageRef);
    const channel = this.channel(message.channel_id);
    const command = requireCommand(this.#world, this.#userId, channel, name, ApplicationCommandType.Message);
    const resolved = { messages: { [message.id]: message } };
    const data = { ...commandData(command), target_id: message.id, resolved };
    const type = InteractionType.ApplicationCommand;
    return this.#act({ type, channelId: channel.id, data, commandName: name });
  }

  press(messageRef: Ref, wanted: string): StoredInteraction {
    const stored = this.message(messageRef);
    const { customId } = requireButton(viewMessage(stored), wanted);
    return this.#useComponent(stored, { component_type: ComponentType.Button, custom_id: customId });
  }

  /** `wanted` undefined means the only menu. */
  select(messageRef: Ref, wanted: string | undefined, values: string[]): StoredInteraction {
    const stored = this.message(messageRef);
    const { type, customId } = requireSelect(viewMessage(stored), wanted, values);
    const resolved = type === ComponentType.StringSelect ? {} : { resolved: resolveIds(this.#world, values) };
    return this.#useComponent(stored, { component_type: type, custom_id: customId, values, ...resolved });
  }

  /** `form` is the id of the interaction that opened it. */
  submit(form: string, values: Record<string, FieldInput>): StoredInteraction {
    const opened = this.#world.interactions.get(form);
    if (!opened?.modal || opened.userId !== this.#userId) throw new Error('There is no such form.');
    const { modal, channelId, sourceMessageId } = opened;
    const components = submittedFields(modal, values);
    const resolved = resolveIds(this.#world, chosenIds(components));
    const data = { custom_id: modal.custom_id, components, resolved };
    const source = sourceMessageId ? { sourceMessageId } : {};
    return this.#act({ type: InteractionType.ModalSubmit, channelId, data, ...source });
  }

  say(channelRef: Ref, content: string, replyTo?: Ref): StoredMessage {
    const channel = this.channel(channelRef);
    requireMaySpeak(this.#world, this.#userId, channel, content);
    const reference = replyTo ? { message_reference: { message_id: idOf(replyTo) } } : {};
    const author = this.#world.users.get(this.#userId)!;
    return postMessage(this.#world, { channel, author, body: { content, ...reference } });
  }

  #slashCommand(channelRef: Ref, name: string) {
    const channel = this.channel(channelRef);
    const [commandName, ...path] = name.split(' ') as [string, ...string[]];
    return { channel, path, command: requireCommand(this.#world, this.#userId, channel, commandName) };
  }

  #useComponent({ message }: StoredMessage, data: Record<string, unknown>): StoredInteraction {
    const type = InteractionType.MessageComponent;
    return this.#act({ type, channelId: message.channel_id, sourceMessageId: message.id, data });
  }

  #act(init: Omit<InteractionInit, 'userId'>): StoredInteraction {
    return createInteraction(this.#world, { ...init, userId: this.#userId });
  }
}

export function idOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.id;
}

function requireVisibleChannel(world: World, userId: string, ref: Ref): Channel {
  const channel = world.channels.get(idOf(ref));
  if (!channel) throw new Error('There is no such channel (any more).');
  if (!(permissionsIn(world, userId, channel) & PermissionFlagsBits.ViewChannel)) {
    throw new Error('This person cannot see that channel.');
  }
  return channel;
}

function requireVisibleMessage(world: World, userId: string, ref: Ref): StoredMessage {
  const stored = world.messages.get(idOf(ref));
  if (!stored || stored.deletedAt !== undefined) {
    throw new Error('There is no such message (any more).');
  }
  if (stored.visibleTo && stored.visibleTo !== userId) {
    throw new Error('This person cannot see that message.');
  }
  requireVisibleChannel(world, userId, stored.message.channel_id);
  return stored;
}

/** Whether someone can write messages straight into a channel. */
export function maySpeak(world: World, userId: string, channel: Channel): boolean {
  return holdsMessages(channel) && mayPost(world, userId, channel);
}

/** Whether someone has the permission to post: messages, or in a forum whole posts. */
export function mayPost(world: World, userId: string, channel: Channel): boolean {
  const needed = channel.thread
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return (permissionsIn(world, userId, channel) & needed) !== 0n;
}

function requireMaySpeak(world: World, userId: string, channel: Channel, content: string): void {
  if (!maySpeak(world, userId, channel)) throw new Error('This person cannot post there.');
  if (content.trim() === '') throw new Error('A message needs some text.');
  if (content.length > 2000) throw new Error('A message holds up to 2000 characters.');
}

function requireButton(message: MessageView, wanted: string): ButtonView {
  const found = message.buttons.find(
    (one) => [one.label, one.emoji, one.customId].includes(wanted) && !one.url,
  );
  if (!found) {
    const labels = message.buttons.map((one) => one.label || one.emoji).join(', ');
    throw new Error(`No button "${wanted}". Buttons: ${labels || 'none'}`);
  }
  if (found.disabled) throw new Error(`The button "${wanted}" is disabled.`);
  return found;
}

function requireSelect(message: MessageView, wanted: string | undefined, values: string[]): SelectView {
  const found = message.selects.find(
    (one) => wanted === undefined || [one.placeholder, one.customId].includes(wanted),
  );
  if (!found) throw new Error(`No menu "${wanted}".`);
  if (found.disabled) throw new Error('The menu is disabled.');
  if (values.length < found.minValues || values.length > found.maxValues) {
    throw new Error(`The menu takes ${found.minValues} to ${found.maxValues} values, not ${values.length}.`);
  }
  const unknown = values.find((value) => !found.options.some((one) => one.value === value));
  if (found.type === ComponentType.StringSelect && unknown !== undefined) {
    throw new Error(`The menu has no option "${unknown}".`);
  }
  return found;
}

function commandData(command: APIApplicationCommand): Record<string, unknown> {
  const guild = command.guild_id ? { guild_id: command.guild_id } : {};
  return { id: command.id, name: command.name, type: command.type, ...guild };
}
