/**
 * The same backend with a thread that writes and a thread that answers, so that what is loaded never waits in front of a
 * question and neither holds up the event loop.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Audience, EVERYONE } from '../domain/audience.ts';
import type { Logger, LogOptions } from '../log.ts';
import type { AnsweringCalls, AnsweringWorkerData } from './answering-worker.ts';
import {
  type Answering,
  type Backend,
  type BackendOptions,
  type Intake,
  type LoadProgress,
  passQuestions,
  type Questions,
} from './backend.ts';
import type { IntakeWorkerData } from './intake-worker.ts';
import { joinBackend, rememberProgress } from './join-backend.ts';
import { openWorker } from './open-worker.ts';

export interface BackendThreadsOptions extends BackendOptions {
  readonly log: Logger;
  /** The workers write to the same place by themselves. */
  readonly logOptions: Pick<LogOptions, 'level' | 'secrets'>;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** Threads share a database only as files: if nothing is to be kept, a folder that goes when the backend is closed. */
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
    startsLater = false,
    cluster = null,
  } = options;
  const dataDir = options.dataDir ?? (await makeTemporary());
  const forget = async (): Promise<void> => {
    if (options.dataDir === null) await rm(dataDir, { recursive: true, force: true });
  };
  const progress = rememberProgress(onProgress);
  const intakeData: IntakeWorkerData = {
    backend: { corpus, dataDir, watch, waitForRoom, startsLater, cluster },
    log: logOptions,
  };
  const writer = openWorker<Intake, LoadProgress | null>(
    new URL('./intake-worker.ts', import.meta.url),
    intakeData,
    log,
    progress.onProgress,
  );
  const answeringData: AnsweringWorkerData = { dataDir, engine, cluster };
  const reader = openWorker<AnsweringCalls>(
    new URL('./answering-worker.ts', import.meta.url),
    answeringData,
    log,
  );
  try {
    // The reader opens at its first call: it needs the tables that the writer makes.
    await writer.call('status');
  } catch (error) {
    await Promise.all([writer.close(), reader.close()]);
    await forget();
    throw error;
  }
  const intake: Intake = {
    start: () => writer.call('start'),
    loaded: () => writer.call('loaded'),
    add: (...args) => writer.call('add', ...args),
    share: (...args) => writer.call('share', ...args),
    letHear: (...args) => writer.call('letHear', ...args),
    forgetServer: (...args) => writer.call('forgetServer', ...args),
    expire: (...args) => writer.call('expire', ...args),
    status: () => writer.call('status'),
    close: () => writer.close().then(forget),
  };
  const hearing = (audience: Audience): Questions =>
    passQuestions((name, args) => reader.call('ask', audience, name, args));
  const answering: Answering = { ...hearing(EVERYONE), hearing, close: () => reader.close() };
  return joinBackend(answering, intake, progress);
};
