/** The key with which those who vote are hashed: without it nobody can find out who voted, or try out ids. */
import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatelineError } from '../domain/errors.ts';
import { makeDataFolder } from './data-folder.ts';

const KEY_BYTES = 32;
/** In the data folder. */
export const VOTER_KEY_FILE = 'voter.key';

const readKey = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new DatelineError(
      'unavailable',
      `The file ${path} cannot be read (${code}). Check who may read it.`,
      {
        cause,
      },
    );
  }
};

/** Writes the key beside its path, for its owner alone; says where. */
const writeDraft = (path: string, key: Buffer): string => {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, key.toString('hex'), { mode: 0o600, flag: 'wx' });
  return draft;
};

/** Never half written, and never in place of one that another process made meanwhile. */
const makeKey = (path: string): string => {
  const draft = writeDraft(path, makeVoterKey());
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readKey(path)!;
};

/**
 * The key in the data folder, made if there is none, readable by its owner alone; one for this run if the folder
 * is null. @throws DatelineError `unavailable` if it cannot be read or is not a key.
 */
export const openVoterKey = (dataDir: string | null): Buffer => {
  if (dataDir === null) return makeVoterKey();
  makeDataFolder(dataDir);
  const path = join(dataDir, VOTER_KEY_FILE);
  const text = readKey(path) ?? makeKey(path);
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new DatelineError(
      'unavailable',
      `${path}: expected a key of 64 hexadecimal digits; it holds ${text.length} other characters. Restore it from a backup, or delete it: a new one is made, and votes given so far can no longer be changed.`,
    );
  return Buffer.from(text, 'hex');
};

/** The key in the data folder, if there is one; nothing is made. Throws as `openVoterKey` does. */
export const findVoterKey = (dataDir: string): Buffer | null =>
  readKey(join(dataDir, VOTER_KEY_FILE)) === null ? null : openVoterKey(dataDir);

/** Puts a key that came from elsewhere in the place of the one that is there. */
export const putVoterKey = (dataDir: string, key: Buffer): void => {
  const path = join(dataDir, VOTER_KEY_FILE);
  renameSync(writeDraft(path, key), path);
};

/** For where it is not kept in a data folder. */
export const makeVoterKey = (): Buffer => randomBytes(KEY_BYTES);

/** Who voted, as it is stored. */
export const hashVoter = (key: Buffer, userId: string): string =>
  createHmac('sha256', key).update(userId).digest('base64url');
