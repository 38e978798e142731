/**
 * Data folders that earlier builds left behind, one of each, over the sample corpus and three articles of a feed: `comet`,
 * a copy of it, and `storm`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FIXTURES = join(import.meta.dirname, 'fixtures', 'data-folders');

/**
 * Of the day the build was made. That of 22 November 2026 kept its index in a file of its own, and bodies as text. That of
 * 28 November left its `state.db` as well: a subscription to everything, which has posted `comet` and `storm`. That of 29
 * November is made in the same way, with stories, alerts, quiet hours and languages.
 */
export const FORMER_BUILDS = ['2026-11-22', '2026-11-28', '2026-11-29'] as const;
export type FormerBuild = (typeof FORMER_BUILDS)[number];

/** Puts the databases of that build into a folder, which is made if it is absent. */
export const layDataFolder = async (build: FormerBuild, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const name of ['articles.db', 'state.db']) {
    const packed = join(FIXTURES, `${build}.${name}.gz`);
    if (existsSync(packed)) writeFileSync(join(folder, name), gunzipSync(readFileSync(packed)));
  }
  if (build === '2026-11-22') writeFileSync(join(folder, 'index.bin'), 'the index of that build');
};
