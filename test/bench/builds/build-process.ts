/**
 * The process of one build: opens its backend in its thread, as `npm start` does, and loads articles into a new data
 * folder, or opens the folder made earlier and answers. It imports nothing of this checkout's `src`, so that any other
 * can be measured. In: an `Order` as a message. Out: how many articles are searchable so far, as messages `{ progress }`;
 * then its report, and the process ends.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Backend, LoadProgress } from '../../../src/backend/backend.ts';
import type { openBackendThreads } from '../../../src/backend/open-backend-threads.ts';
import type { ArticleDraft } from '../../../src/domain/article.ts';
import type { createLog } from '../../../src/log.ts';
import type { Asked } from '../compare/contender.ts';
import { askSteadily, type Wait } from './ask-steadily.ts';
import { ENTRIES } from './entries.ts';
import { peakMemory } from './peak-memory.ts';

interface Place {
  /** The checkout whose `src` is measured. */
  readonly build: string;
  /** The file of articles; null for none. */
  readonly corpus: string | null;
  /** The data folder. */
  readonly folder: string;
}

export interface Arrivals {
  /** Handed in one after the other, one each `everyMs`. */
  readonly batches: readonly (readonly ArticleDraft[])[];
  readonly everyMs: number;
  /** Asked all the while. */
  readonly question: Asked;
  /** Milliseconds before the first batch, and after the last. */
  readonly beforeMs: number;
  readonly afterMs: number;
}

export type LoadOrder = Place & { readonly kind: 'load' };
export type AnswerOrder = Place & {
  readonly kind: 'answer';
  /** How many articles the first answer must be given from. */
  readonly articles: number;
  /** Articles dated this many days after a question's clock may be quoted. */
  readonly graceDays: number;
  /** Asked before; not measured. */
  readonly warmUp: readonly Asked[];
  /** Asked once each, one at a time. */
  readonly asked: readonly Asked[];
  readonly arrivals: Arrivals | null;
};
export type Order = LoadOrder | AnswerOrder;

export interface LoadReport {
  /** Articles that can be searched in the end, copies left out. */
  readonly articles: number;
  /** Milliseconds from opening the backend until that many can be searched. */
  readonly searchableMs: number;
  readonly closeMs: number;
  /** Most resident memory until the backend was closed. */
  readonly peakBytes: number;
}

export interface AnswerReport {
  /** Milliseconds from the start of the process to the first answer given from all articles. */
  readonly firstAnswerMs: number;
  /** By question, in the order given. */
  readonly answerMs: readonly number[];
  /** Most resident memory until all were answered. */
  readonly peakBytes: number;
  readonly arrivals: ArrivalsReport | null;
}

export interface ArrivalsReport {
  /** Before any article arrived; then from the first arrival to `afterMs` after the last. */
  readonly quiet: readonly Wait[];
  readonly arriving: readonly Wait[];
  /** Of each batch, until its articles could be found. */
  readonly addMs: readonly number[];
  /** Articles that can be searched in the end. */
  readonly articles: number;
  readonly peakBytes: number;
}

const LOOK_AGAIN_MS = 50;
/** Where no more article becomes searchable for this long, none is waited for. */
const STALLED_MS = 60_000;
const TELL_EVERY_MS = 1000;

const openBackend = async (
  { build, corpus, folder }: Place,
  onProgress: (progress: LoadProgress) => void,
): Promise<Backend> => {
  const load = (file: string) => import(pathToFileURL(join(build, 'src', file)).href);
  const { file, name } = ENTRIES.find((entry) => existsSync(join(build, entry.file)))!;
  const threads = (await import(pathToFileURL(join(build, file)).href)) as Record<
    string,
    typeof openBackendThreads
  >;
  const log = (await load('log.ts')) as { createLog: typeof createLog };
  return threads[name]!({
    corpus: corpus === null ? [] : [corpus],
    dataDir: folder,
    watch: 'auto',
    log: log.createLog({ level: 'error' }),
    logOptions: { level: 'error' },
    onProgress,
  });
};

let toldMs = Number.NEGATIVE_INFINITY;
const tell = (progress: number): void => {
  if (performance.now() < toldMs + TELL_EVERY_MS) return;
  toldMs = performance.now();
  process.send?.({ progress });
};

