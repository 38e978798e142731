/** In: how to close. Out: SIGINT and SIGTERM close in order, within 5 s, and end the process. */

/** Whatever is not closed by then is given up. */
const CLOSE_TIMEOUT_MS = 4_500;

/** What shells expect of a process that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Closes at the first signal; a second one ends at once. The signal returned is aborted when closing begins: what
 * fails from then on fails because of it.
 */
export const endOnSignal = (close: () => Promise<void>): AbortSignal => {
  const ending = new AbortController();
  const end = async (signal: 'SIGINT' | 'SIGTERM'): Promise<void> => {
    const code = EXIT_CODES[signal];
    if (ending.signal.aborted) process.exit(code);
    process.exitCode = code;
    setTimeout(() => process.exit(code), CLOSE_TIMEOUT_MS).unref();
    ending.abort();
    await close().catch(() => undefined);
    process.exit(code);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return ending.signal;
};
