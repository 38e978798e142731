/** What one person can do to the bot, each deed turned into the interaction that tells it; refused where Discord's client would not offer it. */
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
import { type FieldInput, submittedFields } from './modal-fields.ts';

/** A channel or a message, by id or as any object that has one. */
export type Ref = string | { id: string };

/** Each throws an Error that says why it cannot be done. */
export interface Actions {
  slash(channel: Ref, command: string, options: Record<string, OptionInput>): StoredInteraction;
  autocomplete(
    channel: Ref,
    command: string,
    option: string,
    typed: string,
    others: Record<string, OptionInput>,
  ): StoredInteraction;
  contextMenu(message: Ref, command: string): StoredInteraction;
  press(message: Ref, button: string): StoredInteraction;
  select(message: Ref, menu: string | undefined, values: string[]): StoredInteraction;
  /** `form` is the id of the interaction that opened it. */
  submit(form: string, values: Record<string, FieldInput>): StoredInteraction;
  say(channel: Ref, content: string, replyTo?: Ref): StoredMessage;
  /** The channel, where this person may look into it. */
  channel(ref: Ref): Channel;
  /** The message, where this person can see it. */
  message(ref: Ref): StoredMessage;
}

export function createActions(world: World, userId: string): Actions {
  const act = (init: Omit<InteractionInit, 'userId'>) => createInteraction(world, { ...init, userId });
  const channelFor = (ref: Ref) => requireVisibleChannel(world, userId, ref);
  const messageFor = (ref: Ref) => requireVisibleMessage(world, userId, ref);
  const slashCommand = (ref: Ref, name: string) => {
    const channel = channelFor(ref);
    const [commandName, ...path] = name.split(' ') as [string, ...string[]];
    return { channel, path, command: requireCommand(world, userId, channel, commandName) };
  };
  const useComponent = ({ message }: StoredMessage, data: Record<string, unknown>) =>
    act({
      type: InteractionType.MessageComponent,
      channelId: message.channel_id,
      sourceMessageId: message.id,
      data,
    });
  return {
    channel: channelFor,
    message: messageFor,
    slash(ref, name, input) {
      const { channel, path, command } = slashCommand(ref, name);
      const data = { ...commandData(command), ...optionData(world, command, path, input) };
      return act({
        type: InteractionType.ApplicationCommand,
        channelId: channel.id,
        data,
        commandName: `/${name}`,
      });
    },
    autocomplete(ref, name, option, typed, others) {
      const { channel, path, command } = slashCommand(ref, name);
      const { options } = optionData(world, command, path, { ...others, [option]: typed }, option);
      const type = InteractionType.ApplicationCommandAutocomplete;
      return act({ type, channelId: channel.id, data: { ...commandData(command), options } });
    },
    contextMenu(ref, name) {
      const { message } = messageFor(ref);
      const channel = channelFor(message.channel_id);
      const command = requireCommand(world, userId, channel, name, ApplicationCommandType.Message);
      const resolved = { messages: { [message.id]: message } };
      const data = { ...commandData(command), target_id: message.id, resolved };
      return act({
        type: InteractionType.ApplicationCommand,
        channelId: channel.id,
        data,
        commandName: name,
      });
    },
    press(ref, wanted) {
      const stored = messageFor(ref);
      const { customId } = requireButton(viewMessage(stored), wanted);
      return useComponent(stored, { component_type: ComponentType.Button, custom_id: customId });
    },
    select(ref, wanted, values) {
      const stored = messageFor(ref);
      const menu = requireSelect(viewMessage(stored), wanted, values);
      const resolved =
        menu.type === ComponentType.StringSelect ? {} : { resolved: resolveIds(world, values) };
      return useComponent(stored, {
        component_type: menu.type,
        custom_id: menu.customId,
        values,
        ...resolved,
      });
    },
    submit(form, values) {
      const opened = world.interactions.get(form);
      if (!opened?.modal || opened.userId !== userId) throw new Error('There is no such form.');
      const data = {
        custom_id: opened.modal.custom_id,
        components: submittedFields(opened.modal, values),
      };
      const source = opened.sourceMessageId ? { sourceMessageId: opened.sourceMessageId } : {};
      return act({
        type: InteractionType.ModalSubmit,
        channelId: opened.channelId,
        data,
        ...source,
      });
    },
    say(ref, content, replyTo) {
      const channel = channelFor(ref);
      requireMaySpeak(world, userId, channel, content);
      const reference = replyTo ? { message_reference: { message_id: idOf(replyTo) } } : {};
      const author = world.users.get(userId)!;
      return postMessage(world, { channel, author, body: { content, ...reference } });
    },
  };
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
