/** In: the corpus as it is on disk and as it was when last read. Out: the store brought up to it. */
import type { Arrival } from '../domain/article.ts';
import type { CorpusProblem, CorpusProblems, ProblemSum } from '../domain/corpus-reason.ts';
import { serverOfFile } from '../domain/corpus-server.ts';
import type { CorpusFileRef } from '../intake/corpus/corpus-item.ts';
import { type CorpusRoot, type FoundFiles, findCorpusFiles } from '../intake/corpus/find-corpus-files.ts';
import type { ArticleStore, CorpusFile } from '../store/article-store.ts';
import { type BatchDone, loadFiles } from './load-files.ts';
import { isLargeFile, isSmallFile, scanCorpus } from './scan-corpus.ts';
import { createSettledFiles } from './settled-files.ts';

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
  /** Epoch milliseconds; also says when to look for small files that changed while others are read. */
  readonly clock: () => number;
  /** Called after every batch of articles, and once before the first; reading waits for it, so that the index keeps up. */
  readonly onProgress?: (progress: SyncProgress) => unknown;
  /** Called with what is wrong with the files read now, and with the corpus folder itself (that, each time). */
  readonly onProblem?: (problem: CorpusProblem) => void;
  /** Ends reading after the current batch; what was stored stays, the rest is read next time. */
  readonly signal?: AbortSignal;
  /** Says which changed files and vanished names to leave for the next time. For the watcher. */
  readonly isSettled?: (name: string, file: CorpusFileRef | null) => boolean;
}

export interface SyncReport extends CorpusProblems {
  /** Files read now, and those that were gone. */
  readonly read: number;
  readonly gone: number;
  /** Changed files and vanished names left for the next time. */
  readonly unsettled: number;
  /** Epoch milliseconds at the end, also the corpus's `lastLoadMs`. */
  readonly loadedAtMs: number;
}

/** Problems in a report, those of the files read now first; `onProblem` is called with all of them. */
const MAX_PROBLEMS = 50;

/** Between looks for small files that changed while others are read; looking takes at most a tenth of the time. */
const LOOK_EVERY_MS = 400;
const REST_FACTOR = 10;

/** What a corpus is known by: moved or exchanged, it counts as never read. */
const corpusId = (roots: readonly CorpusRoot[]): string => roots.map(({ path }) => path).join('\n');

/** One run of `syncCorpus`. */
interface Run {
  readonly roots: readonly CorpusRoot[];
  readonly store: ArticleStore;
  readonly options: SyncOptions;
  readonly arrivalOf: (file: CorpusFileRef) => Arrival;
  /** The files still to be read to their end, by name. */
  readonly pending: Map<string, CorpusFileRef>;
  /** Names of the files read to their end. */
  readonly read: Set<string>;
  /** Names of the files whose articles were removed. */
  readonly removed: Set<string>;
  /** Origins to be read again. */
  readonly newOwners: Set<string>;
}

/**
 * Reads files that are new or changed since they were last read (by size, times and reading rules), and removes the
 * articles of files that are gone. Small files that change meanwhile are not left waiting. If a folder cannot be
 * listed, nothing is removed. The first time a corpus is read to its end its articles are `backfill`, and so is
 * what new rules of reading find in files that were there before, or an older copy of the store lacks; what comes later
 * is `new`. Never two at once on one store.
 * @throws what the store throws, and the signal's reason once that is aborted.
 */
export const syncCorpus = async (
  roots: readonly CorpusRoot[],
  store: ArticleStore,
  options: SyncOptions,
): Promise<SyncReport> => {
  const { found, toRead, isNew, gone, unsettled, isOld } = await scanCorpus(
    roots,
    store,
    options.isSettled ?? (() => true),
  );
  for (const problem of found.problems) options.onProblem?.(problem);
  const lastLoadMs = await store.manifest.lastLoadMs(corpusId(roots));
  const restoredMs = (await store.manifest.restoredMs()) ?? Number.NEGATIVE_INFINITY;
  const isBackfill = (file: CorpusFileRef): boolean =>
    lastLoadMs === null || file.ctimeMs <= restoredMs || isOld(file, lastLoadMs);
  const run: Run = {
    roots,
    store,
    options,
    arrivalOf: (file) => (isBackfill(file) ? 'backfill' : 'new'),
    pending: new Map(toRead.map((file) => [file.name, file])),
    read: new Set(),
    removed: new Set(),
    newOwners: new Set(),
  };
  const { reportProgress, onBatch } = createProgress(toRead, run);
  await reportProgress();
  // Reading before removing: a renamed file brings its text again before the old name takes it away. It is as large as
  // it was, so that small ones wait for small ones alone.
  for (const isNext of [isSmallFile, isLargeFile]) {
    await readFiles(toRead.filter(isNext), isNew, run, onBatch);
    const stillGone = gone.filter((file) => isNext(file) && !run.read.has(file.path));
    await removeFiles(stillGone, run);
  }
  await reportProgress();
  if (run.newOwners.size > 0) {
    const { files } = await findCorpusFiles(roots);
    const inherited = files.filter(({ name }) => run.newOwners.has(`file:${name}`));
    await readFiles(
      inherited,
      () => false,
      run,
      async () => {},
    );
  }
  const loadedAtMs = options.clock();
  const isOutOfReach = found.files.length === 0 && !found.isComplete;
  if (!isOutOfReach && unsettled === 0) await store.manifest.recordLoad(corpusId(roots), loadedAtMs);
  return {
    read: run.read.size,
    gone: run.removed.size,
    unsettled,
    ...(await problemsNow(found, run)),
    loadedAtMs,
  };
};

