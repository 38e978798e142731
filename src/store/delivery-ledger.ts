/**
 * The ledger of what was posted: a delivery claims its articles before anything is sent, and the subscription's
 * cursor moves only when Discord confirmed it. Every step is one transaction on disk, so a process may end anywhere.
 */
import type { Delivery, Development } from '../domain/delivery.ts';
import type { DigestHeading, StoryArticles } from '../domain/digest.ts';
import type { StateReason } from '../domain/state-reason.ts';
import type { Subscription } from '../domain/subscription.ts';

/** What a new delivery holds. */
export type Claim = Pick<
  Delivery,
  | 'id'
  | 'subscriptionId'
  | 'guildId'
  | 'channelId'
  | 'channelKind'
  | 'claimedAtMs'
  | 'throughSeq'
  | 'stories'
  | 'rolled'
> & { readonly heading: DigestHeading };

/** The part of a subscription that decides what its digest holds, and where and when it is posted. */
export type PlannedBy = Pick<
  Subscription,
  'channelId' | 'topic' | 'source' | 'max' | 'nextRunMs' | 'cursor' | 'carried'
>;

/** How Discord confirmed a delivery. The ids are null if a manager said that it arrived. */
export interface Confirmation {
  readonly messageId: string | null;
  readonly postedIn: string | null;
  readonly sentAtMs: number;
  /** When the subscription posts next. */
  readonly nextRunMs: number;
  /** Whether it is still to be published to the followers of its channel. */
  readonly publish: boolean;
}

/** An article that joined a posted story, of which the news is to be posted. */
export type NewDevelopment = Pick<Development, 'id' | 'seq' | 'claimedAtMs'>;

/** By the id of a subscription. */
export type BySubscription<T> = ReadonlyMap<string, T>;

/** The articles from one number to another, both included. */
export interface SeqRange {
  readonly from: number;
  readonly through: number;
}

export interface DeliveryLedger {
  /**
   * Writes the delivery and claims its articles, all or nothing. Returns false and writes nothing if the subscription is
   * gone, not active, has changed since the digest was planned, or has another delivery under way. Throws if an article
   * was claimed before.
   */
  claim(claim: Claim, planned: PlannedBy): Promise<boolean>;
  /** Notes a further attempt, before it is made. */
  attempt(id: string, nowMs: number): Promise<void>;
  /**
   * Leaves only these stories in a delivery that was not sent yet. Its other articles are free again, and are carried over
   * once it is confirmed, so that one that comes back is in the next digest.
   */
  narrow(id: string, stories: readonly StoryArticles[]): Promise<void>;
  /** Discord has it: closes the delivery, moves cursor and schedule, carries over what rolled. False if it is gone. */
  confirm(id: string, confirmation: Confirmation): Promise<boolean>;
  /** The delivery was certainly not posted and will not be: frees its articles; the cursor stays. */
  release(id: string): Promise<void>;
  /** All its articles are gone: as `release`, but cursor and schedule move on, and its articles are carried over. */
  passOver(id: string, nextRunMs: number): Promise<void>;
  /** Nobody can say whether it was posted: a manager is asked. */
  hold(id: string, reason: StateReason): Promise<void>;
  /** It turned out not to have been posted, and is tried now. False if it is not held (any more). */
  reopen(id: string, nowMs: number): Promise<boolean>;
  /** A manager said to post it again: open, with no attempt so far. False if it is not held (any more). */
  postAgain(id: string): Promise<boolean>;
  get(id: string): Promise<Delivery | null>;
  /** Open and held ones, oldest first. */
  unfinished(): Promise<Delivery[]>;
  /** Every delivery that holds this article or a copy of it. */
  ofArticle(seq: number): Promise<Delivery[]>;
  /**
   * The articles of deliveries that are under way or were sent since then, and articles that wait for a subscription's
   * next digest.
   */
  articlesInUse(sentSinceMs: number): Promise<number[]>;
  /** By subscription: which articles of this range it has posted, as they are or as a copy. Absent if there are none. */
  posted(among: BySubscription<SeqRange>): Promise<BySubscription<ReadonlySet<number>>>;
  /**
   * By subscription: which of these hashes (`articlePrint`) are of texts it posted from an `articles.db` that was lost
   * since. Absent if there are none. Only the hashes of subscriptions that posted from one are read.
   */
  postedBefore(wanted: BySubscription<Iterable<string>>): Promise<BySubscription<ReadonlySet<string>>>;
  /**
   * Carries the article over to the next digest of these subscriptions, except those that have posted it (or another of
   * `sameText`), whose cursor is before it, or that began after it.
   */
  carry(seq: number, subscriptionIds: readonly string[], sameText?: readonly number[]): Promise<void>;
  /** The lead of a posted story changed: the delivery is due for an edit that marks the story as updated. */
  markUpdated(id: string, seq: number): Promise<void>;
  /** Deliveries of these subscriptions that were posted since then and can be edited, the latest first. */
  postedSince(subscriptionIds: readonly string[], sinceMs: number): Promise<Delivery[]>;
  /**
   * Adds articles to a posted story, which its lead names: they count as posted, and the delivery is due for an edit.
   * Articles that were posted before stay where they are, and are left out of `news`.
   */
  addTellings(
    id: string,
    lead: number,
    telling: StoryArticles,
    news?: readonly NewDevelopment[],
  ): Promise<void>;
  /** An article of the delivery came back that its message may no longer show: it is due for an edit. */
  markEditDue(id: string): Promise<void>;
  /** Posted deliveries that are due for an edit, except those last edited after `editedBeforeMs`. */
  editsDue(editedBeforeMs: number): Promise<Delivery[]>;
  /** Notes when it is edited, before it is; `null` takes that back if the edit was not made. */
  setEditedAt(id: string, editedAtMs: number | null): Promise<void>;
  /** Its message shows what `delivery` holds. If the stored delivery has changed since, it stays due. */
  edited(delivery: Delivery): Promise<void>;
  /** Posted deliveries that are to be published. */
  publishesDue(): Promise<Delivery[]>;
  published(id: string): Promise<void>;
  /** News that is still to be posted under posts, oldest first. */
  developments(): Promise<Development[]>;
  /** Notes an attempt to post it, before it is made. */
  attemptDevelopment(id: string, nowMs: number): Promise<void>;
  /** Has it posted in another channel. */
  moveDevelopment(id: string, channelId: string): Promise<void>;
  /** It was posted, or never will be: deletes it. */
  settleDevelopment(id: string): Promise<void>;
  /** The revision of articles up to which changes were looked at for edits; null before the first time. */
  revision(): Promise<number | null>;
  setRevision(revision: number, nowMs: number): Promise<void>;
}
