/** In: the data folder. Out: that no other bot uses it, or why this one cannot. */
import { join } from 'node:path';
import { DatelineError } from '../domain/errors.ts';
import { makeDataFolder, makePrivateFile } from './data-folder.ts';
import { holdFile } from './sqlite-dialect.ts';

/** Holds nothing; who has it locked is the bot of this folder. The databases themselves stay open to the terminal. */
const LOCK_FILE = 'bot.lock';

/**
 * Two bots on one folder would post everything twice. The lock is one of the operating system: it goes with its process.
 * Returns the way to let go of it.
 * @throws DatelineError `unavailable` if another bot has it, or see `makeDataFolder`.
 */
export const lockDataFolder = (dataDir: string): (() => void) => {
  makeDataFolder(dataDir);
  const path = join(dataDir, LOCK_FILE);
  makePrivateFile(path);
  const release = holdFile(path);
  if (release !== null) return release;
  throw new DatelineError(
    'unavailable',
    `Another Dateline is running with the data folder ${dataDir}. Stop that one first, or set DATA_DIR to a folder of its own for this one.`,
  );
};
