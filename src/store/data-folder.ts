/** In: the data folder's path. Out: the folder, made where it is absent, or why it cannot be used. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { DatelineError } from '../domain/errors.ts';

/** @throws DatelineError `unavailable` where there can be no such folder, or nothing may be written into it. */
export const makeDataFolder = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true });
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
