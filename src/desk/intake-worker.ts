/** The thread that writes: it reads the corpus, stores articles and indexes them. */
import { workerData } from 'node:worker_threads';
import { createLog, type LogOptions } from '../log.ts';
import type { DeskOptions, DeskProgress } from './desk.ts';
import { openIntakeIn } from './open-intake-in.ts';
import { serveCalls } from './serve-calls.ts';

export interface IntakeWorkerData {
  readonly desk: DeskOptions;
  readonly log: Pick<LogOptions, 'level' | 'secrets'>;
}

const { desk, log } = workerData as IntakeWorkerData;

serveCalls<DeskProgress | null>(
  async (onProgress) =>
    (await openIntakeIn(desk, { clock: Date.now, log: createLog(log), onProgress })).intake,
);
