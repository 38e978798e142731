/** What a worker and its owner say to each other. */
import { DatelineError, type ErrorCode } from '../domain/errors.ts';

export interface WorkerCall {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** An error as it crosses between threads; `code` is null for one that is not a `DatelineError`. */
export interface SentError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly stack: string | undefined;
}

export type WorkerMessage<Progress> =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError }
  | { readonly kind: 'progress'; readonly progress: Progress };

export const toSentError = (error: unknown): SentError => {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof DatelineError ? error.code : null, message, stack };
};

export const fromSentError = ({ code, message, stack }: SentError): Error => {
  const error = code === null ? new Error(message) : new DatelineError(code, message);
  if (stack !== undefined) error.stack = stack;
  return error;
};
