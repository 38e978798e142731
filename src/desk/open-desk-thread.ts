/**
 * The same desk in a worker thread, so that loading, indexing and answering never hold up the event loop. Calls cross
 * as messages; errors keep their kind.
 */
import { Worker } from 'node:worker_threads';
import { DatelineError } from '../domain/errors.ts';
import type { Logger, LogOptions } from '../log.ts';
import type { Desk, DeskOptions, DeskProgress } from './desk.ts';
import type { DeskCall, DeskMessage, DeskMethod, DeskWorkerData, SentError } from './desk-messages.ts';

export interface DeskThreadOptions extends DeskOptions {
  readonly log: Logger;
  /** The worker writes to the same place by itself. */
  readonly logOptions: Pick<LogOptions, 'level' | 'secrets'>;
  readonly onProgress?: (progress: DeskProgress) => void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

const revive = ({ code, message, stack }: SentError): Error => {
  const error = code === null ? new Error(message) : new DatelineError(code, message);
  if (stack !== undefined) error.stack = stack;
  return error;
};

const stopped = (cause?: unknown): DatelineError =>
  new DatelineError('unavailable', 'The archive is not available right now. Please try again in a minute.', {
    cause,
  });

/**
 * Opens the desk in a worker of its own. Should the worker end by itself, every call fails with `unavailable`, and
 * `log` says why.
 * @throws DatelineError as `openDesk` does.
 */
export const openDeskThread = async (options: DeskThreadOptions): Promise<Desk> => {
  const { log, logOptions, onProgress, corpus, dataDir, watch } = options;
  const workerData: DeskWorkerData = { desk: { corpus, dataDir, watch }, log: logOptions };
  const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { workerData });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: DatelineError | null = null;

  const failAll = (cause?: unknown): void => {
    ended ??= stopped(cause);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', (err) => {
    log.fatal({ err }, 'the thread that answers has failed');
    failAll(err);
  });
  worker.on('exit', () => failAll());

  const settle = (message: DeskMessage): void => {
    if (message.kind === 'progress') {
      onProgress?.(message.progress);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'failed') call?.reject(revive(message.error));
    else call?.resolve(message.value as never);
  };
  worker.on('message', settle);

  const call = <Method extends DeskMethod>(
    method: Method,
    ...args: Parameters<Desk[Method]>
  ): ReturnType<Desk[Method]> =>
    new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, args } satisfies DeskCall);
    }) as ReturnType<Desk[Method]>;

  const desk: Desk = {
    loaded: () => call('loaded'),
    answer: (...args) => call('answer', ...args),
    search: (...args) => call('search', ...args),
    suggestTitles: (...args) => call('suggestTitles', ...args),
    add: (...args) => call('add', ...args),
    status: () => call('status'),
    async close() {
      if (ended !== null) return;
      await call('close').catch((err) => log.error({ err }, 'the thread that answers did not close well'));
      await worker.terminate();
    },
  };
  try {
    await desk.status();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return desk;
};
