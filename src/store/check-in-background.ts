/** In: a database file. Out: what is wrong with it, found in a thread of its own while it is in use. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Null if nothing is wrong. Aborting ends the check, which then rejects. */
export const checkInBackground = async (path: string, signal: AbortSignal): Promise<string | null> => {
  const worker = new Worker(new URL('./check-database-worker.ts', import.meta.url));
  // A thread that is ended while it loads its modules can take the process with it.
  await once(worker, 'message');
  worker.postMessage(path);
  try {
    const [problem] = (await once(worker, 'message', { signal })) as [string | null];
    return problem;
  } finally {
    await worker.terminate();
  }
};
