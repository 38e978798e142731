/** In: a corpus that has been read. Out: the store follows its files, without a restart, until closed. */
import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import { watch } from 'chokidar';
import { type CorpusProblem, inWords } from '../domain/corpus-reason.ts';
import type { CorpusRoot } from '../intake/corpus/find-corpus-files.ts';
import type { Logger } from '../log.ts';
import { startPeriodicTask } from '../scheduling/periodic-task.ts';
import type { ArticleStore } from '../store/article-store.ts';
import { createSettledFiles } from './settled-files.ts';
import { type SyncOptions, type SyncReport, syncCorpus } from './sync-corpus.ts';

/** `events`: of the file system; `polling`: looks every second; `auto` chooses by the kind of file system. */
export type WatchMode = 'auto' | 'events' | 'polling';

export interface WatchOptions extends Omit<SyncOptions, 'isSettled' | 'signal' | 'onProblem'> {
  readonly mode: WatchMode;
  /** Problems are logged as warnings, each once for as long as it lasts. */
  readonly log: Logger;
  /** Problems that have been logged before. */
  readonly known?: readonly CorpusProblem[];
  /** Called after every look at the corpus that changed something in the store or in the problems. */
  readonly onSynced?: (report: SyncReport) => void;
}

export interface CorpusWatcher {
  /** Ends within one batch of articles. */
  close(): Promise<void>;
}

/** From an event to the first look: several files saved together are seen together. */
const EVENT_DELAY_MS = 50;

/** A file is read once it has looked the same for this long: by then whoever writes it has finished. */
const SETTLE_MS = 200;

/** Between looks, if changes raise no events; and if they do, for those that got lost. */
const POLL_MS = 1_000;
const SAFETY_MS = 60_000;

/** Looking takes at most a tenth of the time. */
const REST_FACTOR = 10;

/** After an unexpected error. */
const RETRY_MS = 5_000;

/**
 * File systems that are changed from elsewhere, where events are not to be relied on (Linux `statfs(2)`, linux/magic.h):
 * NFS, SMB, SMB 2, CIFS, 9P, FUSE (with virtiofs), VirtualBox, Parallels, Ceph, AFS.
 */
const REMOTE_TYPES = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x01021997, 0x65735546, 0x786f4256, 0x7c7c6673, 0x00c36400,
  0x5346414f,
]);

const isRemote = async ({ path }: CorpusRoot): Promise<boolean> => {
  if (process.platform !== 'linux') return false;
  const found = await statfs(path).catch(() => null);
  return found !== null && REMOTE_TYPES.has(found.type >>> 0);
};

const choosePolling = async (mode: WatchMode, roots: readonly CorpusRoot[]): Promise<boolean> =>
  mode === 'polling' || (mode === 'auto' && (await Promise.all(roots.map(isRemote))).includes(true));

const keyOf = ({ file, line, reason }: CorpusProblem): string => JSON.stringify([file, line, reason]);

/** Looks at the corpus once, reading what has looked the same since the look before. */
const createLook = (roots: readonly CorpusRoot[], store: ArticleStore, options: WatchOptions) => {
  const settledFiles = createSettledFiles();
  let reported = new Set((options.known ?? []).map(keyOf));
  return async (signal: AbortSignal): Promise<SyncReport> => {
    settledFiles.begin();
    const problems = new Map<string, CorpusProblem>();
    const report = await syncCorpus(roots, store, {
      ...options,
      signal,
      isSettled: settledFiles.isSettled,
      onProblem: (problem) => problems.set(keyOf(problem), problem),
    });
    const news = [...problems].filter(([key]) => !reported.has(key));
    for (const [, problem] of news) options.log.warn(inWords(problem), 'part of the corpus was not read');
    reported = new Set(problems.keys());
    if (report.read > 0 || report.gone > 0 || news.length > 0) options.onSynced?.(report);
    return report;
  };
};

const watchEvents = (
  roots: readonly CorpusRoot[],
  onEvent: () => void,
  onError: (error: unknown) => void,
) => {
  const paths = roots.map(({ path }) => path);
  const ignored = (path: string): boolean => basename(path).startsWith('.') && !paths.includes(path);
  return watch(paths, { ignoreInitial: true, followSymlinks: false, atomic: false, ignored })
    .on('all', onEvent)
    .on('ready', onEvent)
    .on('error', onError);
};

/**
 * Follows the corpus from now on, beginning with a look for what changed since it was read. A change of up to 1 MB
 * is in the store well within 2 s of the end of writing, also while larger files are being read. Throws nothing later:
 * errors are logged and it goes on.
 */
export const watchCorpus = async (
  roots: readonly CorpusRoot[],
  store: ArticleStore,
  options: WatchOptions,
): Promise<CorpusWatcher> => {
  const { log } = options;
  let isPolling = await choosePolling(options.mode, roots);
  const look = createLook(roots, store, options);
  const periodicTask = startPeriodicTask({
    minRestMs: SETTLE_MS,
    task: async (signal) => {
      const startMs = performance.now();
      const { unsettled } = await look(signal);
      if (unsettled > 0) return SETTLE_MS;
      return Math.max(isPolling ? POLL_MS : SAFETY_MS, (performance.now() - startMs) * REST_FACTOR);
    },
    onError: (err) => {
      log.error({ err }, 'the corpus could not be looked through; trying again');
      return RETRY_MS;
    },
  });
  const onEvent = () => periodicTask.request(EVENT_DELAY_MS);
  const onError = (err: unknown) => {
    if (!isPolling) log.warn({ err }, 'no file events from the corpus folder; looking every second instead');
    isPolling = true;
    onEvent();
  };
  const events = isPolling ? null : watchEvents(roots, onEvent, onError);
  onEvent();
  return {
    async close() {
      await events?.close();
      await periodicTask.close();
    },
  };
};
