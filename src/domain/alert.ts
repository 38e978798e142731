/** A question that waits for an answer: asked of each new article, answered once, where it was asked or by direct message. */
import type { QueryPiece } from './query.ts';

/**
 * `open`: no article answers it yet. `found`: one does, and the answer is to be sent. `waiting`: it could not be sent, and is
 * shown under the person's next command.
 */
export type AlertState = 'open' | 'found' | 'waiting';

export interface Alert {
  /** At most 25 letters, digits, dashes and underscores: the nonce of its message, and part of a button's address. */
  readonly id: string;
  readonly userId: string;
  /** Where it is answered; null for a direct message. */
  readonly place: { readonly guildId: string; readonly channelId: string } | null;
  /** As written; `text` and `also` are the question as it is searched for. */
  readonly question: string;
  /** In the query language. */
  readonly text: string;
  /** What has to hold besides the text. */
  readonly also: readonly QueryPiece[];
  readonly createdAtMs: number;
  /** The newest article there was when it was added: articles up to here do not answer it. */
  readonly startSeq: number;
  /** Every article up to here was tried. */
  readonly cursor: number;
  readonly state: AlertState;
  /** When its answer was found. The answer is shown as of that moment. */
  readonly foundAtMs: number | null;
  /** How often its answer was sent, and when last. */
  readonly attempts: number;
  readonly attemptedAtMs: number;
  /** The interface language of its answer: a `code` of `LANGUAGES`. */
  readonly language: string;
}

/** How many alerts a person may have. */
export const MAX_ALERTS = 20;
/** Alerts are deleted when their owner has not opened the list of them for this many days. */
export const ALERT_DAYS = 90;
