/** Someone in the sandbox, for tests: everything a person can do in Discord, and what comes of it. */
import type { APIApplicationCommand, APIApplicationCommandOptionChoice, APIUser } from 'discord.js';
import { deleteMessage } from '../world/post-message.ts';
import { timeline, type World } from '../world/world.ts';
import { Actions, type Ref } from './actions.ts';
import { commandsFor, type OptionInput } from './commands.ts';
import { type MessageView, viewMessage } from './message-view.ts';
import type { FieldInput } from './modal-fields.ts';
import { acknowledged, type Reply, replyTo } from './reply.ts';

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

/** Deeds that cannot be done reject (or throw) with an Error that says why. */
export function createPerson(world: World, user: APIUser): Person {
  const actions = new Actions(world, user.id);
  return {
    id: user.id,
    name: user.global_name ?? user.username,
    slash: async (channel, name, options = {}) => replyTo(world, actions.slash(channel, name, options)),
    async autocomplete(channel, name, option, typed, others = {}) {
      const interaction = actions.autocomplete(channel, name, option, typed, others);
      await acknowledged(world, interaction);
      return interaction.choices;
    },
    contextMenu: async (message, name) => replyTo(world, actions.contextMenu(message, name)),
    press: async (message, button) => replyTo(world, actions.press(messageOf(message), button)),
    select: async (message, menu, values) => replyTo(world, actions.select(messageOf(message), menu, values)),
    submit: async (form, values = {}) => replyTo(world, actions.submit(form.interactionId, values)),
    say: (channel, content, options = {}) => viewMessage(actions.say(channel, content, options.replyTo)),
    sees: (channel) => seenBy(world, user.id, actions.channel(channel).id).map(viewMessage),
    commands: (channel) => commandsFor(world, user.id, actions.channel(channel)),
    dismiss: (message) => dismiss(world, user.id, actions.message(message)),
  };
}

/** A channel's messages that this person sees, oldest first. */
export function seenBy(world: World, userId: string, channelId: string) {
  return timeline(world, channelId).filter((stored) => !stored.visibleTo || stored.visibleTo === userId);
}

/** Takes an ephemeral message out of the sight of the one it is for. */
export function dismiss(world: World, userId: string, stored: Parameters<typeof deleteMessage>[1]): void {
  if (stored.visibleTo !== userId) throw new Error('Only an ephemeral message can be dismissed.');
  deleteMessage(world, stored);
}

function messageOf(ref: Ref | Reply): Ref {
  if (typeof ref === 'string' || !('kind' in ref)) return ref;
  if (!ref.message) throw new Error(`That reply (${ref.kind}) shows no message.`);
  return ref.message;
}
