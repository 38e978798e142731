/** A corpus folder of its own for a test, and what a reader of the store sees of it. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CorpusRoot, corpusRoots } from '../../src/intake/corpus/find-corpus-files.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';

export const LONG = 'The council met on Tuesday and voted to close the old bridge until the spring. '
  .repeat(4)
  .trim();

export interface CorpusFolder {
  readonly path: string;
  readonly roots: CorpusRoot[];
  write(name: string, content: string): void;
  rename(from: string, to: string): void;
  remove(name: string): void;
  close(): void;
}

export const openCorpusFolder = (): CorpusFolder => {
  const base = mkdtempSync(join(tmpdir(), 'dateline-corpus-'));
  const path = join(base, 'corpus');
  mkdirSync(path);
  return {
    path,
    roots: corpusRoots([path]),
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    rename: (from, to) => renameSync(join(path, from), join(path, to)),
    remove: (name) => rmSync(join(path, name), { recursive: true }),
    close: () => rmSync(base, { recursive: true, force: true }),
  };
};

/** `<seq> <arrival> <title>` of every article that is there. */
export const shelf = async (store: ArticleStore): Promise<string[]> =>
  (await store.after(0, { limit: 1_000 }))
    .filter(({ duplicateOf }) => duplicateOf === null)
    .map(({ seq, arrival, title }) => `${seq} ${arrival} ${title}`);