/** Waits until all articles of the store are in the index. */
const allIndexed = async (backend: Backend): Promise<number> => {
  let most = 0;
  let growthMs = performance.now();
  for (;;) {
    const { articles, indexed } = await backend.status();
    if (indexed >= articles) return indexed;
    if (indexed > most) growthMs = performance.now();
    most = Math.max(most, indexed);
    tell(indexed);
    if (performance.now() > growthMs + STALLED_MS)
      throw new Error(`Only ${indexed} of ${articles} articles became searchable.`);
    await pause(LOOK_AGAIN_MS);
  }
};

const load = async (order: LoadOrder): Promise<LoadReport> => {
  const startMs = performance.now();
  let most = { indexed: 0, atMs: startMs };
  const backend = await openBackend(order, ({ indexed }) => {
    if (indexed > most.indexed) most = { indexed, atMs: performance.now() };
    tell(indexed);
  });
  await backend.loaded();
  const articles = await allIndexed(backend);
  // `loaded` may wait for more than the last article, such as a file to be written.
  const searchableMs = (most.indexed >= articles && articles > 0 ? most.atMs : performance.now()) - startMs;
  const closingMs = performance.now();
  await backend.close();
  return { articles, searchableMs, closeMs: performance.now() - closingMs, peakBytes: peakMemory() };
};

type Ask = (asked: Asked) => ReturnType<Backend['answer']>;

/** Milliseconds since the process started, when an answer has been given from this many articles. */
const firstAnswer = async (ask: Ask, question: Asked, articles: number): Promise<number> => {
  for (;;) {
    const { progress } = await ask(question);
    // Earlier builds say how many articles, not which share of them.
    const { indexed = 0 } = (progress ?? {}) as { indexed?: number };
    if (progress === null || indexed >= articles) return performance.now();
    await pause(LOOK_AGAIN_MS);
  }
};

const addAll = async (backend: Backend, { batches, everyMs }: Arrivals): Promise<number[]> => {
  const addMs: number[] = [];
  for (const batch of batches) {
    const startMs = performance.now();
    await backend.add(batch, 'new');
    addMs.push(performance.now() - startMs);
    await pause(Math.max(0, startMs + everyMs - performance.now()));
  }
  return addMs;
};

const receive = async (backend: Backend, ask: Ask, arrivals: Arrivals): Promise<ArrivalsReport> => {
  const askOne = () => ask(arrivals.question);
  const quietEndMs = performance.now() + arrivals.beforeMs;
  const quiet = await askSteadily(askOne, () => performance.now() >= quietEndMs);
  let isOver = false;
  const adding = addAll(backend, arrivals)
    .then(async (addMs) => {
      await pause(arrivals.afterMs);
      return addMs;
    })
    .finally(() => {
      isOver = true;
    });
  const [arriving, addMs] = await Promise.all([askSteadily(askOne, () => isOver), adding]);
  return { quiet, arriving, addMs, articles: await allIndexed(backend), peakBytes: peakMemory() };
};

const answer = async (order: AnswerOrder): Promise<AnswerReport> => {
  const { articles, graceDays, warmUp, asked, arrivals } = order;
  const backend = await openBackend(order, ({ indexed }) => tell(indexed));
  const ask: Ask = ({ question, asOfMs }) => backend.answer(question, { asOfMs, graceDays });
  const firstAnswerMs = await firstAnswer(ask, warmUp[0] ?? asked[0]!, articles);
  await backend.loaded();
  for (const question of warmUp) await ask(question);
  const answerMs: number[] = [];
  for (const question of asked) {
    const startMs = performance.now();
    await ask(question);
    answerMs.push(performance.now() - startMs);
  }
  const peakBytes = peakMemory();
  const received = arrivals && (await receive(backend, ask, arrivals));
  await backend.close();
  return { firstAnswerMs, answerMs, peakBytes, arrivals: received };
};

const carryOut = (order: Order): Promise<LoadReport | AnswerReport> =>
  order.kind === 'load' ? load(order) : answer(order);

// Whoever ordered it may be gone.
process.once('disconnect', () => process.exit());
process.once('message', async (order: Order) => {
  const report = await carryOut(order).catch((error: Error) => ({ failure: error.message }));
  process.send?.(report, () => process.disconnect?.());
});
