/** In: a script of this folder and a message for it. Out: the message it answers with before it ends. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DatelineError } from '../../../src/domain/errors.ts';

const firstMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new DatelineError('unavailable', `A process of the benchmark ended early (${signal ?? code}).`)),
    );
  });

/**
 * Runs the script in a process of its own, which has ended when this resolves.
 * @throws DatelineError `unavailable` where it ends without an answer, or answers with a failure.
 */
export const runProcess = async <Report>(script: string, message: object): Promise<Report> => {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, [], { execArgv: ['--expose-gc'], serialization: 'advanced' });
  const ended = once(child, 'exit');
  try {
    const report = firstMessage(child);
    child.send(message);
    const answer = (await report) as Report | { readonly failure: string };
    await ended;
    if (typeof answer === 'object' && answer !== null && 'failure' in answer)
      throw new DatelineError('unavailable', answer.failure);
    return answer as Report;
  } finally {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
};
