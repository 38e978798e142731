/** A folder of its own for the tests of one file, and how what is in a file is read. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ArticleDraft } from '../../../src/domain/article.ts';
import { inWords } from '../../../src/domain/corpus-reason.ts';
import type { CorpusItem } from '../../../src/intake/corpus/corpus-item.ts';
import { readCorpusFile } from '../../../src/intake/corpus/read-corpus-file.ts';

export const openCorpusFiles = () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-read-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const readPath = async (name: string): Promise<CorpusItem[]> => {
    const path = join(folder, name);
    const items: CorpusItem[] = [];
    const { size, mtimeMs, ctimeMs } = statSync(path);
    for await (const item of readCorpusFile({ name, path, size, mtimeMs, ctimeMs })) items.push(item);
    return items;
  };
  const read = async (name: string, content: string | Uint8Array): Promise<CorpusItem[]> => {
    writeFileSync(join(folder, name), content);
    return readPath(name);
  };
  const articles = async (name: string, content: string | Uint8Array): Promise<ArticleDraft[]> =>
    (await read(name, content)).flatMap((item) => (item.kind === 'article' ? [item.draft] : []));
  /** `problem 3: why`, `failure -: why`. */
  const problems = (items: readonly CorpusItem[]): string[] =>
    items.flatMap((item) =>
      item.kind === 'article'
        ? []
        : [`${item.kind} ${item.problem.line ?? '-'}: ${inWords(item.problem).reason}`],
    );
  return { folder, read, readPath, articles, problems };
};
