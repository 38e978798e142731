/**
 * In: a data folder, in use or not. Out: one file that holds all of it as it was at a moment. `state.db` is copied before
 * `articles.db`, so that every article that was posted to a server is there.
 */
import { chmod, copyFile, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { create } from 'tar';
import { DatelineError } from '../domain/errors.ts';
import { copyDatabase } from '../store/sqlite-dialect.ts';
import { DATABASES, OTHER_FILES } from './kept-files.ts';

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const copyInto = async (folder: string, dataDir: string): Promise<string[]> => {
  const copied: string[] = [];
  for (const name of [...DATABASES, ...OTHER_FILES]) {
    const from = join(dataDir, name);
    if (!(await exists(from))) continue;
    const isDatabase = DATABASES.some((each) => each === name);
    await (isDatabase ? copyDatabase(from, join(folder, name)) : copyFile(from, join(folder, name)));
    copied.push(name);
  }
  return copied;
};

const checkPlaces = async (dataDir: string, file: string): Promise<void> => {
  if (!(await exists(join(dataDir, DATABASES[0]))))
    throw new DatelineError(
      'not_found',
      `DATA_DIR: there is no ${DATABASES[0]} in ${dataDir}, so there is nothing to back up. Set DATA_DIR to the folder the bot uses.`,
    );
  if (await exists(file))
    throw new DatelineError('invalid', `${file} is there already. Name a new file, or delete that one.`);
  if (!(await exists(dirname(file))))
    throw new DatelineError(
      'invalid',
      `There is no folder ${dirname(file)}. Make it, or name another place.`,
    );
};

/** What the disk or its rights do not let be written, in words that say what to do; anything else as it was. */
const explain = (error: unknown, file: string): unknown => {
  const { code } = error as NodeJS.ErrnoException;
  const reason = {
    ENOSPC: 'the disk is full',
    EACCES: 'it may not be written',
    EPERM: 'it may not be written',
  }[code ?? ''];
  if (reason === undefined) return error;
  return new DatelineError('unavailable', `${file} cannot be made: ${reason}. Choose another place.`, {
    cause: error,
  });
};

/**
 * Needs room beside `file` for the copies and the packed file. Nothing stands at `file` before it is complete. Says which files
 * it holds.
 * @throws DatelineError `not_found` without databases, `invalid` if the file is there or its folder is not,
 * `unavailable` if something cannot be read or written.
 */
export const backUp = async (dataDir: string, file: string): Promise<readonly string[]> => {
  await checkPlaces(dataDir, file);
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(dirname(file), `.${basename(file)}-`));
    const names = await copyInto(folder, dataDir);
    const packed = join(folder, 'packed');
    await create({ file: packed, cwd: folder, gzip: true, portable: true }, names);
    await chmod(packed, 0o600);
    await rename(packed, file);
    return names;
  } catch (error) {
    throw explain(error, file);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
};
