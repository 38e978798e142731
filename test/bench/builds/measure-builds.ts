/** In: builds, articles and questions. Out: what it costs each to load the articles and to answer from them. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatelineError } from '../../../src/domain/errors.ts';
import type { Asked } from '../compare/contender.ts';
import { type Percentiles, percentiles } from '../compare/measure.ts';
import { type ProcessOptions, runProcess } from '../compare/run-process.ts';
import { GRACE_DAYS } from '../eval-data.ts';
import type { Wait } from './ask-steadily.ts';
import type { Build } from './build.ts';
import type { AnswerReport, Arrivals, ArrivalsReport, LoadReport, Order } from './build-process.ts';

interface LoadFigures {
  /** From opening the backend until all articles can be searched. */
  readonly buildMs: number;
  readonly closeMs: number;
  /** Most resident memory of the process until it was closed. */
  readonly peakBytes: number;
  /** Of the data folder, once closed. */
  readonly diskBytes: number;
}

/** Medians over the rounds. */
interface AnswerFigures {
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
interface WaitFigures {
  readonly asked: number;
  readonly waitMs: Percentiles;
  readonly longestMs: number;
  /** The longest, longest first, each with when it was asked, counted from the beginning. */
  readonly longest: readonly Wait[];
}

interface ArrivalFigures {
  readonly quiet: WaitFigures;
  /** From the first article's arrival until a while after the last. */
  readonly arriving: WaitFigures;
  /** Of a batch, until its articles can be found. */
  readonly addMs: Percentiles;
  readonly peakBytes: number;
}

export interface BuildFigures {
  readonly build: string;
  /** Null if that part failed. */
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
  /** A folder for the data, deleted before and after. */
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

const buildProcess = <Report>(
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
  const script = new URL('./build-process.ts', import.meta.url);
  return runProcess<Report>(script, { ...order, build: build.folder, corpus, folder }, options);
};

const unavailable = (message: string): DatelineError => new DatelineError('unavailable', message);

const load = async (build: Build, trial: Trial): Promise<LoadFigures> => {
  const report = await buildProcess<LoadReport>(build, trial, { kind: 'load' });
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

/** `round` counts from 0. */
const answer = async (build: Build, trial: Trial, round: number): Promise<AnswerReport> => {
  const { articles, warmUp, asked } = trial;
  const arrivals = round === trial.rounds - 1 ? trial.arrivals : null;
  const order = { kind: 'answer', articles, graceDays: GRACE_DAYS, warmUp, asked, arrivals } as const;
  const report = await buildProcess<AnswerReport>(build, trial, order);
  const arrived = arrivals?.batches.flat().length ?? 0;
  if (report.arrivals === null || report.arrivals.articles === articles + arrived) return report;
  throw unavailable(
    `${report.arrivals.articles} articles are searchable after ${arrived} came to ${articles}.`,
  );
};

const summariseAnswers = (reports: readonly AnswerReport[]): AnswerFigures | null => {
  if (reports.length === 0) return null;
  const times = reports.map(({ answerMs }) => percentiles(answerMs));
  const medianOf = (key: keyof Percentiles): number => median(times.map((each) => each[key]));
  const received = reports.at(-1)!.arrivals;
  return {
    firstAnswerMs: median(reports.map(({ firstAnswerMs }) => firstAnswerMs)),
    answerMs: { p50: medianOf('p50'), p95: medianOf('p95'), p99: medianOf('p99') },
    peakBytes: median(reports.map(({ peakBytes }) => peakBytes)),
    arrivals: received && summariseArrivals(received),
  };
};

/** What became of a build so far. */
interface Run {
  readonly build: Build;
  readonly trial: Trial;
  load: LoadFigures | null;
  readonly reports: AnswerReport[];
  failure: string | null;
}

const figuresOf = ({ build, load, reports, failure }: Run): BuildFigures => ({
  build: build.name,
  load,
  answer: summariseAnswers(reports),
  failure,
});

/** Does nothing if the build has failed before; if it fails now, keeps why. */
const attempt = async (run: Run, what: string, step: () => Promise<void>): Promise<void> => {
  if (run.failure !== null) return;
  run.trial.say(what);
  try {
    await step();
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    run.failure = `${what}: ${error.message}`;
    run.trial.say(`failed: ${error.message}`);
  }
};

/**
 * Loads into each build, then asks each in turn, round after round, so that what else the machine does meanwhile meets
 * all of them. A failure counts as a figure; answering is not tried if loading failed. `failed` names builds that
 * are not tried, and why. `onStep` is called with the figures so far. Leaves no files behind.
 */
export const measureBuilds = async (
  builds: readonly Build[],
  trial: Trial,
  failed: ReadonlyMap<string, string>,
  onStep: (figures: readonly BuildFigures[]) => Promise<void>,
): Promise<readonly BuildFigures[]> => {
  const { folder, rounds, say } = trial;
  const runs = builds.map((build, at): Run => {
    const own = { folder: join(folder, String(at)), say: (line: string) => say(`${build.name}: ${line}`) };
    const failure = failed.get(build.name) ?? null;
    return { build, trial: { ...trial, ...own }, load: null, reports: [], failure };
  });
  const each = async (what: string, step: (run: Run) => Promise<void>): Promise<void> => {
    for (const run of runs) {
      await attempt(run, what, () => step(run));
      await onStep(runs.map(figuresOf));
    }
  };
  await rm(folder, { recursive: true, force: true });
  try {
    for (const run of runs) await mkdir(run.trial.folder, { recursive: true });
    await each('loading', async (run) => {
      run.load = await load(run.build, run.trial);
    });
    for (let round = 0; round < rounds; round++) {
      await each(`answering, round ${round + 1} of ${rounds}`, async (run) => {
        run.reports.push(await answer(run.build, run.trial, round));
      });
    }
    return runs.map(figuresOf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
