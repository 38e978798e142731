/** In: the data folder's path. Out: the folder, made if it is absent, or why it cannot be used. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatelineError } from '../domain/errors.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** What others may do to a file or folder. */
const OTHERS = 0o077;

/** Takes from others what they may do to a file or folder of this user; if that cannot be, it stays as it is. */
const closeToOthers = (path: string): void => {
  try {
    const { mode, uid } = statSync(path);
    if ((mode & OTHERS) !== 0 && uid === process.getuid?.()) chmodSync(path, mode & 0o7777 & ~OTHERS);
  } catch {
    // Not every file system knows owners.
  }
};

/** A folder that holds other things as well, such as /tmp, is left as it is. */
const isOurs = (folder: string): boolean => {
  const names = readdirSync(folder);
  return names.length === 0 || names.includes('state.db') || names.includes('articles.db');
};

/**
 * Makes the file if it is absent, so that it can be read by its owner only. What SQLite puts beside a database has the
 * permissions of the database.
 */
export const makePrivateFile = (path: string): void => {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch {
    // It is there, or whoever opens it says why it cannot be. It is not opened here: closing it would let go of SQLite's locks.
  }
  for (const name of [path, `${path}-wal`, `${path}-shm`]) closeToOthers(name);
};

/** As `mkdir -p`, for its owner only. Not by `recursive: true`, which never comes back from a place such as /proc. */
const makeFolder = (path: string): void => {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
};

/** @throws DatelineError `unavailable` if there can be no such folder, or nothing may be written into it. */
export const makeDataFolder = (dataDir: string): void => {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
    if (isOurs(dataDir)) closeToOthers(dataDir);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'EEXIST' ? 'a file is there' : `the system says ${code}`;
    throw new DatelineError(
      'unavailable',
      `DATA_DIR: expected a folder that Dateline can write to; ${dataDir} is none: ${reason}. Set DATA_DIR to another one.`,
      { cause },
    );
  }
};
