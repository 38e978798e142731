/** Someone in the sandbox: everything a person can do in Discord, for tests and for the page, and what comes of it. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { holdsMessages } from '../world/api-shapes.ts';
import type { Channel, StoredInteraction, StoredMessage } from '../world/entities.ts';
import { createInteraction } from '../world/interactions.ts';
import { permissionsIn } from '../world/permissions.ts';
import { deleteMessage, postMessage } from '../world/post-message.ts';
import { timeline, type World } from '../world/world.ts';
import { commandsFor, type OptionInput, optionData, requireCommand } from './commands.ts';
import { type ButtonView, type MessageView, type SelectView, viewMessage } from './message-view.ts';
import { type FieldInput, submittedFields } from './modal-fields.ts';
import { acknowledged, type Reply, replyTo } from './reply.ts';

/** A channel or a message, by id or as any object that has one. */
export type Ref = string | { id: string };

export interface Person {
  id: string;
  name: string;
  /** Runs a slash command (`'digest now'` for a subcommand); resolves when its answer can be seen. */
  slash(channel: Ref, command: string, options?: Record<string, OptionInput>): Promise<Reply>;
  /** What is offered while `option` holds `typed`; undefined when the bot did not answer in time. */
  autocomplete(
    channel: Ref,
    command: string,
    option: string,
    typed: string,
    others?: Record<string, OptionInput>,
  ): Promise<APIApplicationCommandOptionChoice[] | undefined>;
  /** Apps → a message's context-menu command. */
  contextMenu(message: Ref, command: string): Promise<Reply>;
  /** Presses a button, named by its label, emoji or custom id. */
  press(message: Ref | Reply, button: string): Promise<Reply>;
  /** Chooses from a menu, named by its placeholder or custom id; undefined means the only one. */
  select(message: Ref | Reply, menu: string | undefined, values: string[]): Promise<Reply>;
  /** Fills in the form that a reply opened: values by custom id or label. */
  submit(form: Reply, values?: Record<string, FieldInput>): Promise<Reply>;
  /** Posts a message; write `<@id>` to mention. */
  say(channel: Ref, content: string, options?: { replyTo?: Ref }): MessageView;
  /** What this person sees in a channel, oldest first, ephemeral answers to them included. */
  sees(channel: Ref): MessageView[];
  /** The commands offered to them there. */
  commands(channel: Ref): APIApplicationCommand[];
  /** Removes an ephemeral message from their sight. */
  dismiss(message: Ref): void;
}

