/** In: the corpus as it is on disk and as it was when last read. Out: the store brought up to it. */
import type { CorpusProblem } from '../domain/library.ts';
import { type CorpusFileRef, READER_VERSION } from '../intake/corpus/corpus-item.ts';
import { type CorpusRoot, type FoundFiles, findCorpusFiles } from '../intake/corpus/find-corpus-files.ts';
import type { ArticleStore, CorpusFile } from '../store/article-store.ts';
import { loadFile } from './load-file.ts';

/** How far reading is. Bytes are those of the files that had to be read. */
export interface SyncProgress {
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
  /** Articles read so far, changed or not. */
  readonly articles: number;
}

export interface SyncOptions {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Hears after every batch of articles, and once before the first: time for the index to catch up, too. */
  readonly onProgress?: (progress: SyncProgress) => void;
  /** Hears what is wrong with the files read now, and with the corpus folder itself (that, each time). */
  readonly onProblem?: (problem: CorpusProblem) => void;
  /** Ends reading after the current batch; what was stored stays, the rest is read next time. */
  readonly signal?: AbortSignal;
  /** Says which changed files and vanished names to leave for the next time. For the watcher. */
  readonly isSettled?: (name: string, file: CorpusFileRef | null) => boolean;
}

export interface SyncReport {
  /** Files read now, and those that were gone. */
  readonly read: number;
  readonly gone: number;
  /** Changed files and vanished names left for the next time. */
  readonly unsettled: number;
  /** What is wrong with the corpus as it now is: at most 50, those of the files read now first. */
  readonly problems: readonly CorpusProblem[];
  readonly problemCount: number;
  /** Epoch milliseconds at the end, also the corpus's `lastLoadMs`. */
  readonly loadedAtMs: number;
}

/** Problems in a report; `onProblem` hears more. */
const MAX_PROBLEMS = 50;

/** What a corpus is known by: moved or exchanged, it counts as never read. */
const corpusId = (roots: readonly CorpusRoot[]): string => roots.map(({ path }) => path).join('\n');

const isUnchanged = (file: CorpusFileRef, known: CorpusFile | undefined): boolean =>
  known !== undefined &&
  known.size === file.size &&
  known.mtimeMs === file.mtimeMs &&
  known.ctimeMs === file.ctimeMs &&
  known.reader === READER_VERSION;

/**
 * Reads files that are new or changed since they were last read (by size, times and reading rules), and removes the
 * articles of files that are gone. Where a folder cannot be listed, nothing is removed. The first time a corpus is
 * read to its end its articles are `backfill`; what comes later is `new`. Never two at once on one store.
 * @throws what the store throws, and the signal's reason once that is aborted.
 */
export const syncCorpus = async (
  roots: readonly CorpusRoot[],
  store: ArticleStore,
  options: SyncOptions,
): Promise<SyncReport> => {
  const found = await findCorpusFiles(roots);
  const known = new Map((await store.manifest.files()).map((file) => [file.path, file]));
  const isSettled = options.isSettled ?? (() => true);
  const changed = found.files.filter((file) => !isUnchanged(file, known.get(file.name)));
  const present = new Set(found.files.map(({ name }) => name));
  const vanished = found.isComplete ? [...known.keys()].filter((name) => !present.has(name)) : [];
  const toRead = changed.filter((file) => isSettled(file.name, file));
  const gone = vanished.filter((name) => isSettled(name, null));

  for (const problem of found.problems) options.onProblem?.(problem);
  // New files first: a file that was renamed brings its text again before the old name takes it away.
  const heirs = await readFiles(toRead, roots, store, options);
  for (const name of gone) {
    const left = await store.retain(`file:${name}`, new Set(), options.clock());
    for (const heir of left.heirs) heirs.add(heir);
    await store.manifest.delete(name);
    options.signal?.throwIfAborted();
  }
  const inherited = found.files.filter(({ name }) => heirs.has(`file:${name}`));
  await readFiles(inherited, roots, store, { ...options, onProgress: () => {} });

  const unsettled = changed.length - toRead.length + vanished.length - gone.length;
  const loadedAtMs = options.clock();
  const isOutOfReach = found.files.length === 0 && !found.isComplete;
  if (!isOutOfReach && unsettled === 0) await store.manifest.recordLoad(corpusId(roots), loadedAtMs);
  return {
    read: toRead.length,
    gone: gone.length,
    unsettled,
    ...(await problemsNow(found, toRead, store)),
    loadedAtMs,
  };
};

/** Reads files one after the other; returns the origins that are to be read again. */
const readFiles = async (
  files: readonly CorpusFileRef[],
  roots: readonly CorpusRoot[],
  store: ArticleStore,
  { clock, onProgress, onProblem = () => {}, signal }: SyncOptions,
): Promise<Set<string>> => {
  const arrival = (await store.manifest.lastLoadMs(corpusId(roots))) === null ? 'backfill' : 'new';
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const heirs = new Set<string>();
  const done = { files: 0, bytes: 0, articles: 0 };
  const tell = () =>
    onProgress?.({
      files: files.length,
      filesDone: done.files,
      bytes,
      bytesDone: Math.min(done.bytes, bytes),
      articles: done.articles,
    });
  if (files.length > 0) tell();
  for (const file of files) {
    const onBatch = (batch: { readonly bytes: number; readonly articles: number }): void => {
      done.bytes += batch.bytes;
      done.articles += batch.articles;
      tell();
    };
    const loaded = await loadFile(file, store, { arrival, clock, onBatch, onProblem, signal });
    for (const heir of loaded.heirs) heirs.add(heir);
    done.files++;
  }
  if (files.length > 0) tell();
  return heirs;
};

const problemsNow = async (
  found: FoundFiles,
  justRead: readonly CorpusFileRef[],
  store: ArticleStore,
): Promise<Pick<SyncReport, 'problems' | 'problemCount'>> => {
  const files = await store.manifest.files();
  const fresh = new Set(justRead.map(({ name }) => name));
  const inOrder = [
    ...files.filter(({ path }) => fresh.has(path)),
    ...files.filter(({ path }) => !fresh.has(path)),
  ];
  return {
    problems: [...found.problems, ...inOrder.flatMap(({ problems }) => problems)].slice(0, MAX_PROBLEMS),
    problemCount: found.problems.length + files.reduce((sum, { problemCount }) => sum + problemCount, 0),
  };
};
