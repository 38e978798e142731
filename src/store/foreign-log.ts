/**
 * In: a database file with SQLite's log beside it. Out: the log set aside if it is of another copy of the file: one was
 * restored after a kill, and the log was left there.
 */
import { renameSync, rmSync } from 'node:fs';
import { isCheckedAtOnce, wasLeftOpen } from './open-database.ts';
import { examine } from './sqlite-dialect.ts';

/**
 * Only if the file is damaged with its log and whole without it, so that nothing is lost that could be read. To be
 * called before the file is opened to write. Returns where the log is then, or null if nothing was done.
 */
export const setForeignLogAside = (path: string): string | null => {
  if (!wasLeftOpen(path) || !isCheckedAtOnce(path)) return null;
  if (examine(path) !== 'damaged' || examine(path, { withoutLog: true }) !== 'whole') return null;
  const aside = `${path}-wal.unusable`;
  renameSync(`${path}-wal`, aside);
  rmSync(`${path}-shm`, { force: true });
  return aside;
};
