/** In: a folder. Out: the build of Dateline in it, which may be another checkout. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DatelineError } from '../../../src/domain/errors.ts';
import { ENTRIES } from './entries.ts';

export interface Build {
  /** As tables call it. */
  readonly name: string;
  /** The checkout, absolute. */
  readonly folder: string;
  /** What runs it: the Node among its own dependencies, where they are installed. */
  readonly execPath: string;
  /** What git calls what is checked out there, `-dirty` where files differ from it; null if git does not know. */
  readonly commit: string | null;
}

const commitOf = async (folder: string): Promise<string | null> => {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, 'describe', '--always', '--dirty']);
    return stdout.trim() || null;
  } catch {
    return null;
  }
};

/** @throws DatelineError `invalid` where the folder holds no build that can be measured. */
export const openBuild = async (name: string, path: string): Promise<Build> => {
  const folder = resolve(path);
  if (!ENTRIES.some(({ file }) => existsSync(join(folder, file))))
    throw new DatelineError(
      'invalid',
      `--build: ${path} is no checkout of Dateline: there is no ${ENTRIES[0].file} in it. Expected a folder with the source of another build, its dependencies installed with npm ci.`,
    );
  const own = join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const execPath = existsSync(own) ? own : process.execPath;
  return { name, folder, execPath, commit: await commitOf(folder) };
};
