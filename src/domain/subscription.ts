/** A channel that wants new articles: what about, when, and how they are posted. */
import { type Message, sentence, tell } from '../language/message.ts';
import type { Schedule } from './schedule.ts';
import type { StateReason } from './state-reason.ts';

/** How a channel takes a message: a forum takes each digest as a post of its own; the others as a message. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'thread';

/**
 * `active` posts by its schedule; `paused` was paused by a person; `stopped` was paused because Discord refused (a
 * permission lost, the channel gone), with the reason; `held` waits for a manager to say whether an unconfirmed
 * digest arrived.
 */
export type SubscriptionState = 'active' | 'paused' | 'stopped' | 'held';

/**
 * What becomes of an article that tells a story of which a post stands already, for three days: the post is edited
 * (`edit`), what is new is also posted in a thread (`thread`), or every article is a story of its own (`post`).
 */
export type LaterTellings = 'edit' | 'thread' | 'post';

/** What people choose; all of it may be changed later. */
export interface SubscriptionSettings {
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  /** The query language of `/ask`; empty for every article. One per line if there are several: see `topicsOf`. */
  readonly topic: string;
  /** Only articles whose source contains this, lower-cased; null for every source. */
  readonly source: string | null;
  readonly schedule: Schedule;
  /** The role each digest mentions, whatever it is about, or null. */
  readonly roleId: string | null;
  /** Stories per digest, 1 to `MAX_STORIES`; what is over rolls into the next. */
  readonly max: number;
  /** Post without a notification. */
  readonly silent: boolean;
  /** Post one line if nothing is new, instead of nothing. */
  readonly lineWhenNothingNew: boolean;
  /** Publish to the followers of an announcement channel. */
  readonly publish: boolean;
  /** Tags of a forum post. */
  readonly tagIds: readonly string[];
  /** What its posts are written in: a `code` of `LANGUAGES`. */
  readonly language: string;
  readonly laterTellings: LaterTellings;
}

export interface Subscription extends SubscriptionSettings {
  /** Short, unique, safe in a custom_id: letters and digits. */
  readonly id: string;
  readonly guildId: string;
  readonly createdBy: string;
  readonly createdAtMs: number;
  /** The newest article there was when it was made: nothing up to here is ever posted. */
  readonly startSeq: number;
  /** Every new article up to this `seq` was posted, did not match, or is carried over. */
  readonly cursor: number;
  /** Articles up to the cursor that match and wait for the next digest: one was full, or they came back or matched late. */
  readonly carried: readonly number[];
  /** Epoch milliseconds of the next digest; for `arrival`, the moment it last looked. */
  readonly nextRunMs: number;
  readonly state: SubscriptionState;
  /** Why it is `stopped` or `held`. Null in the other states. */
  readonly stateReason: StateReason | null;
  readonly lastDeliveredAtMs: number | null;
  /** Digests posted and the articles in them. */
  readonly deliveries: number;
  readonly articles: number;
}

/** Stories per digest at most; Discord's limits let one card show about this many, the rest is paged. */
export const MAX_STORIES = 25;
export const DEFAULT_STORIES = 10;

/** One of the topics that a digest may be about. */
export interface Topic {
  readonly query: string;
  /** Mentioned if a digest holds a story on it; null for none. */
  readonly roleId: string | null;
}

/** A topic has at most this many UTF-16 units. */
export const MAX_TOPIC = 200;
export const MAX_TOPICS = 10;

const ROLE = /\s*<@&(\d+)>$/;

/** Reads the topic of a subscription: one per line, with the mention of its role behind it, if it has one. */
export const topicsOf = (topic: string): Topic[] =>
  topic.split('\n').map((line) => ({ query: line.replace(ROLE, ''), roleId: ROLE.exec(line)?.[1] ?? null }));

/** As `topicsOf` reads it. */
export const formatTopics = (topics: readonly Topic[]): string =>
  topics.map(({ query, roleId }) => (roleId === null ? query : `${query} <@&${roleId}>`.trim())).join('\n');

/** What it is about in a few words: the topics, the source, or new articles; it stands alone, as a title. */
export const describeTopic = (settings: Pick<SubscriptionSettings, 'topic' | 'source'>): string =>
  tell(topicMessage(settings));

/** What it is about, as a message that is put into a language later. */
export const topicMessage = (settings: Pick<SubscriptionSettings, 'topic' | 'source'>): Message => {
  const { source } = settings;
  const queries = topicsOf(settings.topic).map(({ query }) => query);
  const topic = queries.filter((query) => query !== '').join(' · ');
  if (topic !== '') return source === null ? sentence`${topic}` : sentence`${topic} (from ${source})`;
  return source === null ? sentence`New articles` : sentence`Everything from ${source}`;
};
