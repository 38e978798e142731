/**
 * In: a database file with SQLite's log beside it. Out: the log set aside if it is of another copy of the file: one was
 * restored after a kill, and the log was left there.
 */
import { renameSync, rmSync, statSync } from 'node:fs';
import { examine } from './sqlite-dialect.ts';

/** Larger files would be looked through for long: `checkDatabase` says later what is wrong. */
const MAX_BYTES = 32 * 2 ** 20;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Only if the file is damaged with its log and whole without it, so that nothing is lost that could be read. To be
 * called before the file is opened to write. Returns where the log is then, or null if nothing was done.
 */
export const setForeignLogAside = (path: string): string | null => {
  const log = `${path}-wal`;
  const size = sizeOf(path);
  if (sizeOf(log) === 0 || size === 0 || size > MAX_BYTES) return null;
  if (examine(path) !== 'damaged' || examine(path, { withoutLog: true }) !== 'whole') return null;
  const aside = `${log}.unusable`;
  renameSync(log, aside);
  rmSync(`${path}-shm`, { force: true });
  return aside;
};