export function createPerson(world: World, user: APIUser): Person {
  const act = (init: Omit<Parameters<typeof createInteraction>[1], 'userId'>) =>
    createInteraction(world, { ...init, userId: user.id });
  const answered = (interaction: StoredInteraction) => replyTo(world, interaction);
  const channelFor = (ref: Ref) => requireVisibleChannel(world, user.id, ref);
  const messageFor = (ref: Ref | Reply) => requireVisibleMessage(world, user.id, ref);

  const useComponent = (stored: StoredMessage, data: Record<string, unknown>) =>
    answered(
      act({
        type: InteractionType.MessageComponent,
        channelId: stored.message.channel_id,
        sourceMessageId: stored.message.id,
        data,
      }),
    );

  return {
    id: user.id,
    name: user.global_name ?? user.username,
    async slash(channelRef, name, input = {}) {
      const channel = channelFor(channelRef);
      const [commandName, ...path] = name.split(' ') as [string, ...string[]];
      const command = requireCommand(world, user.id, channel, commandName);
      const data = { ...commandData(command), ...optionData(world, command, path, input) };
      return answered(
        act({
          type: InteractionType.ApplicationCommand,
          channelId: channel.id,
          data,
          commandName: `/${name}`,
        }),
      );
    },
    async autocomplete(channelRef, name, option, typed, others = {}) {
      const channel = channelFor(channelRef);
      const [commandName, ...path] = name.split(' ') as [string, ...string[]];
      const command = requireCommand(world, user.id, channel, commandName);
      const { options } = optionData(world, command, path, { ...others, [option]: typed }, option);
      const data = { ...commandData(command), options };
      const type = InteractionType.ApplicationCommandAutocomplete;
      const interaction = act({ type, channelId: channel.id, data });
      await acknowledged(world, interaction);
      return interaction.choices;
    },
    async contextMenu(ref, name) {
      const { message } = messageFor(ref);
      const channel = channelFor(message.channel_id);
      const command = requireCommand(world, user.id, channel, name, ApplicationCommandType.Message);
      const resolved = { messages: { [message.id]: message } };
      const data = { ...commandData(command), target_id: message.id, resolved };
      return answered(
        act({ type: InteractionType.ApplicationCommand, channelId: channel.id, data, commandName: name }),
      );
    },
    async press(ref, wanted) {
      const stored = messageFor(ref);
      const button = requireButton(viewMessage(stored), wanted);
      return useComponent(stored, { component_type: ComponentType.Button, custom_id: button.customId });
    },
    async select(ref, wanted, values) {
      const stored = messageFor(ref);
      const menu = requireSelect(viewMessage(stored), wanted, values);
      return useComponent(stored, {
        component_type: menu.type,
        custom_id: menu.customId,
        values,
        resolved: {},
      });
    },
    async submit(form, values = {}) {
      const opened = world.interactions.get(form.interactionId);
      if (!opened?.modal) throw new Error('That reply opened no form.');
      const data = { custom_id: opened.modal.custom_id, components: submittedFields(opened.modal, values) };
      const source = opened.sourceMessageId ? { sourceMessageId: opened.sourceMessageId } : {};
      return answered(
        act({ type: InteractionType.ModalSubmit, channelId: opened.channelId, data, ...source }),
      );
    },
    say(channelRef, content, { replyTo: earlier } = {}) {
      const channel = channelFor(channelRef);
      requireMaySpeak(world, user.id, channel);
      const reference = earlier ? { message_reference: { message_id: idOf(earlier) } } : {};
      return viewMessage(postMessage(world, { channel, author: user, body: { content, ...reference } }));
    },
    sees: (channelRef) =>
      timeline(world, channelFor(channelRef).id)
        .filter((stored) => !stored.visibleTo || stored.visibleTo === user.id)
        .map(viewMessage),
    commands: (channelRef) => commandsFor(world, user.id, channelFor(channelRef)),
    dismiss(ref) {
      const stored = messageFor(ref);
      if (stored.visibleTo !== user.id) throw new Error('Only an ephemeral message can be dismissed.');
      deleteMessage(world, stored);
    },
  };
}

export function idOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.id;
}

/** Throws unless the channel exists and this person may look into it. */
export function requireVisibleChannel(world: World, userId: string, ref: Ref): Channel {
  const channel = world.channels.get(idOf(ref));
  if (!channel) throw new Error('There is no such channel (any more).');
  if (!(permissionsIn(world, userId, channel) & PermissionFlagsBits.ViewChannel)) {
    throw new Error('This person cannot see that channel.');
  }
  return channel;
}

function requireVisibleMessage(world: World, userId: string, ref: Ref | Reply): StoredMessage {
  const id = typeof ref === 'object' && 'kind' in ref ? ref.message?.id : idOf(ref as Ref);
  const stored = world.messages.get(id ?? '');
  if (!stored || stored.deletedAt !== undefined) throw new Error('There is no such message (any more).');
  if (stored.visibleTo && stored.visibleTo !== userId)
    throw new Error('This person cannot see that message.');
  requireVisibleChannel(world, userId, stored.message.channel_id);
  return stored;
}

function requireMaySpeak(world: World, userId: string, channel: Channel): void {
  const needed = channel.thread
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  const may = permissionsIn(world, userId, channel) & needed;
  if (!holdsMessages(channel) || !may) throw new Error('This person cannot post there.');
}

function requireButton(message: MessageView, wanted: string): ButtonView {
  const found = message.buttons.find(
    (one) => [one.label, one.emoji, one.customId].includes(wanted) && !one.url,
  );
  if (!found)
    throw new Error(`No button "${wanted}". Buttons: ${message.buttons.map((one) => one.label).join(', ')}`);
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
