/** In: the corpus as it is on disk and as it was when last read. Out: which files are to be read, and which are gone. */
import { type CorpusFileRef, READER_VERSION } from '../intake/corpus/corpus-item.ts';
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
  /** As they were when last read. */
  readonly gone: readonly CorpusFile[];
  readonly unsettled: number;
  /**
   * Whether a file was there, as it is, at the time the corpus was last read, and is to be read only because the rules of
   * reading have changed since: what they find in it now is no news.
   */
  readonly isOld: (file: CorpusFileRef, lastLoadMs: number) => boolean;
}

/** Files are new or changed by size, times and reading rules. `isSettled` says which are to be left for the next look. */
export const scanCorpus = async (
  roots: readonly CorpusRoot[],
  store: ArticleStore,
  isSettled: (name: string, file: CorpusFileRef | null) => boolean,
): Promise<CorpusScan> => {
  const found = await findCorpusFiles(roots);
  const known = new Map((await store.manifest.files()).map((file) => [file.path, file]));
  const changed = found.files.filter((file) => !isUnchanged(file, known.get(file.name)));
  const isNew = ({ name }: CorpusFileRef): boolean => !known.has(name);
  const present = new Set(found.files.map(({ name }) => name));
  const vanished = found.isComplete ? [...known.values()].filter(({ path }) => !present.has(path)) : [];
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
    gone,
    unsettled: changed.length - settled.length + vanished.length - gone.length,
  };
};
