/** In: the data folder. Out: whether it can be written to and has room, and whether its databases are whole. */

import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { MIB } from '../domain/document-size.ts';
import { DatelineError } from '../domain/errors.ts';
import { makeDataFolder } from '../store/data-folder.ts';
import { checkDatabase } from '../store/open-database.ts';
import { ARTICLES_FILE } from '../store/sqlite-article-store.ts';
import { STATE_FILE } from '../store/state-database.ts';
import { ailing, type Check, well } from './check.ts';

/** Below this a bot stops before long; and to copy and back up the databases takes as much as they have. */
const LITTLE_BYTES = 200 * MIB;

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

const megabytes = (bytes: number): string => `${Math.round(bytes / MIB).toLocaleString('en-GB')} MiB`;

export const checkDisk = async (dataDir: string): Promise<Check> => {
  const name = 'Disk';
  try {
    makeDataFolder(dataDir);
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return ailing(name, 'problem', error.message, 'Nothing can be kept until then.');
  }
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const files = [STATE_FILE, ARTICLES_FILE, `${ARTICLES_FILE}-wal`].map((each) =>
    sizeOf(join(dataDir, each)),
  );
  const used = (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
  const found = `${megabytes(free)} are free where ${dataDir} is; the databases take ${megabytes(used)}`;
  if (free < LITTLE_BYTES)
    return ailing(name, 'problem', found, 'Make room: with none, nothing new is stored or posted.');
  if (free < used)
    return ailing(
      name,
      'warning',
      found,
      'Make room before a backup, which takes as much as the databases do.',
    );
  return well(name, found);
};

/** Reads both through: ten seconds a gigabyte. Others may write meanwhile. */
export const checkDatabases = async (dataDir: string): Promise<Check> => {
  const name = 'Databases';
  const present = [STATE_FILE, ARTICLES_FILE].map((file) => join(dataDir, file));
  const sizes = await Promise.all(present.map(sizeOf));
  if (sizes.every((size) => size === 0)) return well(name, 'none yet: the first start makes them');
  const problems: string[] = [];
  for (const [at, path] of present.entries()) {
    const problem = (sizes[at] ?? 0) > 0 ? await checkDatabase(path) : `${path} is not there.`;
    if (problem !== null) problems.push(problem);
  }
  if (problems.length === 0) return well(name, 'both were read through and are whole');
  return ailing(
    name,
    'problem',
    problems.join(' '),
    'Stop the bot, keep the folder aside, and put a backup back: npm run -s restore -- FILE. docs/data.md says more.',
  );
};
