/** In: a file that `backUp` made, and a data folder without databases. Out: the folder as it was, once all was checked. */
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { DatelineError } from '../domain/errors.ts';
import { makePrivateFile } from '../store/data-folder.ts';
import { lockDataFolder } from '../store/lock-data-folder.ts';
import { checkDatabase } from '../store/open-database.ts';
import { DATABASES, OTHER_FILES } from './kept-files.ts';

const KNOWN = new Set<string>([...DATABASES, ...OTHER_FILES]);

const refuse = (file: string, reason: string, cause?: unknown): DatelineError =>
  new DatelineError(
    'invalid',
    `${file} cannot be restored: ${reason}. Nothing was changed. Use another backup.`,
    {
      cause,
    },
  );

const unpack = async (file: string, folder: string): Promise<string[]> => {
  try {
    await extract({
      file,
      cwd: folder,
      strict: true,
      filter: (path, entry) => KNOWN.has(path) && 'type' in entry && entry.type === 'File',
    });
  } catch (error) {
    throw refuse(file, 'it is no whole file that `npm run -s backup` made', error);
  }
  return readdir(folder);
};

const check = async (file: string, folder: string, names: readonly string[]): Promise<void> => {
  for (const name of DATABASES) {
    if (!names.includes(name)) throw refuse(file, `there is no ${name} in it`);
    const problem = await checkDatabase(join(folder, name));
    if (problem !== null) throw refuse(file, `its ${name} is damaged`, problem);
  }
};

/**
 * A database that is there is never replaced. Says which files were put back.
 * @throws DatelineError `not_found` without such a file, `invalid` if it or one of its databases is damaged or a
 * database is in the folder already, `unavailable` if a bot runs there or the folder cannot be written to.
 */
export const restore = async (file: string, dataDir: string): Promise<readonly string[]> => {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new DatelineError('not_found', `There is no file ${file}.`);
  const release = lockDataFolder(dataDir);
  try {
    const present = (await readdir(dataDir)).find((name) => DATABASES.some((each) => name.startsWith(each)));
    if (present !== undefined)
      throw new DatelineError(
        'invalid',
        `There is ${present} in ${dataDir} already. Move that folder away first, or set DATA_DIR to a new one.`,
      );
    const folder = await mkdtemp(join(dataDir, '.restoring-'));
    try {
      const names = await unpack(file, folder);
      await check(file, folder, names);
      for (const name of names.filter((each) => KNOWN.has(each))) {
        await rename(join(folder, name), join(dataDir, name));
        makePrivateFile(join(dataDir, name));
      }
      return names.filter((name) => KNOWN.has(name));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    release();
  }
};
