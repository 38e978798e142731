/** In a worker: carries out the calls that come as messages on what was opened there. */
import { parentPort } from 'node:worker_threads';
import { toSentError, type WorkerCall, type WorkerMessage } from './worker-messages.ts';

type Methods = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/**
 * Opens at the first call, unless that is `close`. Calls wait for what is opened, and hear why it could not be; then there is
 * nothing to close either. `open` is handed a function that reports progress.
 */
export const serveCalls = <Progress>(
  open: (onProgress: (progress: Progress) => void) => Promise<object>,
): void => {
  const port = parentPort!;
  const say = (message: WorkerMessage<Progress>): void => port.postMessage(message);
  let opening: Promise<object> | null = null;
  const call = async (method: string, args: readonly unknown[]): Promise<unknown> => {
    // What was away may be back at the next call.
    opening ??= open((progress) => say({ kind: 'progress', progress })).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    const methods = (await opening) as Methods;
    return methods[method]!(...(args as never[]));
  };
  const close = async (): Promise<void> => {
    const isOpen = (await opening?.then(Boolean, () => false)) ?? false;
    if (isOpen) await call('close', []);
  };
  port.on('message', async ({ id, method, args }: WorkerCall) => {
    try {
      say({ kind: 'done', id, value: await (method === 'close' ? close() : call(method, args)) });
    } catch (error) {
      say({ kind: 'failed', id, error: toSentError(error) });
    }
  });
};
