/** In: a bot's process and what it is for. Out: it is started again whenever it has ended, as a service manager does. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { BotPlace } from './bot-process.ts';
import { end, startProcess } from './start-process.ts';

/** After it was stopped it first carries out what came meanwhile. */
const WAKE_MS = 5_000;

export interface Supervised {
  readonly name: string;
  pid(): number | undefined;
  /** Names the time since it has worked without a break; null while it does not work. */
  workingSince(): symbol | null;
  /** Resolves when it works. */
  ready(): Promise<void>;
  /** Kills it; it is started again so much later. */
  kill(startAfterMs: number): Promise<void>;
  /** Holds it up until then. */
  stop(until: Promise<unknown>): Promise<void>;
  /** Ends it, and starts it no more. */
  close(signal: NodeJS.Signals): Promise<void>;
}

export const supervise = (name: string, place: BotPlace, say: (line: string) => void): Supervised => {
  let child: ChildProcess;
  let workingSince: symbol | null = null;
  let isClosed = false;
  let becomesReady = Promise.withResolvers<void>();
  let startAfterMs = 1_000;
  const isDown = (): void => {
    if (workingSince !== null) becomesReady = Promise.withResolvers();
    workingSince = null;
  };
  const works = (): void => {
    workingSince = Symbol(name);
    becomesReady.resolve();
  };
  const start = (): void => {
    const started = startProcess(place, (line) => say(`${name}: ${line}`));
    child = started.child;
    void started.ready.then(works, () => undefined);
    child.once('exit', async () => {
      isDown();
      await delay(startAfterMs);
      startAfterMs = 1_000;
      if (!isClosed) start();
    });
  };
  start();
  return {
    name,
    pid: () => child.pid,
    workingSince: () => workingSince,
    ready: () => becomesReady.promise,
    async kill(waitMs) {
      startAfterMs = waitMs;
      await end(child, 'SIGKILL');
    },
    async stop(until) {
      const stopped = child;
      isDown();
      stopped.kill('SIGSTOP');
      await until;
      stopped.kill('SIGCONT');
      await Promise.race([delay(WAKE_MS), once(stopped, 'exit')]);
      if (stopped === child && stopped.exitCode === null && stopped.signalCode === null) works();
    },
    async close(signal) {
      isClosed = true;
      child.kill('SIGCONT');
      await end(child, signal);
    },
  };
};
