/** In: where things are. Out: the bot as a process of its own, and the way to end it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BotPlace } from './bot-process.ts';

/** A process is started hundreds of times: compiled code halves what that takes. */
const NODE_COMPILE_CACHE =
  process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '../../node_modules/.cache/compiled');

export const startProcess = (place: BotPlace, say: (line: string) => void) => {
  const script = fileURLToPath(new URL('./bot-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE },
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => say(text.trim()));
  const ready = once(child.stdout!, 'data').then(() => undefined);
  return { child, ready };
};

export const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};
