/** The desk's thread: opens the desk and carries out the calls that come as messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { DatelineError } from '../domain/errors.ts';
import { createLog } from '../log.ts';
import type { Desk } from './desk.ts';
import type { DeskCall, DeskMessage, DeskWorkerData, SentError } from './desk-messages.ts';
import { openDesk } from './open-desk.ts';

const { desk: options, log } = workerData as DeskWorkerData;
const port = parentPort!;
const say = (message: DeskMessage): void => port.postMessage(message);

const toSend = (error: unknown): SentError => {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof DatelineError ? error.code : null, message, stack };
};

const opening = openDesk(options, {
  clock: Date.now,
  log: createLog(log),
  onProgress: (progress) => say({ kind: 'progress', progress }),
});
// Calls wait for the desk; the first of them hears why it could not be opened.
opening.catch(() => undefined);

port.on('message', async ({ id, method, args }: DeskCall) => {
  try {
    const desk = await opening;
    const run = desk[method] as (...given: readonly unknown[]) => ReturnType<Desk[typeof method]>;
    say({ kind: 'done', id, value: await run(...args) });
  } catch (error) {
    say({ kind: 'failed', id, error: toSend(error) });
  }
});
