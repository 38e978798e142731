/**
 * The ledger of what was posted: a delivery claims its articles before anything is sent, and the subscription's
 * cursor moves only when Discord confirmed it. Every step is one transaction on disk, so a process may end anywhere.
 */
import type { Delivery, Development } from '../domain/delivery.ts';
import type { DigestHeading, StoryArticles } from '../domain/digest.ts';
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

/** What of a subscription decides what its digest holds, and where and when it is posted. */
export type PlannedBy = Pick<
  Subscription,
  'channelId' | 'topic' | 'source' | 'max' | 'nextRunMs' | 'cursor' | 'carried'
>;

/** Where Discord put it; the ids are null where a manager said it arrived. */
export interface Confirmation {
  readonly messageId: string | null;
  readonly postedIn: string | null;
  readonly sentAtMs: number;
  /** The subscription's next moment. */
  readonly nextRunMs: number;
  /** Still to be published to the followers of its channel. */
  readonly publish: boolean;
}

/** What is to be told of an article that joins a story. */
export type NewDevelopment = Pick<Development, 'id' | 'seq' | 'claimedAtMs'>;

export interface DeliveryLedger {
  /**
   * Writes the delivery and claims its articles, all or nothing. False, with nothing written, where the subscription
   * is gone, no longer active, other than it was when the digest was planned, or has another delivery under way.
   * Throws where an article was claimed before.
   */
  claim(claim: Claim, planned: PlannedBy): Promise<boolean>;
  /** Notes a further attempt, before it is made. */
  attempt(id: string, nowMs: number): Promise<void>;
  /**
   * Only these stories of an unsent delivery are there to be sent. The articles it held besides are free again; once it
   * is confirmed they are carried over, so that one that came back meanwhile is in the next digest.
   */
  narrow(id: string, stories: readonly StoryArticles[]): Promise<void>;
  /** Discord has it: closes the delivery, moves cursor and schedule, carries over what rolled. False where it is gone. */
  confirm(id: string, confirmation: Confirmation): Promise<boolean>;
  /** It was certainly not posted and will not be: its articles are free again, the cursor stays. */
  release(id: string): Promise<void>;
  /** Nothing of it is there to be posted: as `release`, but cursor and schedule move on and all of it is carried over. */
  passOver(id: string, nextRunMs: number): Promise<void>;
  /** Nobody can say whether it was posted. */
  hold(id: string, reason: string): Promise<void>;
  /** A manager said to post it after all. False where it is not held (any more). */
  reopen(id: string, nowMs: number): Promise<boolean>;
  get(id: string): Promise<Delivery | null>;
  /** Open and held ones, oldest first. */
  unfinished(): Promise<Delivery[]>;
  /** Every delivery that holds this article or a copy of it. */
  ofArticle(seq: number): Promise<Delivery[]>;
  /**
   * The articles of deliveries that are under way or were sent since then, and of those that roll or are carried into
   * a next digest.
   */
  articlesInUse(sentSinceMs: number): Promise<number[]>;
  /** Which of these articles the subscription has posted, themselves or a copy. */
  posted(subscriptionId: string, seqs: readonly number[]): Promise<ReadonlySet<number>>;
  /** Which of these prints are of texts it posted from an `articles.db` that was lost since. */
  postedBefore(subscriptionId: string, prints: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * These subscriptions have the article carried over to their next digests, but for those that have posted it (or
   * another of `sameText`), are still to come to it, or began after it.
   */
  carry(seq: number, subscriptionIds: readonly string[], sameText?: readonly number[]): Promise<void>;
  /** A story's lead changed after it was sent: the delivery is due for an edit that marks it. */
  markUpdated(id: string, seq: number): Promise<void>;
  /** What was posted since then by these subscriptions and can be edited, the latest first. */
  postedSince(subscriptionIds: readonly string[], sinceMs: number): Promise<Delivery[]>;
  /**
   * The articles of this story tell what a posted one tells, named by its lead: they count as posted with it, and the
   * delivery is due for an edit. Those that were posted before stay where they are, and none of `news` is told of them.
   */
  addTellings(
    id: string,
    lead: number,
    telling: StoryArticles,
    news?: readonly NewDevelopment[],
  ): Promise<void>;
  /** An article of it came back that its message may no longer show. */
  markEditDue(id: string): Promise<void>;
  /** Posted and to be edited, but for those last edited after `editedBeforeMs`. */
  editsDue(editedBeforeMs: number): Promise<Delivery[]>;
  /** Notes when it is edited, before it is; `null` where it never was after all. */
  setEditedAt(id: string, editedAtMs: number | null): Promise<void>;
  /** Its message shows what this delivery holds. Where that has changed meanwhile it stays due. */
  edited(delivery: Delivery): Promise<void>;
  /** Posted, and to be published. */
  publishesDue(): Promise<Delivery[]>;
  published(id: string): Promise<void>;
  /** What is still to be told under posts, oldest first. */
  developments(): Promise<Development[]>;
  /** Notes a try to tell it, before it is made. */
  attemptDevelopment(id: string, nowMs: number): Promise<void>;
  /** It goes to another channel than it was to go to. */
  moveDevelopment(id: string, channelId: string): Promise<void>;
  /** It was told, or never will be. */
  settleDevelopment(id: string): Promise<void>;
  /** The last revision of articles that was looked at for edits, or null before the first. */
  revision(): Promise<number | null>;
  setRevision(revision: number, nowMs: number): Promise<void>;
}
