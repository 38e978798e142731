/** Where a list of feeds is kept: everyone's, or a server's own. `feed-list.ts` works on either. */
import { DatelineError } from '../domain/errors.ts';
import type { Feed, FeedStep } from '../domain/feed.ts';
import type { ListedFeed } from '../intake/feed-formats/opml.ts';
import { sentence } from '../language/message.ts';

export interface FeedShelf {
  readonly isOfServer: boolean;
  /** In the order of adding; each with its number in this list. */
  feeds(): Promise<readonly Feed[]>;
  /** Throws `limit` if there is no room for another. */
  makeRoom(): Promise<void>;
  /**
   * Puts the feed there, due at once; `title` is what it calls itself. `isNew` is false if it was there before. Throws
   * `limit`, or `invalid` if it need not be added.
   */
  put(feed: ListedFeed, title: string | null): Promise<{ readonly feed: Feed; readonly isNew: boolean }>;
  /** Takes it away; what others have stays theirs. */
  remove(feed: Feed): Promise<void>;
  pause(feed: Feed): Promise<void>;
  /** Due at once. */
  resume(feed: Feed): Promise<void>;
  makeDue(feed: Feed): Promise<void>;
  /** Throws `forbidden` if that is not for those who keep this list to say. */
  setFullText(feed: Feed, fullText: boolean | null): Promise<void>;
  /** Newest first. */
  history(feed: Feed, limit: number): Promise<readonly FeedStep[]>;
}

/** What is said if others remove a feed between two looks at it. */
export const removedMeanwhile = (): DatelineError =>
  new DatelineError('unavailable', sentence`The feed was removed while it was added. Add it again.`);
