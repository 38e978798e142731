/** One digest on its way: the row that claims its articles, and what Discord said about it. */
import type { StoryArticles } from './digest.ts';

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
  readonly state: DeliveryState;
  readonly claimedAtMs: number;
  /** The subscription's cursor once this is confirmed. */
  readonly throughSeq: number;
  /** What it holds, in order; empty for the line of a quiet period. */
  readonly stories: readonly StoryArticles[];
  /** Articles that matched and roll into the next digest. */
  readonly rolled: readonly number[];
  /** How often it was tried, and when last: Discord got it between the claim and shortly after that, or never. */
  readonly attempts: number;
  readonly attemptedAtMs: number | null;
  /** Set once Discord confirmed. In a forum, `postedIn` is the post; elsewhere the channel. */
  readonly messageId: string | null;
  readonly postedIn: string | null;
  readonly sentAtMs: number | null;
  /** Articles of it whose title or text changed after it was sent. */
  readonly updatedSeqs: readonly number[];
}

/**
 * `sent`: Discord confirmed. `retry`: try again after `afterMs`; `uncertain` where Discord may have posted it all the
 * same (a lost connection, a 5xx). `dropped`: Discord refused for good; `reason` says what to do, safe to show.
 */
export type DeliveryResult =
  | { readonly kind: 'sent'; readonly messageId: string; readonly postedIn: string }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly uncertain: boolean; readonly reason: string }
  | { readonly kind: 'dropped'; readonly cause: DropCause; readonly reason: string };

/** `access`: a permission or the channel is gone; `body`: Discord does not take this message as it is. */
export type DropCause = 'access' | 'body';

/** Whether a delivery stands in its channel. `unknown`: the history cannot be read; `reason` says why, safe to show. */
export type FindResult =
  | {
      readonly kind: 'found';
      readonly messageId: string;
      readonly postedIn: string;
      readonly sentAtMs: number;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'retry'; readonly afterMs: number }
  | { readonly kind: 'unknown'; readonly reason: string };
