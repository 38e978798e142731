/** One digest on its way: the row that claims its articles, and what Discord said about it. */
import type { DigestHeading, StoryArticles } from './digest.ts';
import type { StateReason } from './state-reason.ts';
import type { ChannelKind } from './subscription.ts';

/**
 * `open` may or may not have been sent; `held` cannot be confirmed and waits for a manager; `sent` was confirmed by
 * Discord. A delivery that was certainly not sent and will not be is deleted, and its articles are free again.
 */
export type DeliveryState = 'open' | 'held' | 'sent';

export interface Delivery {
  /** At most 25 characters: the message's nonce, and part of its buttons' custom_id. */
  readonly id: string;
  readonly subscriptionId: string;
  readonly guildId: string;
  /** Where it goes, even if the subscription has moved to another channel since. */
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  readonly state: DeliveryState;
  readonly claimedAtMs: number;
  /** The subscription's cursor once this is confirmed. */
  readonly throughSeq: number;
  /** As the subscription was when it was claimed; null if that was before headings were kept. */
  readonly heading: DigestHeading | null;
  /** What it holds, in order; empty for the line of a quiet period. */
  readonly stories: readonly StoryArticles[];
  /** Articles that matched and roll into the next digest. */
  readonly rolled: readonly number[];
  /** How often it was tried, and when last: Discord got it between the claim and shortly after that, or never. */
  readonly attempts: number;
  readonly attemptedAtMs: number;
  /** Set once Discord confirmed. In a forum, `postedIn` is the post; elsewhere the channel. */
  readonly messageId: string | null;
  readonly postedIn: string | null;
  readonly sentAtMs: number | null;
  /** When it was last edited, or is being edited; null if it never was. */
  readonly editedAtMs: number | null;
  /** How many changes the message does not show yet. */
  readonly editsDue: number;
  /** Articles of it whose title or text changed after it was sent. */
  readonly updatedSeqs: readonly number[];
}

/** A later telling of a posted story, of which what is new is still to be posted under the post. */
export interface Development {
  /** At most 25 characters, as a delivery's. */
  readonly id: string;
  readonly deliveryId: string;
  /** The story, by its lead as posted, and the article that joined it. */
  readonly lead: number;
  readonly seq: number;
  /** The thread it goes to, or the channel of the post. */
  readonly channelId: string;
  readonly claimedAtMs: number;
  /** How often it was tried, and when last (before the first: when it was claimed). */
  readonly attempts: number;
  readonly attemptedAtMs: number;
}

/** Discord (or the way to it) has trouble: try again, not before `afterMs` if it said so. */
export interface Retry {
  readonly kind: 'retry';
  readonly afterMs: number | null;
  /** Discord may have done it all the same: the connection was lost, or it failed inside. */
  readonly uncertain: boolean;
}

/**
 * `sent`: Discord confirmed; `goneTagIds` are the forum's tags that were left out because they are gone. `dropped`: it
 * refused permanently, and `reason` says why.
 */
export type DeliveryResult =
  | {
      readonly kind: 'sent';
      readonly messageId: string;
      readonly postedIn: string;
      readonly goneTagIds: readonly string[];
    }
  | Retry
  | { readonly kind: 'dropped'; readonly cause: DropCause; readonly reason: StateReason };

/**
 * `access`: a permission is missing; `gone`: the channel or message is; `body`: Discord does not take this message as it
 * is; `pictures`: nor this, and its pictures may be why; `tags`: a tag of the forum is gone.
 */
export type DropCause = 'access' | 'gone' | 'body' | 'pictures' | 'tags';

/** Whether a delivery stands in its channel. `unknown`: the history cannot be read; `reason` says why. */
export type FindResult =
  | {
      readonly kind: 'found';
      readonly messageId: string;
      readonly postedIn: string;
      readonly sentAtMs: number;
    }
  | { readonly kind: 'absent' }
  | Retry
  | { readonly kind: 'unknown'; readonly reason: StateReason };

/** What became of an edit, a publication or a direct message. `refused`: it is not possible, unless access comes back. */
export type DeedResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly cause: DropCause }
  | Retry;
