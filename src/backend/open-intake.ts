/** In: a corpus and the store. Out: an intake that loads and watches the corpus and accepts drafts from other sources. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { readByOthers, type SyncReport, syncCorpus } from '../corpus-sync/sync-corpus.ts';
import { type CorpusWatcher, watchCorpus } from '../corpus-sync/watch-corpus.ts';
import { type CorpusProblem, inWords } from '../domain/corpus-reason.ts';
import { DatelineError } from '../domain/errors.ts';
import { corpusRoots } from '../intake/corpus/find-corpus-files.ts';
import type { Logger } from '../log.ts';
import type { SearchableStore } from '../store/article-store.ts';
import { ARTICLES_FILE } from '../store/sqlite-article-store.ts';
import { isDiskFull } from '../store/sqlite-dialect.ts';
import type { Intake, IntakeOptions, OnProgress } from './backend.ts';

/** What cannot be sent to another thread. */
export interface IntakeSurroundings {
  /** Epoch milliseconds; when articles were added, never what a question's recency counts from. */
  readonly clock: () => number;
  readonly log: Logger;
  readonly onProgress: OnProgress;
}

/** Between two tries after the disk was full, or the database away. */
const AGAIN_MS = 2_000;

const asText = ({ file, line, reason }: CorpusProblem): string => JSON.stringify([file, line, reason]);

/** Articles whose words are read anew in one transaction: a fraction of a second, and what a kill costs. */
const QUEUE_BATCH = 50;

/** Adding fewer articles leaves a search index that is good enough, and takes no time worth saving. */
const MANY = 1_000;
const COMPACT_REST_MS = 30;
/** Transactions after which the log is emptied. */
const TRIM_AFTER = 50;

/**
 * Reads the corpus in the background (`loaded`) and goes on watching it. Meanwhile words that another build read are read
 * anew. The store is closed with it.
 */
