/** Why a subscription is stopped or held, as it is kept: a code with its facts. `describeStateReason` has the words. */
import type { InWords } from './in-words.ts';

export type StateReason =
  /** What people have to change in Discord. */
  | {
      readonly kind:
        | 'channel-gone'
        | 'server-left'
        | 'channel-hidden'
        | 'channel-unfit'
        | 'may-not-post'
        | 'thread-archived'
        | 'thread-locked'
        | 'too-many-threads'
        | 'tag-required'
        | 'tag-deleted'
        | 'history-hidden';
    }
  /** Any other refusal, in Discord's own words. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The topic cannot be read; it says itself what is wrong with it. */
  | { readonly kind: 'topic-unreadable' }
  /** When its next digest is due cannot be computed. */
  | { readonly kind: 'schedule-unusable'; readonly timezone: string }
  /** Its digests failed again and again in a way that only the log shows. */
  | { readonly kind: 'internal' }
  | InWords;