/** Reads files one after the other. */
const readFiles = async (
  files: readonly CorpusFileRef[],
  isNew: (file: CorpusFileRef) => boolean,
  { store, arrivalOf, options, pending, read, newOwners }: Run,
  onBatch: (done: BatchDone) => Promise<void>,
): Promise<void> => {
  const { clock, signal, onProblem = () => {} } = options;
  await loadFiles(files, store, {
    arrivalOf,
    isNew,
    clock,
    onBatch,
    onProblem,
    onLoaded: ({ name }, others) => {
      for (const newOwner of others) newOwners.add(newOwner);
      pending.delete(name);
      read.add(name);
    },
    signal,
  });
};

const removeFiles = async (
  files: readonly CorpusFile[],
  { store, options: { clock, signal }, newOwners, removed }: Run,
): Promise<void> => {
  for (const { path } of files) {
    const left = await store.retain(`file:${path}`, new Set(), clock());
    for (const newOwner of left.newOwners) newOwners.add(newOwner);
    await store.manifest.delete(path);
    removed.add(path);
    signal?.throwIfAborted();
  }
};

/** Reports how far reading those files is, and looks for small ones that changed meanwhile. */
const createProgress = (files: readonly CorpusFileRef[], run: Run) => {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const interlude = createInterlude(run);
  const done = { bytes: 0, articles: 0 };
  const reportProgress = async (): Promise<void> => {
    if (files.length === 0) return;
    await run.options.onProgress?.({
      files: files.length,
      filesDone: files.length - run.pending.size,
      bytes,
      bytesDone: Math.min(done.bytes, bytes),
      articles: done.articles,
    });
  };
  const onBatch = async (batch: BatchDone): Promise<void> => {
    done.bytes += batch.bytes;
    done.articles += batch.articles;
    await reportProgress();
    await interlude();
  };
  return { reportProgress, onBatch };
};

/** Between two batches, now and then: brings small files up to date that are not waiting for their turn anyway. */
const createInterlude = (run: Run): (() => Promise<void>) => {
  const { clock } = run.options;
  const settledFiles = createSettledFiles();
  let lookedAtMs = clock();
  let restMs = LOOK_EVERY_MS;
  return async () => {
    const startMs = clock();
    // A clock that was set back does not stop the looking.
    if (startMs >= lookedAtMs && startMs - lookedAtMs < restMs) return;
    settledFiles.begin();
    const { toRead, isNew, gone } = await scanCorpus(run.roots, run.store, (name, file) => {
      const canWait = file !== null && !isSmallFile(file);
      return !canWait && !run.pending.has(name) && settledFiles.isSettled(name, file);
    });
    restMs = Math.max(LOOK_EVERY_MS, (clock() - startMs) * REST_FACTOR);
    await readFiles(toRead, isNew, run, async () => {});
    if (![...run.pending.values()].some(isSmallFile)) await removeFiles(gone.filter(isSmallFile), run);
    lookedAtMs = clock();
  };
};

/** What is wrong with these files, and with the folders themselves: everyone's part, and each server's. */
const sumProblems = (files: readonly CorpusFile[], ofFolders: readonly CorpusProblem[]): CorpusProblems => {
  const sum = (server: string | null): ProblemSum => {
    const own = files.filter(({ path }) => serverOfFile(path) === server);
    const ofOwnFolders = ofFolders.filter(({ file }) => serverOfFile(file) === server);
    return {
      problems: [...ofOwnFolders, ...own.flatMap(({ problems }) => problems)].slice(0, MAX_PROBLEMS),
      problemCount: ofOwnFolders.length + own.reduce((total, { problemCount }) => total + problemCount, 0),
    };
  };
  const servers = new Set(files.map(({ path }) => serverOfFile(path)).filter((server) => server !== null));
  return { ...sum(null), ofServers: new Map([...servers].map((server) => [server, sum(server)])) };
};

/** What another process that reads the corpus has written down of it. */
export const readByOthers = async (
  roots: readonly CorpusRoot[],
  { manifest }: Pick<ArticleStore, 'manifest'>,
): Promise<CorpusProblems & { readonly loadedAtMs: number | null }> => ({
  ...sumProblems(await manifest.files(), []),
  loadedAtMs: await manifest.lastLoadMs(corpusId(roots)),
});

const problemsNow = async (found: FoundFiles, { store, read }: Run): Promise<CorpusProblems> => {
  const files = await store.manifest.files();
  const readFirst = files.toSorted((a, b) => Number(read.has(b.path)) - Number(read.has(a.path)));
  return sumProblems(readFirst, found.problems);
};
