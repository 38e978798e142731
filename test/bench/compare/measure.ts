/** In: articles and questions. Out: what each system makes of them: quality, times and memory. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvalArticle, EvalQuestion } from '../eval-data.ts';
import type { AnswerReport, BuildReport, Order, StartReport } from './contender-process.ts';
import { CONTENDER_NAMES, type ContenderName } from './contenders.ts';
import { writeCorpus } from './corpus-file.ts';
import { toAsked } from './prepare.ts';
import { runProcess } from './run-process.ts';
import { type Quality, scoreReplies } from './score.ts';

/** The k-th hundredth of some times, milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface SystemFigures extends Quality {
  readonly system: ContenderName;
  /** Whole answers: question in, excerpts out. */
  readonly answerMs: Percentiles;
  /** The search alone; null for Dateline, which has no such step. */
  readonly searchMs: Percentiles | null;
  readonly buildMs: number;
  readonly warmStartMs: number;
  readonly memoryBytes: number;
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;

/** By the nearest rank. */
export const percentiles = (times: readonly number[]): Percentiles => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99) };
};

export interface Bench {
  readonly articles: readonly EvalArticle[];
  readonly questions: readonly EvalQuestion[];
  /** A folder for the systems' files. */
  readonly folder: string;
  /** How often each question and each warm start is timed; the medians count. */
  readonly rounds: number;
  /** Hears what is being done. */
  say(line: string): void;
}

const contenderProcess = <Report>(order: Order): Promise<Report> =>
  runProcess<Report>(new URL('./contender-process.ts', import.meta.url), order);

const median = (values: readonly number[]): number => percentiles(values).p50;

const measureSystem = async (
  name: ContenderName,
  corpus: string,
  folder: string,
  { articles, questions, rounds }: Bench,
): Promise<SystemFigures> => {
  await mkdir(folder, { recursive: true });
  const place = { name, corpus, folder };
  const asked = questions.map(toAsked);
  const { buildMs } = await contenderProcess<BuildReport>({ kind: 'build', ...place });
  const answered = await contenderProcess<AnswerReport>({ kind: 'answer', ...place, asked, rounds });
  const starts: StartReport[] = [answered];
  while (starts.length < rounds) starts.push(await contenderProcess({ kind: 'start', ...place, asked }));
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    system: name,
    ...scoreReplies(questions, answered.replies, byId),
    answerMs: percentiles(answered.answerMs),
    searchMs: answered.searchMs && percentiles(answered.searchMs),
    buildMs,
    warmStartMs: median(starts.map(({ warmStartMs }) => warmStartMs)),
    memoryBytes: median(starts.map(({ memoryBytes }) => memoryBytes)),
  };
};

/** Measures one system after the other. Their files stay in `folder/<system>`, the articles in `folder/articles.jsonl`. */
export const measureSystems = async (
  bench: Bench,
  names: readonly ContenderName[] = CONTENDER_NAMES,
): Promise<SystemFigures[]> => {
  const { articles, folder, say } = bench;
  const corpus = join(folder, 'articles.jsonl');
  await mkdir(folder, { recursive: true });
  await writeCorpus(corpus, articles);
  const figures: SystemFigures[] = [];
  for (const name of names) {
    say(`${name}: ${articles.length} articles`);
    figures.push(await measureSystem(name, corpus, join(folder, name), bench));
  }
  return figures;
};
