/** In: the data folder's path. Out: the folder, made where it is absent, or why it cannot be used. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatelineError } from '../domain/errors.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** As `mkdir -p`. Not by `recursive: true`, which never comes back from a place such as /proc. */
const makeFolder = (path: string): void => {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
};

/** @throws DatelineError `unavailable` where there can be no such folder, or nothing may be written into it. */
export const makeDataFolder = (dataDir: string): void => {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
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
