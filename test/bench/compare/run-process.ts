/** In: a script beside this one's caller and a message for it. Out: the message it answers with before it ends. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DatelineError } from '../../../src/domain/errors.ts';

export interface ProcessOptions {
  /** The program that runs the script; the one that runs this by default. */
  readonly execPath?: string;
  readonly execArgv?: readonly string[];
  /** The process is killed, and this fails, if it takes longer. */
  readonly limitMs?: number;
  /** What the process prints is not shown, except what explains a failure. */
  readonly isQuiet?: boolean;
  /** Hears of every message `{ progress }`; any other is the answer. */
  readonly onProgress?: (progress: number) => void;
}

/** Characters kept of what a quiet process said last. */
const TAIL = 4000;
const REASON_LENGTH = 240;

const unavailable = (message: string): DatelineError => new DatelineError('unavailable', message);

/** The line that best explains why a process failed: what its log or Node says of an error, else the last; or null. */
export const reasonIn = (said: string): string | null => {
  const lines = said.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const logged = lines.flatMap((line) => /"err":\{.*?"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? []);
  const fatal = lines.find((line) => /^(FATAL ERROR|\w*Error\b)/.test(line));
  return (logged.at(-1) ?? fatal ?? lines.at(-1))?.slice(0, REASON_LENGTH) ?? null;
};

const withReason = (message: string, said: string): DatelineError => {
  const reason = reasonIn(said);
  return unavailable(reason === null ? message : `${message} (${reason})`);
};

const isProgress = (message: unknown): message is { readonly progress: number } =>
  typeof message === 'object' && message !== null && 'progress' in message;

const waitForAnswer = (
  child: ChildProcess,
  { limitMs, onProgress }: ProcessOptions,
  said: () => string,
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(unavailable(`It did not end within ${Math.round(limitMs! / 1000)} s.`));
    }, limitMs);
    if (limitMs === undefined) clearTimeout(limit);
    child.on('message', (message) => {
      if (isProgress(message)) return onProgress?.(message.progress);
      clearTimeout(limit);
      resolve(message);
    });
    child.once('error', (error) => {
      clearTimeout(limit);
      reject(unavailable(`A process of the benchmark could not be started: ${error.message}`));
    });
    // `close` comes after all that the process said.
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      reject(withReason(`A process of the benchmark ended early (${signal ?? code}).`, said()));
    });
  });

/**
 * Runs the script, a module address, in a process of its own, which has ended when this resolves.
 * @throws DatelineError `unavailable` if it ends without an answer, takes too long, or answers with a failure.
 */
export const runProcess = async <Report>(
  script: URL,
  message: object,
  options: ProcessOptions = {},
): Promise<Report> => {
  const { execPath = process.execPath, execArgv = ['--expose-gc'], isQuiet = false } = options;
  const child = fork(fileURLToPath(script), [], {
    execPath,
    execArgv: [...execArgv],
    serialization: 'advanced',
    stdio: isQuiet ? ['ignore', 'ignore', 'pipe', 'ipc'] : ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-TAIL);
  });
  const ended = once(child, 'close');
  // Where it could not be started, the answer fails as well.
  ended.catch(() => undefined);
  try {
    const answer = waitForAnswer(child, options, () => said);
    // `close` reports a process that has ended already.
    child.send(message, () => undefined);
    const report = (await answer) as Report | { readonly failure: string };
    await ended;
    if (typeof report === 'object' && report !== null && 'failure' in report)
      throw withReason(report.failure, said);
    return report as Report;
  } finally {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended.catch(() => undefined);
  }
};
