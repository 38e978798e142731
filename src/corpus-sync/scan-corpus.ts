/** In: the corpus as it is on disk and as it was when last read. Out: which files are to be read, and which are gone. */
import { stat } from 'node:fs/promises';
import { READER_VERSION } from '../intake/corpus/corpus-formats.ts';
import type { CorpusFileRef } from '../intake/corpus/corpus-item.ts';
import { type CorpusRoot, type FoundFiles, findCorpusFiles } from '../intake/corpus/find-corpus-files.ts';
import type { ArticleStore, CorpusFile } from '../store/article-store.ts';

/** Files up to this size are read in well under a second, and do not wait for larger ones. */
const SMALL_BYTES = 1_000_000;

export const isSmallFile = ({ size }: Pick<CorpusFileRef, 'size'>): boolean => size <= SMALL_BYTES;
export const isLargeFile = (file: Pick<CorpusFileRef, 'size'>): boolean => !isSmallFile(file);

const isUntouched = (file: CorpusFileRef, known: CorpusFile | undefined): boolean =>
  known !== undefined &&
  known.size === file.size &&
  known.mtimeMs === file.mtimeMs &&
  known.ctimeMs === file.ctimeMs;

const isUnchanged = (file: CorpusFileRef, known: CorpusFile | undefined): boolean =>
  isUntouched(file, known) && known?.reader === READER_VERSION;

/** What is to be done about the corpus as it is. */
export interface CorpusScan {
  readonly found: FoundFiles;
  /** New ones first: a text that moved is known by its new name before its old one brings another. */
  readonly toRead: readonly CorpusFileRef[];
  /** Whether it was never read. */
  readonly isNew: (file: CorpusFileRef) => boolean;
  /** As they were when last read. */
  readonly gone: readonly CorpusFile[];
  readonly unsettled: number;
  /**
   * Whether a file was there, as it is, at the time the corpus was last read, and is to be read only because the rules of
   * reading have changed since: what they find in it now is no news.
   */
  readonly isOld: (file: CorpusFileRef, lastLoadMs: number) => boolean;
}

const isThere = (file: CorpusFileRef | undefined, mtimeMs: number): boolean =>
  file !== undefined && file.mtimeMs >= mtimeMs;

/** Names the folders among those of several machines. */
const folderOf = async (roots: readonly CorpusRoot[]): Promise<string> => {
  const parts = roots.map(async ({ path }) => {
    const at = await stat(path).catch(() => null);
    return [path, at?.ino, at?.birthtimeMs];
  });
  return JSON.stringify(await Promise.all(parts));
};

/** In English, as for whoever runs the bot. */
const withNote = (found: FoundFiles, missing: number): FoundFiles => {
  const text = `is not the folder that was last read, and lacks ${missing} files that were read there, or has them older: their articles are kept, and only files with new names are read, until it has them all`;
  return {
    ...found,
    problems: [{ file: 'CORPUS_DIR', line: null, reason: { kind: 'told', text } }, ...found.problems],
  };
};

/**
 * Files are new or changed by size, times and reading rules. `isSettled` says which are to be left for the next look. In a
 * folder other than the one last read no file counts as changed or gone.
 */
export const scanCorpus = async (
  roots: readonly CorpusRoot[],
  store: ArticleStore,
  isSettled: (name: string, file: CorpusFileRef | null) => boolean,
): Promise<CorpusScan> => {
  const there = await findCorpusFiles(roots);
  const known = new Map((await store.manifest.files()).map((file) => [file.path, file]));
  const present = new Map(there.files.map((file) => [file.name, file]));
  const missing = [...known.values()].filter(({ path, mtimeMs }) => !isThere(present.get(path), mtimeMs));
  const isWhole = there.isComplete && missing.length === 0;
  const isLastRead = await store.manifest.isLastRead(await folderOf(roots), isWhole);
  const found = isLastRead || !there.isComplete ? there : withNote(there, missing.length);
  const isNew = ({ name }: CorpusFileRef): boolean => !known.has(name);
  const changed = found.files.filter(
    (file) => !isUnchanged(file, known.get(file.name)) && (isLastRead || isNew(file)),
  );
  const mayBeGone = found.isComplete && isLastRead ? missing : [];
  const vanished = mayBeGone.filter(({ path }) => !present.has(path));
  const settled = changed.filter((file) => isSettled(file.name, file));
  const gone = vanished.filter(({ path }) => isSettled(path, null));
  const rulesChanged = [...known.values()].some(({ reader }) => reader !== READER_VERSION);
  return {
    found,
    isOld: (file, lastLoadMs) => {
      if (known.has(file.name)) return isUntouched(file, known.get(file.name));
      return rulesChanged && file.ctimeMs <= lastLoadMs;
    },
    toRead: [...settled.filter(isNew), ...settled.filter((file) => !isNew(file))],
    isNew,
    gone,
    unsettled: changed.length - settled.length + vanished.length - gone.length,
  };
};
