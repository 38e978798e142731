/** In: a worker's file. Out: a way to call what is opened there. Calls cross as messages; errors keep their kind. */

import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { DatelineError } from '../domain/errors.ts';
import { sentence } from '../language/message.ts';
import type { Logger } from '../log.ts';
import { fromSentError, type WorkerCall, type WorkerMessage } from './worker-messages.ts';

/** The methods of an interface, all of which return promises. */
type Methods<Api> = { [Name in keyof Api]: (...args: never[]) => Promise<unknown> };

export interface OpenWorker<Api extends Methods<Api>> {
  call<Name extends keyof Api & string>(method: Name, ...args: Parameters<Api[Name]>): ReturnType<Api[Name]>;
  /**
   * Calls `close` there, then ends the worker. It is not ended before it has answered: a thread that is ended while it still
   * loads its modules can take the process with it (SIGTRAP of Node 26.10 in vitest, once in some thirty times).
   */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * What a thread makes and soon forgets, V8 collects when there is this much of it, in megabytes. Its own limit costs 40 MB more
 * and saves no time here.
 */
const YOUNG_MEGABYTES = 24;
/**
 * What a thread may hold for longer, in megabytes. V8 lets a heap that may grow to 2 GB double before it collects what is no
 * longer used, and a larger one, its default where there is much memory, grow fourfold: 50 MB more while a corpus is loaded.
 * Where there is little memory, V8's default is lower and stays.
 */
const OLD_MEGABYTES = Math.min(2000, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20));

const stopped = (cause?: unknown): DatelineError =>
  new DatelineError(
    'unavailable',
    sentence`The archive is not available right now. Please try again in a minute.`,
    {
      cause,
    },
  );

/** Should the worker end by itself, every call fails with `unavailable`, and `log` says why. */
export const openWorker = <Api extends Methods<Api>, Progress = never>(
  file: URL,
  workerData: unknown,
  log: Logger,
  onProgress: (progress: Progress) => void = () => undefined,
): OpenWorker<Api> => {
  const worker = new Worker(file, {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: OLD_MEGABYTES },
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: DatelineError | null = null;

  const failAll = (cause?: unknown): void => {
    ended ??= stopped(cause);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', (err) => {
    log.fatal({ err }, 'a thread of the archive has failed');
    failAll(err);
  });
  worker.on('exit', () => failAll());
  worker.on('message', (message: WorkerMessage<Progress>) => {
    if (message.kind === 'progress') {
      onProgress(message.progress);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'failed') call?.reject(fromSentError(message.error));
    else call?.resolve(message.value as never);
  });

  const send = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, args } satisfies WorkerCall);
    });
  return {
    call: <Name extends keyof Api & string>(method: Name, ...args: Parameters<Api[Name]>) =>
      send(method, args) as ReturnType<Api[Name]>,
    async close() {
      if (ended !== null) return;
      await send('close', []).catch((err) =>
        log.error({ err }, 'a thread of the archive did not close well'),
      );
      await worker.terminate();
    },
  };
};
