/**
 * Data folders that earlier builds left behind, one of each, over the sample corpus and three articles of a feed: `comet`,
 * a copy of it, and `storm`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FIXTURES = join(import.meta.dirname, 'fixtures', 'data-folders');

/** Of the day the build was made. That of 22 November 2026 kept its index in a file of its own, and bodies as text. */
export const FORMER_BUILDS = ['2026-11-22'] as const;

/** Puts the databases of that build into a folder, which is made where it is absent. */
export const layDataFolder = async (build: (typeof FORMER_BUILDS)[number], folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const articles = gunzipSync(readFileSync(join(FIXTURES, `${build}.articles.db.gz`)));
  writeFileSync(join(folder, 'articles.db'), articles);
  writeFileSync(join(folder, 'index.bin'), 'the index of that build');
};
