/** In: a build, articles and questions. Out: what it costs to load the articles and to answer from them. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../../../src/domain/errors.ts';
import type { Asked } from '../compare/contender.ts';
import { type Percentiles, percentiles } from '../compare/measure.ts';
import { type ProcessOptions, runProcess } from '../compare/run-process.ts';
import { GRACE_DAYS } from '../eval-data.ts';
import type { Wait } from './ask-steadily.ts';
import type { Build } from './build.ts';
import type { AnswerReport, Arrivals, ArrivalsReport, LoadReport, Order } from './desk-process.ts';

export interface LoadFigures {
  /** From opening the desk until all articles can be searched. */
  readonly buildMs: number;
  readonly closeMs: number;
  /** Most resident memory of the process until it was closed. */
  readonly peakBytes: number;
  /** Of the data folder, once closed. */
  readonly diskBytes: number;
}

/** Medians over the rounds. */
export interface AnswerFigures {
  /** From the start of the process over the data folder to the first answer from all articles. */
  readonly firstAnswerMs: number;
  /** Whole answers, one at a time. */
  readonly answerMs: Percentiles;
  /** Most resident memory of the process until all were answered. */
  readonly peakBytes: number;
  /** Null over an empty corpus. */
  readonly arrivals: ArrivalFigures | null;
}

/** Waits for the answer to one short question, asked every 20 ms. */
export interface WaitFigures {
  readonly asked: number;
  readonly waitMs: Percentiles;
  readonly longestMs: number;
  /** The longest, longest first, each with when it was asked, counted from the beginning. */
  readonly longest: readonly Wait[];
}

export interface ArrivalFigures {
  readonly quiet: WaitFigures;
  /** From the first article's arrival until a while after the last. */
  readonly arriving: WaitFigures;
  /** Of a batch, until its articles can be found. */
  readonly addMs: Percentiles;
  readonly peakBytes: number;
}

export interface BuildFigures {
  readonly build: string;
  /** Null where that part failed. */
  readonly load: LoadFigures | null;
  readonly answer: AnswerFigures | null;
  /** Why something is null; else null. */
  readonly failure: string | null;
}

export interface Trial {
  /** The file of articles, or null for an empty corpus, and how many there are. */
  readonly corpus: string | null;
  readonly articles: number;
  readonly warmUp: readonly Asked[];
  readonly asked: readonly Asked[];
  readonly arrivals: Arrivals | null;
  /** How many fresh processes start and answer; articles arrive in the last. */
  readonly rounds: number;
  /** A folder for the data, emptied before and after. */
  readonly folder: string;
  /** What each process may take, milliseconds. */
  readonly limitMs: number;
  /** Passed to Node; null for its default. */
  readonly maxOldSpaceMegabytes: number | null;
  /** Hears of what is being done. */
  say(line: string): void;
}

const LONGEST = 5;
const SAY_EVERY_MS = 15_000;

const bytesIn = async (folder: string): Promise<number> => {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return bytes;
};

/** Says how many articles are searchable, now and then. */
const progressTo = (say: (line: string) => void): ((progress: number) => void) => {
  let saidMs = performance.now();
  return (progress) => {
    if (performance.now() < saidMs + SAY_EVERY_MS) return;
    saidMs = performance.now();
    say(`${progress.toLocaleString('en')} articles searchable`);
  };
};

const deskProcess = <Report>(
  build: Build,
  trial: Trial,
  order: Omit<Order, 'build' | 'corpus' | 'folder'>,
) => {
  const { corpus, folder, limitMs, maxOldSpaceMegabytes, say } = trial;
  const options: ProcessOptions = {
    execPath: build.execPath,
    execArgv: maxOldSpaceMegabytes === null ? [] : [`--max-old-space-size=${maxOldSpaceMegabytes}`],
    isQuiet: true,
    limitMs,
    onProgress: progressTo(say),
  };
  const script = new URL('./desk-process.ts', import.meta.url);
  return runProcess<Report>(script, { ...order, build: build.folder, corpus, folder }, options);
};

const unavailable = (message: string): DatelineError => new DatelineError('unavailable', message);

const load = async (build: Build, trial: Trial): Promise<LoadFigures> => {
  const report = await deskProcess<LoadReport>(build, trial, { kind: 'load' });
  const { articles, searchableMs: buildMs, closeMs, peakBytes } = report;
  if (articles !== trial.articles)
    throw unavailable(`${articles} articles became searchable; there were ${trial.articles}.`);
  return { buildMs, closeMs, peakBytes, diskBytes: await bytesIn(trial.folder) };
};

const summarise = (waits: readonly Wait[]): WaitFigures => {
  const longest = waits.toSorted((a, b) => b.tookMs - a.tookMs).slice(0, LONGEST);
  const waitMs = percentiles(waits.map(({ tookMs }) => tookMs));
  return { asked: waits.length, waitMs, longestMs: longest[0]!.tookMs, longest };
};

const summariseArrivals = ({ quiet, arriving, addMs, peakBytes }: ArrivalsReport): ArrivalFigures => ({
  quiet: summarise(quiet),
  arriving: summarise(arriving),
  addMs: percentiles(addMs),
  peakBytes,
});

const median = (values: readonly number[]): number => percentiles(values).p50;

const answer = async (build: Build, trial: Trial): Promise<AnswerFigures> => {
  const { articles, warmUp, asked, rounds } = trial;
  const reports: AnswerReport[] = [];
  while (reports.length < rounds) {
    const arrivals = reports.length === rounds - 1 ? trial.arrivals : null;
    const order = { kind: 'answer', articles, graceDays: GRACE_DAYS, warmUp, asked, arrivals } as const;
    reports.push(await deskProcess<AnswerReport>(build, trial, order));
  }
  const arrived = trial.arrivals?.batches.flat().length ?? 0;
  const received = reports.at(-1)!.arrivals;
  if (received !== null && received.articles !== articles + arrived)
    throw unavailable(`${received.articles} articles are searchable after ${arrived} came to ${articles}.`);
  const times = reports.map(({ answerMs }) => percentiles(answerMs));
  const medianOf = (key: keyof Percentiles): number => median(times.map((each) => each[key]));
  return {
    firstAnswerMs: median(reports.map(({ firstAnswerMs }) => firstAnswerMs)),
    answerMs: { p50: medianOf('p50'), p95: medianOf('p95'), p99: medianOf('p99') },
    peakBytes: median(reports.map(({ peakBytes }) => peakBytes)),
    arrivals: received && summariseArrivals(received),
  };
};

/** What fails is told as a figure; answering is not tried where loading failed. Leaves no files behind. */
export const measureBuild = async (build: Build, trial: Trial): Promise<BuildFigures> => {
  const { folder, say } = trial;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let loaded: LoadFigures | null = null;
  try {
    say('loading');
    loaded = await load(build, trial);
    say('answering');
    return { build: build.name, load: loaded, answer: await answer(build, trial), failure: null };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    const failure = `${loaded === null ? 'loading' : 'answering'}: ${error.message}`;
    say(`failed, ${failure}`);
    return { build: build.name, load: loaded, answer: null, failure };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
