/** In: articles, questions and sizes. Out: what each system costs at each size, and how each cost grows. */
import { join } from 'node:path';
import { randomFrom } from '../../random.ts';
import type { EvalQuestion } from '../eval-data.ts';
import type { ContenderName } from './contenders.ts';
import { fitPowerLaw } from './log-log.ts';
import { type Bench, measureSystems, type SystemFigures } from './measure.ts';
import { resizeCorpus } from './resize-corpus.ts';

/** Questions asked at each size: enough for a median. */
const QUESTIONS = 100;
const SEED = 1;
/** The stemmed one is there to compare builds; at other sizes it would add nothing. */
const SYSTEMS: readonly ContenderName[] = ['Dateline', 'MiniSearch', 'SQLite FTS5', 'Orama'];

export interface SizeFigures {
  readonly articles: number;
  readonly systems: readonly SystemFigures[];
}

/** What is compared, and how it reads from the figures. */
export const COSTS = {
  answer: ({ answerMs }: SystemFigures): number => answerMs.p50,
  build: ({ buildMs }: SystemFigures): number => buildMs,
  warmStart: ({ warmStartMs }: SystemFigures): number => warmStartMs,
  memory: ({ memoryBytes }: SystemFigures): number => memoryBytes,
} as const;

export type Cost = keyof typeof COSTS;

/** Evenly from all, since neighbours ask about the same weeks. */
const someOf = (questions: readonly EvalQuestion[]): EvalQuestion[] => {
  const step = Math.max(1, questions.length / QUESTIONS);
  const count = Math.min(QUESTIONS, questions.length);
  return Array.from({ length: count }, (_, at) => questions[Math.floor(at * step)]!);
};

export const compareSizes = async (bench: Bench, sizes: readonly number[]): Promise<SizeFigures[]> => {
  const questions = someOf(bench.questions);
  const figures: SizeFigures[] = [];
  for (const size of sizes) {
    const articles = [...resizeCorpus(bench.articles, size, randomFrom(SEED))];
    const folder = join(bench.folder, String(size));
    const systems = await measureSystems({ ...bench, articles, questions, folder }, SYSTEMS);
    figures.push({ articles: size, systems });
  }
  return figures;
};

/** Exponents: 1 if twice the articles cost twice as much, 0 if they cost the same. */
export type Growth = { readonly system: ContenderName } & Readonly<Record<Cost, number>>;

/** How each system's costs grow. Needs two sizes or more. */
export const growthOf = (sizes: readonly SizeFigures[]): Growth[] => {
  const exponent = (at: number, cost: Cost): number =>
    fitPowerLaw(sizes.map(({ articles, systems }) => [articles, COSTS[cost](systems[at]!)])).exponent;
  return sizes[0]!.systems.map(({ system }, at) => ({
    system,
    answer: exponent(at, 'answer'),
    build: exponent(at, 'build'),
    warmStart: exponent(at, 'warmStart'),
    memory: exponent(at, 'memory'),
  }));
};
