/** What a worker and its owner say to each other. */

import { DatelineError, type ErrorCode } from '../domain/errors.ts';
import type { Message } from '../language/message.ts';

export interface WorkerCall {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** An error as it crosses between threads; `code` is null for one that is not a `DatelineError`. */
export interface SentError {
  readonly code: ErrorCode | null;
  readonly message: string;
  /** See `DatelineError`. */
  readonly said: Message | null;
  readonly stack: string | undefined;
}

export type WorkerMessage<Progress> =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError }
  | { readonly kind: 'progress'; readonly progress: Progress };

export const toSentError = (error: unknown): SentError => {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const { code = null, said = null } = error instanceof DatelineError ? error : {};
  return { code, message, said, stack };
};

export const fromSentError = ({ code, message, said, stack }: SentError): Error => {
  const error = code === null ? new Error(message) : new DatelineError(code, said ?? message);
  if (stack !== undefined) error.stack = stack;
  return error;
};
