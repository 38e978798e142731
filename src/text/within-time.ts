/** In: work on a text that others wrote. Out: what came of it, or that it took too long: it is ended then, wherever it is. */
import { Script } from 'node:vm';
import { DatelineError } from '../domain/errors.ts';

/** A text of millions of characters takes a second or two. */
const TIMEOUT_MS = 20_000;
/**
 * Shorter texts, nearly all there are, are read without a limit: setting one takes 0.2 ms, and none of them takes a second,
 * whatever is repeated in it. UTF-16 units.
 */
const SHORT_TEXT = 50_000;

const WORK = Symbol.for('dateline.within-time');
const holder = globalThis as { [WORK]?: () => unknown };
/** The engine of JavaScript ends a script that takes too long, in a loop and in a regular expression alike. */
const script = new Script(`globalThis[Symbol.for('dateline.within-time')]()`);

/**
 * Does the work, in this thread. `length` is that of the texts it reads. What it was changing when it was ended may be
 * half changed. Not to be used within itself.
 * @throws DatelineError `limit` if it takes longer than `timeoutMs`; else what the work throws.
 */
export const withinTime = <T>(length: number, work: () => T, timeoutMs = TIMEOUT_MS): T => {
  if (length < SHORT_TEXT) return work();
  holder[WORK] = work;
  try {
    return script.runInThisContext({ timeout: timeoutMs }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new DatelineError('limit', `reading it takes longer than ${timeoutMs / 1000} s`, { cause: error });
  } finally {
    delete holder[WORK];
  }
};
