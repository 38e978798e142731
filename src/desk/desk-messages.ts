/** What the desk's thread and its owner say to each other. */
import type { ErrorCode } from '../domain/errors.ts';
import type { LogOptions } from '../log.ts';
import type { Desk, DeskOptions, DeskProgress } from './desk.ts';

export type DeskMethod = keyof Desk;

export interface DeskWorkerData {
  readonly desk: DeskOptions;
  readonly log: Pick<LogOptions, 'level' | 'secrets'>;
}

export interface DeskCall {
  readonly id: number;
  readonly method: DeskMethod;
  readonly args: readonly unknown[];
}

/** An error as it crosses between threads; `code` is null for one that is not a `DatelineError`. */
export interface SentError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly stack: string | undefined;
}

export type DeskMessage =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError }
  | { readonly kind: 'progress'; readonly progress: DeskProgress };
