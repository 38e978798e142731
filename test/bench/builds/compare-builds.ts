/** In: builds, articles, questions and sizes. Out: what each build costs at each size. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleDraft } from '../../../src/domain/article.ts';
import { describeReason } from '../../../src/domain/corpus-reason.ts';
import { readRecord } from '../../../src/intake/corpus/read-record.ts';
import { tell } from '../../../src/language/message.ts';
import { randomFrom } from '../../random.ts';
import type { Asked } from '../compare/contender.ts';
import { writeCorpus } from '../compare/corpus-file.ts';
import { describeMachine, type Machine } from '../compare/machine.ts';
import { toAsked } from '../compare/prepare.ts';
import { resizeCorpus } from '../compare/resize-corpus.ts';
import type { EvalArticle, EvalQuestion } from '../eval-data.ts';
import type { Build } from './build.ts';
import type { Arrivals } from './build-process.ts';
import { type BuildFigures, measureBuilds, type Trial } from './measure-builds.ts';

const SEED = 1;
/** Evenly from all questions, since neighbours ask about the same weeks; at most as many before them. */
const ASKED = 200;
/** What a poll of a feed brings, and how often. */
const BATCH = 5;
const BATCH_EVERY_MS = 250;
/** Long enough to know the usual wait, and what else disturbs the machine. */
const QUIET_MS = 5000;

export interface Comparison {
  readonly builds: readonly Build[];
  readonly articles: readonly EvalArticle[];
  readonly questions: readonly EvalQuestion[];
  readonly sizes: readonly number[];
  /** Articles that arrive, and how long the waits are watched after the last. */
  readonly arriving: number;
  readonly afterMs: number;
  /** See `Trial`. */
  readonly rounds: number;
  readonly limitMs: number;
  readonly maxOldSpaceMegabytes: number | null;
  /** A folder for corpora and data. */
  readonly folder: string;
  say(line: string): void;
  /** Hears of all that is known after each step, so that nothing is lost where a later one is interrupted. */
  onResult(result: ComparisonResult): Promise<void>;
}

/** Times in milliseconds. The builds come in the same order everywhere. */
export interface ComparisonResult {
  readonly machine: Machine;
  readonly questions: number;
  readonly arriving: number;
  readonly afterMs: number;
  readonly builds: readonly { readonly name: string; readonly commit: string | null }[];
  /** Of the same processes over no article at all. */
  readonly empty: readonly BuildFigures[];
  readonly sizes: readonly BuildSizeFigures[];
}

interface BuildSizeFigures {
  readonly articles: number;
  readonly builds: readonly BuildFigures[];
}

interface ChosenQuestions {
  readonly warmUp: readonly Asked[];
  readonly asked: readonly Asked[];
  readonly shortest: Asked;
}

/** Every other question warms up, the others are measured, so that none is answered from what a cache still holds. */
export const chooseQuestions = (questions: readonly EvalQuestion[]): ChosenQuestions => {
  const count = Math.min(questions.length, 2 * ASKED);
  const chosen = Array.from({ length: count }, (_, at) =>
    toAsked(questions[Math.floor((at * questions.length) / count)]!),
  );
  const [shortest] = questions.toSorted((a, b) => a.question.length - b.question.length);
  return {
    warmUp: chosen.filter((_, at) => at % 2 === 1),
    asked: chosen.filter((_, at) => at % 2 === 0),
    shortest: toAsked(shortest!),
  };
};

const toDraft = (article: EvalArticle, number: number): ArticleDraft => {
  const read = readRecord(article, { file: `arriving ${number}`, place: 'file', hasMarkup: false });
  if (!read.ok) throw new Error(tell(describeReason(read.reason)));
  return read.draft;
};

const inBatches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  );

/** The first `size` articles, one at a time; those after them are put into `rest`. */
function* split(articles: Iterable<EvalArticle>, size: number, rest: EvalArticle[]): Generator<EvalArticle> {
  let at = 0;
  for (const article of articles) {
    if (at++ < size) yield article;
    else rest.push(article);
  }
}

/** By name, builds that did not load a smaller corpus, and what is said of them at larger ones. */
const failedBefore = (sizes: readonly BuildSizeFigures[]): Map<string, string> => {
  const failed = new Map<string, string>();
  for (const { articles, builds } of sizes) {
    for (const { build, load } of builds) {
      const reason = `not tried, since loading failed at ${articles.toLocaleString('en')} articles`;
      if (load === null && !failed.has(build)) failed.set(build, reason);
    }
  }
  return failed;
};

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;

/** Measures all builds at one size before the next, smaller sizes first. */
export const compareBuilds = async (comparison: Comparison): Promise<ComparisonResult> => {
  const { builds, articles, questions, sizes, arriving, afterMs, folder, onResult } = comparison;
  const { warmUp, asked, shortest } = chooseQuestions(questions);
  const startMs = performance.now();
  let empty: readonly BuildFigures[] = [];
  const done: BuildSizeFigures[] = [];
  const result = (more: readonly BuildSizeFigures[] = []): ComparisonResult => ({
    machine: describeMachine(),
    questions: asked.length,
    arriving,
    afterMs,
    builds: builds.map(({ name, commit }) => ({ name, commit })),
    empty,
    sizes: [...done, ...more],
  });
  const sayOf = (size: number) => (line: string) =>
    comparison.say(
      `${inSeconds(performance.now() - startMs)}: ${size.toLocaleString('en')} articles: ${line}`,
    );
  const trialOf = (size: number, rest: Pick<Trial, 'corpus' | 'arrivals'>): Trial => {
    const { rounds, limitMs, maxOldSpaceMegabytes } = comparison;
    const limits = { rounds, limitMs, maxOldSpaceMegabytes };
    return {
      ...rest,
      ...limits,
      articles: size,
      warmUp,
      asked,
      folder: join(folder, 'data'),
      say: sayOf(size),
    };
  };

  empty = await measureBuilds(
    builds,
    trialOf(0, { corpus: null, arrivals: null }),
    new Map(),
    async () => {},
  );
  for (const size of sizes) {
    const corpus = join(folder, 'articles.jsonl');
    const fresh: EvalArticle[] = [];
    sayOf(size)('writing them');
    await writeCorpus(corpus, split(resizeCorpus(articles, size + arriving, randomFrom(SEED)), size, fresh));
    const arrivals: Arrivals = {
      batches: inBatches(fresh.map(toDraft)),
      everyMs: BATCH_EVERY_MS,
      question: shortest,
      beforeMs: Math.min(QUIET_MS, afterMs),
      afterMs,
    };
    const trial = trialOf(size, { corpus, arrivals });
    const figures = await measureBuilds(builds, trial, failedBefore(done), (soFar) =>
      onResult(result([{ articles: size, builds: soFar }])),
    );
    done.push({ articles: size, builds: figures });
    await rm(corpus);
  }
  return result();
};
