/** The thread that writes: it reads the corpus, stores articles and indexes them. */
import { workerData } from 'node:worker_threads';
import { createLog, type LogOptions } from '../log.ts';
import type { IntakeOptions, LoadProgress } from './backend.ts';
import { openIntakeIn } from './open-intake-in.ts';
import { serveCalls } from './serve-calls.ts';

export interface IntakeWorkerData {
  readonly backend: IntakeOptions;
  readonly log: Pick<LogOptions, 'level' | 'secrets'>;
}

const { backend, log } = workerData as IntakeWorkerData;

serveCalls<LoadProgress | null>(
  async (onProgress) =>
    (await openIntakeIn(backend, { clock: Date.now, log: createLog(log), onProgress })).intake,
);