export const openIntake = async (
  { corpus, watch, waitForRoom = false, startsLater = false, cluster = null }: Omit<IntakeOptions, 'dataDir'>,
  store: SearchableStore,
  { clock, log, onProgress }: IntakeSurroundings,
): Promise<Intake> => {
  const roots = corpusRoots(corpus);
  const closing = new AbortController();
  const { words } = store.openEngine();
  let report: SyncReport | null = null;
  let watcher: CorpusWatcher | null = null;
  const started = Promise.withResolvers<void>();
  if (!startsLater) started.resolve();
  let isStarted = !startsLater;
  let compacting: Promise<void> = Promise.resolve();
  let read = { bytesDone: 0, bytes: 0 };
  let reports = 0;
  const { queued, articles } = await store.counts();
  let expected = articles;

  const reportProgress = async (): Promise<void> => {
    const { articles: indexed } = await words.dictionary();
    expected = Math.max(expected, indexed);
    onProgress({ indexed, total: expected, ...read });
    reports += 1;
    if (reports % TRIM_AFTER === 0) await store.trimLog();
  };

  const readQueued = async (): Promise<void> => {
    if (queued > 0) log.info({ queued }, 'words of articles are read anew after an update');
    while (!closing.signal.aborted && (await store.indexQueued(QUEUE_BATCH)) > 0) {
      await reportProgress();
      await nextTurn();
    }
  };

  /**
   * In short steps with rests between them, so that nobody notices. Where little was added, what was begun before the bot was
   * last ended is brought to its end.
   */
  const compact = async (isMuch: boolean): Promise<void> => {
    let steps = 0;
    for (; !closing.signal.aborted && (await store.compact(isMuch && steps === 0)); steps++) {
      if (steps % TRIM_AFTER === 0) await store.trimLog();
      await pause(COMPACT_REST_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    if (steps > 0 && !closing.signal.aborted) await store.trimLog();
  };

  /** What keeps the corpus from being read. */
  let trouble: string | null = null;
  const wait = (ms: number): Promise<void> => pause(ms, undefined, { signal: closing.signal });

  /** Whether it will be over: the disk is full, or the database of a cluster is away. */
  const isPassing = (error: unknown): boolean =>
    isDiskFull(error) || (cluster !== null && error instanceof DatelineError && error.code === 'unavailable');

  const untilItWorks = async (work: () => Promise<void>): Promise<void> => {
    for (;;) {
      try {
        await work();
        if (trouble !== null) log.warn('the corpus is read again');
        trouble = null;
        return;
      } catch (error) {
        if (!waitForRoom || closing.signal.aborted || !isPassing(error)) throw error;
        const { message } = error as Error;
        if (trouble === null) log.error(`${message} The corpus is read as soon as that is over.`);
        trouble = message;
        await wait(AGAIN_MS);
      }
    }
  };

  const readCorpus = async (known: CorpusProblem[]): Promise<void> => {
    const before = new Set(known.splice(0).map(asText));
    report = await syncCorpus(roots, store, {
      clock,
      signal: closing.signal,
      onProblem: (problem) => {
        known.push(problem);
        if (!before.has(asText(problem))) log.warn(inWords(problem), 'part of the corpus was not read');
      },
      onProgress: async ({ bytesDone, bytes, articles: found }) => {
        expected = Math.max(expected, found);
        read = { bytesDone, bytes };
        await reportProgress();
      },
    });
  };

  const load = async (): Promise<void> => {
    if (startsLater) onProgress(null);
    await started.promise;
    closing.signal.throwIfAborted();
    isStarted = true;
    const areMany = queued >= MANY || (corpus.length > 0 && articles < MANY);
    if (areMany) await untilItWorks(() => store.expectMany(true));
    const known: CorpusProblem[] = [];
    const reading = corpus.length === 0 ? [] : [untilItWorks(() => readCorpus(known))];
    // Also if that failed, or the bot was killed the last time.
    await Promise.all([untilItWorks(readQueued), ...reading]).finally(() =>
      untilItWorks(() => store.expectMany(false)),
    );
    onProgress(null);
    const { articles: found } = await words.dictionary();
    compacting = compact(found - articles + queued >= MANY).catch((err) =>
      log.warn({ err }, 'the search index could not be compacted'),
    );
    if (watch === null || corpus.length === 0 || closing.signal.aborted) return;
    watcher = await watchCorpus(roots, store, {
      mode: watch,
      clock,
      log,
      known,
      onSynced: (synced) => {
        report = synced;
      },
    });
  };

  const loading = load().finally(() => onProgress(null));
  // Whoever waits for `loaded` learns of a failure; without a listener it must not end the process.
  loading.catch((err) => {
    if (!closing.signal.aborted) log.error({ err }, 'the corpus could not be loaded');
  });

  const troubles = (): CorpusProblem[] =>
    trouble === null ? [] : [{ file: ARTICLES_FILE, line: null, reason: { kind: 'told', text: trouble } }];

  return {
    async start() {
      started.resolve();
    },
    loaded: () => loading,
    add: (drafts, arrival, servers) => store.add(drafts, arrival, clock(), servers),
    share: (origin) => store.share(origin, clock()),
    letHear: (origin, keys, server) => store.letHear(origin, keys, server, clock()),
    forgetServer: (server) => store.forgetServer(server, clock()),
    async expire(retention, needed) {
      await loading;
      return store.expire(retention, needed, clock());
    },
    async status() {
      const counts = await store.counts();
      const last = isStarted ? report : await readByOthers(roots, store);
      return {
        articles: counts.articles,
        indexed: counts.articles - counts.queued,
        lastLoadMs: last?.loadedAtMs ?? null,
        problems: [...troubles(), ...(last?.problems ?? [])],
        problemCount: troubles().length + (last?.problemCount ?? 0),
        ofServers: last?.ofServers ?? new Map(),
      };
    },
    async close() {
      closing.abort();
      started.resolve();
      await loading.catch(() => undefined);
      await compacting;
      await watcher?.close();
      await store.close();
    },
  };
};
