/** In: how to close. Out: SIGINT and SIGTERM close in order, within 5 s, and end the process. */

/** Whatever is not closed by then is given up. */
const CLOSE_TIMEOUT_MS = 4_500;

/** What shells expect of a process that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Closes once, at the first signal; a second one ends at once. Returns what takes the listeners away. */
export const endOnSignal = (close: () => Promise<void>): (() => void) => {
  let isClosing = false;
  const end = async (signal: 'SIGINT' | 'SIGTERM'): Promise<void> => {
    if (isClosing) process.exit(EXIT_CODES[signal]);
    isClosing = true;
    setTimeout(() => process.exit(EXIT_CODES[signal]), CLOSE_TIMEOUT_MS).unref();
    await close().catch(() => undefined);
    process.exit(EXIT_CODES[signal]);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  };
};
