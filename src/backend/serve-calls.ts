/** In a worker: carries out the calls that come as messages on what was opened there. */
import { parentPort } from 'node:worker_threads';
import { toSentError, type WorkerCall, type WorkerMessage } from './worker-messages.ts';

type Methods = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/**
 * Opens at the first call. Calls wait for what is opened, and hear why it could not be. `open` is handed a way to tell
 * progress.
 */
export const serveCalls = <Progress>(
  open: (onProgress: (progress: Progress) => void) => Promise<object>,
): void => {
  const port = parentPort!;
  const say = (message: WorkerMessage<Progress>): void => port.postMessage(message);
  let opening: Promise<object> | null = null;
  port.on('message', async ({ id, method, args }: WorkerCall) => {
    try {
      opening ??= open((progress) => say({ kind: 'progress', progress }));
      const methods = (await opening) as Methods;
      say({ kind: 'done', id, value: await methods[method]!(...(args as never[])) });
    } catch (error) {
      say({ kind: 'failed', id, error: toSentError(error) });
    }
  });
};
