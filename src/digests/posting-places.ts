/** What has to be known of a server's channels to post there, as commands and digests ask for it. */
import type { ChannelKind } from '../domain/subscription.ts';
import type { Message } from '../language/message.ts';

/** A channel to post in, as the bot sees it now. */
export interface PostingPlace {
  readonly id: string;
  readonly guildId: string;
  readonly name: string;
  readonly kind: ChannelKind;
  /** Permissions the bot lacks there for digests, by the names Discord shows; empty if it can post. */
  readonly missing: readonly Message[];
  /** Those it lacks besides to post what is new in the threads of its posts. */
  readonly missingForThreads: readonly Message[];
  /** A forum's tags; empty elsewhere. */
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly needsTag: boolean;
}

export interface PostingPlaces {
  /** Asked anew. Null if the server has no such channel, or digests cannot be posted in one of its kind. */
  place(guildId: string, channelId: string): Promise<PostingPlace | null>;
  /** A place as it was last known, for texts that only name it. */
  knownPlace(guildId: string, channelId: string): Promise<PostingPlace | null>;
  /** The id of the channel that a thread or forum post is in; null of others, and if it cannot be known now. */
  parent(channelId: string): Promise<string | null>;
  /** The id of the role a person means: its name, a mention or its id; null if the server has none. */
  role(guildId: string, typed: string): Promise<string | null>;
  /** Whether a mention of the role by the bot pings in that channel. */
  canPing(roleId: string, channelId: string): Promise<boolean>;
}
