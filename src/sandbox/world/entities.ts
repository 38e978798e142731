/** What the sandbox keeps: servers, channels, people, messages and interactions. Pure types. */
import type {
  APIApplicationCommandOptionChoice,
  APIGuildForumTag,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';

export interface Member {
  user: APIUser;
  roleIds: string[];
  joinedAt: string;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  roles: Map<string, APIRole>;
  members: Map<string, Member>;
}

export interface Channel {
  id: string;
  type: ChannelType;
  name: string;
  topic: string;
  position: number;
  overwrites: APIOverwrite[];
  /** Absent in direct messages. */
  guildId?: string;
  /** Of a thread: the channel it hangs in. */
  parentId?: string;
  /** Of a direct message: everyone in it, the bot included if it takes part. */
  recipients?: APIUser[];
  /** Of a thread. */
  thread?: { ownerId: string; createdAt: string; archived: boolean; locked: boolean; appliedTags: string[] };
  /** Of a forum. */
  tags?: APIGuildForumTag[];
  /** Of a forum: whether each post must carry a tag. */
  requiresTag?: boolean;
  lastMessageId: string | null;
}

/** Who a message would notify, after `allowed_mentions`. */
export interface Pings {
  everyone: boolean;
  userIds: string[];
  roleIds: string[];
}

export interface StoredMessage {
  message: APIMessage;
  guildId?: string;
  /** Set on ephemeral messages: the one person who sees it. */
  visibleTo?: string;
  pings: Pings;
  /** The nonce it was created with, as Discord remembers it for some minutes. */
  nonce?: string;
  /** Sandbox time in milliseconds. */
  createdAt: number;
  /** Set once it is gone; the record keeps it. */
  deletedAt?: number;
  /** The interaction that a component of this message answers to, and whose token may edit it. */
  interactionId?: string;
}

/** How far an interaction has come: waiting 3 s for the bot, acknowledged, or dead. */
type InteractionState = 'waiting' | 'acknowledged' | 'failed';

export interface StoredInteraction {
  id: string;
  token: string;
  type: InteractionType;
  userId: string;
  channelId: string;
  guildId?: string;
  /** The payload's `data`, as sent to the bot. */
  data: Record<string, unknown>;
  /** `/ask`, or the context menu's name; shown above the answer. */
  commandName?: string;
  /** The message whose component was used. */
  sourceMessageId?: string;
  createdAt: number;
  /** For measuring the acknowledgement in real time. */
  startedAt: number;
  state: InteractionState;
  ackMs?: number;
  callbackType?: InteractionResponseType;
  ephemeral: boolean;
  /** True between a deferral and the answer. */
  loading: boolean;
  /** True once `@original` was edited or deleted after the first response. */
  originalTouched: boolean;
  /** What `@original` means for this interaction's token. */
  originalMessageId?: string;
  modal?: APIModalInteractionResponseCallbackData;
  choices?: APIApplicationCommandOptionChoice[];
  followUpIds: string[];
}
