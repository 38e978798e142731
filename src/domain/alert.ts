/** A question that waits for an answer: asked of each new article, answered once, where it was asked or by direct message. */

/**
 * `open` waits for an article; `found` has one and is on its way; `waiting` could not be sent and is told at the next command
 * of the person.
 */
export type AlertState = 'open' | 'found' | 'waiting';

export interface Alert {
  /** At most 25 letters, digits, dashes and underscores: the nonce of its message, and part of a button's address. */
  readonly id: string;
  readonly userId: string;
  /** Where it is answered; null for a direct message. */
  readonly place: { readonly guildId: string; readonly channelId: string } | null;
  /** As written, and as searched, in the query language. */
  readonly question: string;
  readonly text: string;
  readonly createdAtMs: number;
  /** Articles up to here were there before; they are no answer. */
  readonly startSeq: number;
  /** It was asked of every article up to here. */
  readonly cursor: number;
  readonly state: AlertState;
  /** When its answer was found: the clock that the answer is shown by. */
  readonly foundAtMs: number | null;
  /** How often its answer was sent, and when last. */
  readonly attempts: number;
  readonly attemptedAtMs: number;
  /** What its answer is told in: a `code` of `LANGUAGES`. */
  readonly language: string;
}

/** A person may have so many. */
export const MAX_ALERTS = 20;
/** One that nobody looked after for so long is deleted. */
export const ALERT_DAYS = 90;
