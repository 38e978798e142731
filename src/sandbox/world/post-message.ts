/**
 * A message's body in, the message in its channel out. One place for everything that is posted, by the bot, by an
 * interaction or by a person.
 */
import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord.js';
import type { Channel, StoredInteraction, StoredMessage } from './entities.ts';
import type { AllowedMentions } from './mentions.ts';
import { mentionsOf } from './mentions.ts';
import { isoTime, type World } from './world.ts';

/** A file that came with a request, already stored under `attachment.id`. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: APIMessageTopLevelComponent[] | null;
  flags?: number | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { message_id?: string; channel_id?: string; fail_if_not_exists?: boolean } | null;
  attachments?: { id: string | number; filename?: string; description?: string }[] | null;
}

export interface Posting {
  channel: Channel;
  author: APIUser;
  body: MessageBody;
  attachments?: APIAttachment[];
  /** The interaction this answers, if any. */
  interaction?: StoredInteraction;
  visibleTo?: string;
  /** More flags than the body may set, such as Loading. */
  extraFlags?: number;
  type?: MessageType;
  /** For the first message of a forum's post, which bears the post's id. */
  id?: string;
}

/** Stores and announces a new message. The body must already be checked. */
export function postMessage(world: World, posting: Posting): StoredMessage {
  const { channel, author, body } = posting;
  const { mentions, pings } = mentionsOf(world, channel, author, body);
  const message = {
    id: posting.id ?? world.nextId(),
    channel_id: channel.id,
    author,
    content: body.content?.trim() ?? '',
    timestamp: isoTime(world),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...mentions,
    attachments: posting.attachments ?? [],
    embeds: withAttachments(
      (body.embeds ?? []).map((embed) => ({ type: 'rich', ...embed })),
      posting.attachments ?? [],
    ),
    components: withAttachments(withIds(body.components ?? []), posting.attachments ?? []),
    flags: (body.flags ?? 0) | (posting.extraFlags ?? 0),
    type: posting.type ?? MessageType.Default,
    ...(body.nonce != null && { nonce: body.nonce }),
    ...referenceFields(world, channel, body),
    ...interactionFields(world, posting.interaction),
  } as unknown as APIMessage;
  return store(world, posting, { message, pings });
}

function store(
  world: World,
  posting: Posting,
  made: Pick<StoredMessage, 'message' | 'pings'>,
): StoredMessage {
  const { channel, body } = posting;
  const stored: StoredMessage = {
    ...made,
    createdAt: world.clock.now(),
    ...(channel.guildId && { guildId: channel.guildId }),
    ...(posting.visibleTo && { visibleTo: posting.visibleTo }),
    ...(body.nonce != null && { nonce: String(body.nonce) }),
    ...(posting.interaction && { interactionId: posting.interaction.id }),
  };
  world.messages.set(made.message.id, stored);
  const ids = world.timelines.getOrInsertComputed(channel.id, () => []);
  ids.push(made.message.id);
  if (!posting.visibleTo) channel.lastMessageId = made.message.id;
  world.changes.publish({ kind: 'message-created', stored });
  return stored;
}

/**
 * Changes the fields an edit names and announces it. The merged message must already be checked. A deferred response is
 * not edited but filled in by it.
 */
export function editMessage(
  world: World,
  stored: StoredMessage,
  body: MessageBody,
  attachments?: APIAttachment[],
): void {
  const { message } = stored;
  const channel = world.channels.get(message.channel_id)!;
  if (body.content !== undefined) message.content = body.content?.trim() ?? '';
  if (attachments) message.attachments = attachments;
  if (body.embeds !== undefined) message.embeds = withAttachments(body.embeds ?? [], message.attachments);
  if (body.components !== undefined) {
    message.components = withAttachments(withIds(body.components ?? []), message.attachments);
  }
  const isFilledIn = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
  const flags = (message.flags ?? 0) & ~MessageFlags.Loading;
  message.flags =
    body.flags == null
      ? flags
      : (flags & ~editableFlags) | (body.flags & editableFlags) | (flags & MessageFlags.IsComponentsV2);
  const { mentions, pings } = mentionsOf(world, channel, message.author, {
    ...message,
    ...body,
  } as MessageBody);
  Object.assign(message, mentions, isFilledIn ? {} : { edited_timestamp: isoTime(world) });
  stored.pings = pings;
  world.changes.publish({ kind: 'message-updated', stored });
}

const editableFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

export function deleteMessage(world: World, stored: StoredMessage): void {
  if (stored.deletedAt !== undefined) return;
  stored.deletedAt = world.clock.now();
  world.changes.publish({ kind: 'message-deleted', stored });
}

/** Discord numbers the components that carry no id of their own, depth first. */
function withIds(components: APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone(components);
  const all = flatten(copy as unknown as Component[]);
  const taken = new Set(all.map((one) => one.id));
  let next = 1;
  for (const one of all) {
    while (taken.has(next)) next += 1;
    one.id ??= next++;
  }
  return copy;
}

/** Puts the address of each file where the body said `attachment://name`. */
function withAttachments<T>(value: T, attachments: APIAttachment[]): T {
  if (attachments.length === 0) return value;
  const text = JSON.stringify(value, (key, inner) => {
    if (key !== 'url' || typeof inner !== 'string' || !inner.startsWith('attachment://')) return inner;
    return attachments.find((one) => one.filename === inner.slice('attachment://'.length))?.url ?? inner;
  });
  return JSON.parse(text);
}

interface Component {
  id?: number;
  components?: Component[];
  accessory?: Component;
}

function flatten(components: Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...(one.accessory ? flatten([one.accessory]) : []),
  ]);
}

function referenceFields(world: World, channel: Channel, body: MessageBody): object {
  const id = body.message_reference?.message_id;
  if (!id) return {};
  const earlier = world.messages.get(id);
  return {
    type: MessageType.Reply,
    message_reference: {
      type: 0,
      message_id: id,
      channel_id: channel.id,
      ...(channel.guildId && { guild_id: channel.guildId }),
    },
    referenced_message: earlier && earlier.deletedAt === undefined ? earlier.message : null,
  };
}

function interactionFields(world: World, interaction: StoredInteraction | undefined): object {
  if (!interaction) return {};
  const user = world.users.get(interaction.userId)!;
  return {
    type: interaction.commandName ? MessageType.ChatInputCommand : MessageType.Default,
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user,
      authorizing_integration_owners: interaction.guildId ? { 0: interaction.guildId } : { 1: user.id },
      ...(interaction.sourceMessageId && { interacted_message_id: interaction.sourceMessageId }),
    },
    ...(interaction.commandName && {
      interaction: { id: interaction.id, type: interaction.type, name: interaction.commandName, user },
    }),
  };
}
