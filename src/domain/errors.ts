/**
 * The one error type that people may read. Anything else that is thrown is internal: it is logged whole and shown
 * as a short neutral sentence with a reference id.
 */

import { languageOf } from '../language/languages.ts';
import { type Message, tell } from '../language/message.ts';

/** What kind of problem it is; callers branch on this, never on the message. */
export type ErrorCode = 'invalid' | 'not_found' | 'forbidden' | 'unavailable' | 'limit';

/**
 * `message` says in English what was expected, what was given and what to do, and is safe to show to anyone. `said` is the
 * same message to be translated for whoever reads it; null if only operators see it.
 */
export class DatelineError extends Error {
  override readonly name = 'DatelineError';
  readonly code: ErrorCode;
  readonly said: Message | null;

  constructor(code: ErrorCode, message: Message | string, options?: { cause?: unknown }) {
    super(typeof message === 'string' ? message : tell(message, languageOf('en')), options);
    this.code = code;
    this.said = typeof message === 'string' ? null : message;
  }
}

/** Whether a question that could be asked once no longer can: its source is gone, or "yesterday" came to be after its last day. */
export const isPastAsking = (error: unknown): boolean =>
  error instanceof DatelineError && (error.code === 'not_found' || error.code === 'invalid');
