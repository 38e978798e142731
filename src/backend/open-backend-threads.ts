/**
 * The same backend with a thread that writes and a thread that answers, so that what is loaded never waits in front of a
 * question and neither holds up the event loop.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger, LogOptions } from '../log.ts';
import type { AnsweringWorkerData } from './answering-worker.ts';
import type { Answering, Backend, BackendOptions, Intake, LoadProgress } from './backend.ts';
import type { IntakeWorkerData } from './intake-worker.ts';
import { joinBackend, rememberProgress } from './join-backend.ts';
import { openWorker } from './open-worker.ts';

export interface BackendThreadsOptions extends BackendOptions {
  readonly log: Logger;
  /** The workers write to the same place by themselves. */
  readonly logOptions: Pick<LogOptions, 'level' | 'secrets'>;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** Threads share a database only as files: where nothing is to be kept, a folder that goes when the backend is closed. */
const makeTemporary = (): Promise<string> => mkdtemp(join(tmpdir(), 'dateline-'));

/**
 * Opens the backend in workers of its own. Should one end by itself, its calls fail with `unavailable`, and `log` says why.
 * @throws DatelineError as `openBackend` does.
 */
export const openBackendThreads = async (options: BackendThreadsOptions): Promise<Backend> => {
  const {
    log,
    logOptions,
    onProgress = () => undefined,
    corpus,
    watch,
    engine = 'sqlite',
    waitForRoom = false,
  } = options;
  const dataDir = options.dataDir ?? (await makeTemporary());
  const forget = async (): Promise<void> => {
    if (options.dataDir === null) await rm(dataDir, { recursive: true, force: true });
  };
  const progress = rememberProgress(onProgress);
  const intakeData: IntakeWorkerData = {
    backend: { corpus, dataDir, watch, engine, waitForRoom },
    log: logOptions,
  };
  const writer = openWorker<Intake, LoadProgress | null>(
    new URL('./intake-worker.ts', import.meta.url),
    intakeData,
    log,
    progress.onProgress,
  );
  const answeringData: AnsweringWorkerData = { dataDir, engine };
  const reader = openWorker<Answering>(new URL('./answering-worker.ts', import.meta.url), answeringData, log);
  try {
    // The reader opens at its first call: it needs the tables that the writer makes.
    await writer.call('status');
  } catch (error) {
    await Promise.all([writer.terminate(), reader.terminate()]);
    await forget();
    throw error;
  }
  const intake: Intake = {
    loaded: () => writer.call('loaded'),
    add: (...args) => writer.call('add', ...args),
    expire: (...args) => writer.call('expire', ...args),
    status: () => writer.call('status'),
    close: () => writer.close().then(forget),
  };
  const answering: Answering = {
    answer: (...args) => reader.call('answer', ...args),
    search: (...args) => reader.call('search', ...args),
    suggestTitles: (...args) => reader.call('suggestTitles', ...args),
    match: (...args) => reader.call('match', ...args),
    mismatch: (...args) => reader.call('mismatch', ...args),
    countArrivals: (...args) => reader.call('countArrivals', ...args),
    answerStanding: (...args) => reader.call('answerStanding', ...args),
    story: (...args) => reader.call('story', ...args),
    topicStory: (...args) => reader.call('topicStory', ...args),
    timeline: (...args) => reader.call('timeline', ...args),
    compare: (...args) => reader.call('compare', ...args),
    compareStory: (...args) => reader.call('compareStory', ...args),
    checkQuote: (...args) => reader.call('checkQuote', ...args),
    close: () => reader.close(),
  };
  return joinBackend(answering, intake, progress);
};
