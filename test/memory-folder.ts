/** Where tests keep what goes when they end. */
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What the tests that run at once need at most, twice over. */
const ROOM_BYTES = 2 * 1024 ** 3;
const MEMORY = '/dev/shm';

/** In memory if there is room: databases and OpenSearch write through to a disk whenever they are opened or change. */
export const memoryFolder = (): string => {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM_BYTES ? MEMORY : tmpdir();
};
