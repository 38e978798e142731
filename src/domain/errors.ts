/**
 * The one error type that people may read. Anything else that is thrown is internal: it is logged whole and shown
 * as a short neutral sentence with a reference id.
 */

/** What kind of problem it is; callers branch on this, never on the message. */
export type ErrorCode = 'invalid' | 'not_found' | 'forbidden' | 'unavailable' | 'limit';

/** `message` says what was expected, what came and what to do, and is safe to show to anyone. */
export class DatelineError extends Error {
  override readonly name = 'DatelineError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
