/** In: errors that recur with each retry. Out: each is logged once until it is resolved. */
import type { Logger } from '../log.ts';
import { isDiskFull } from '../store/sqlite-dialect.ts';

export interface Trouble {
  /** `text` says what could not be done, and `about` with what. */
  report(err: unknown, text: string, about?: object): void;
  /** Something was written. */
  wrote(): void;
  /** To be called now and then. Trouble is over once something was written, and nothing failed, between two calls. */
  review(): void;
}

export const createTrouble = (log: Logger): Trouble => {
  let isFull = false;
  let hasFailed = false;
  let hasWritten = false;
  const reported = new Set<string>();
  return {
    report: (err, text, about = {}) => {
      hasFailed = true;
      const { message } = err as Error;
      if (isDiskFull(err)) {
        if (!isFull) log.error(`${message} Digests go on as soon as there is room.`);
        isFull = true;
        return;
      }
      const what = JSON.stringify([message, text, about]);
      if (!reported.has(what)) log.error({ err, ...about }, text);
      reported.add(what);
    },
    wrote: () => {
      hasWritten = true;
    },
    review: () => {
      if (hasWritten && !hasFailed) {
        if (isFull) log.warn('there is room on the disk again: digests go on');
        isFull = false;
        reported.clear();
      }
      hasFailed = false;
      hasWritten = false;
    },
  };
};
