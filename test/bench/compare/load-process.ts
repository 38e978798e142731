/**
 * The process of the load test: a backend in its workers, as `npm start` runs it, is asked fifty questions a second while
 * articles are added one batch after the other. In: a `LoadOrder` as a message. Out: a `LoadReport`.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Backend } from '../../../src/backend/backend.ts';
import { openBackendThreads } from '../../../src/backend/open-backend-threads.ts';
import type { ArticleDraft } from '../../../src/domain/article.ts';
import { describeReason } from '../../../src/domain/corpus-reason.ts';
import { readRecord } from '../../../src/intake/corpus/read-record.ts';
import { tell } from '../../../src/language/message.ts';
import { createLog } from '../../../src/log.ts';
import { GRACE_DAYS } from '../eval-data.ts';
import type { Asked } from './contender.ts';
import { readCorpus } from './corpus-file.ts';

export interface LoadOrder {
  /** The file of articles and the data folder made of it. */
  readonly corpus: string;
  readonly folder: string;
  /** The file of articles to add. */
  readonly added: string;
  readonly asked: readonly Asked[];
}

export interface LoadReport {
  readonly added: number;
  readonly addMs: number;
  readonly questionsPerSecond: number;
  /** By question, from the moment it was due, in the order asked. */
  readonly answerMs: readonly number[];
  /** Of the main thread, where Discord is spoken to: 99 of 100 turns began no later than this. */
  readonly loopDelayP99Ms: number;
}

const QUESTIONS_PER_SECOND = 50;
const PERIOD_MS = 1000 / QUESTIONS_PER_SECOND;
/** Asked at least, however soon all is added. */
const QUESTIONS_AT_LEAST = 50;
/** What a busy poll of feeds brings at once. */
const BATCH = 25;
/** Timers of the measurement fire this often. */
const RESOLUTION_MS = 1;

const readDrafts = async (file: string): Promise<ArticleDraft[]> =>
  (await readCorpus(file)).map((article, number) => {
    const read = readRecord(article, { file: `added ${number}`, place: 'file', hasMarkup: true });
    if (!read.ok) throw new Error(tell(describeReason(read.reason)));
    return read.draft;
  });

const addAll = async (backend: Backend, drafts: readonly ArticleDraft[]): Promise<void> => {
  for (let at = 0; at < drafts.length; at += BATCH) await backend.add(drafts.slice(at, at + BATCH), 'new');
};

const ask = async (backend: Backend, { question, asOfMs }: Asked, dueMs: number): Promise<number> => {
  await backend.answer(question, { asOfMs, graceDays: GRACE_DAYS });
  return performance.now() - dueMs;
};

/** Asks at a steady pace, whether answers have come or not, until `isDone`. Resolves with the time of each answer. */
const askSteadily = async (
  backend: Backend,
  asked: readonly Asked[],
  isDone: () => boolean,
): Promise<number[]> => {
  const answers: Promise<number>[] = [];
  const startMs = performance.now();
  for (let number = 0; number < QUESTIONS_AT_LEAST || !isDone(); number++) {
    const dueMs = startMs + number * PERIOD_MS;
    await pause(Math.max(0, dueMs - performance.now()));
    answers.push(ask(backend, asked[number % asked.length]!, dueMs));
  }
  return Promise.all(answers);
};

const sustain = async (
  backend: Backend,
  drafts: readonly ArticleDraft[],
  asked: readonly Asked[],
): Promise<LoadReport> => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const startMs = performance.now();
  let addMs = Number.NaN;
  const adding = addAll(backend, drafts).finally(() => {
    addMs = performance.now() - startMs;
  });
  const [answerMs] = await Promise.all([askSteadily(backend, asked, () => !Number.isNaN(addMs)), adding]);
  delay.disable();
  return {
    added: drafts.length,
    addMs,
    questionsPerSecond: QUESTIONS_PER_SECOND,
    answerMs,
    loopDelayP99Ms: delay.percentile(99) / 1e6,
  };
};

const carryOut = async ({ corpus, folder, added, asked }: LoadOrder): Promise<LoadReport> => {
  const drafts = await readDrafts(added);
  const log = createLog({ level: 'error' });
  const options = { corpus: [corpus], dataDir: folder, watch: 'auto' as const };
  const backend = await openBackendThreads({ ...options, log, logOptions: { level: 'error' } });
  try {
    await backend.loaded();
    for (const question of asked) await ask(backend, question, 0);
    return await sustain(backend, drafts, asked);
  } finally {
    await backend.close();
  }
};

// Whoever ordered it may be gone.
process.once('disconnect', () => process.exit());
process.once('message', async (order: LoadOrder) => {
  const report = await carryOut(order).catch((error: Error) => ({ failure: error.message }));
  process.send?.(report, () => process.disconnect?.());
});
