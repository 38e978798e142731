/** In: a command line's choices. Out: everything measured, and how it reads as tables. */
import type { BenchArguments } from './bench-arguments.ts';
import { compareSizes, type Growth, growthOf, type SizeFigures } from './compare-sizes.ts';
import { describeMachine, type Machine } from './machine.ts';
import { measureSystems, type SystemFigures } from './measure.ts';
import { prepareArticles, prepareQuestions } from './prepare.ts';
import { type LoadFigures, sustainLoad } from './sustain-load.ts';
import { costTable, loadTable, qualityTable, ratioTable, sizesTable } from './tables.ts';

/** What `--json` prints. Times in milliseconds. */
export interface BenchResult {
  readonly machine: Machine;
  /** How many, copies left out. */
  readonly articles: number;
  readonly questions: number;
  readonly rounds: number;
  readonly systems: readonly SystemFigures[];
  readonly load: LoadFigures | null;
  readonly sizes: readonly SizeFigures[];
  readonly growth: readonly Growth[];
}

/**
 * Measures all that was asked for, one thing after the other; `folder` takes the systems' files.
 * @throws DatelineError `invalid` where articles or questions cannot be read.
 */
export const runBench = async (
  args: BenchArguments,
  folder: string,
  say: (line: string) => void,
): Promise<BenchResult> => {
  const questions = prepareQuestions(args.questions);
  say('reading the articles');
  const articles = await prepareArticles(args.articles);
  const bench = { articles, questions, folder, rounds: args.rounds, say };
  const systems = await measureSystems(bench);
  const load = args.load === 0 ? null : await sustainLoad(bench, args.load);
  const sizes = await compareSizes(bench, args.sizes);
  return {
    machine: describeMachine(),
    articles: articles.length,
    questions: questions.length,
    rounds: args.rounds,
    systems,
    load,
    sizes,
    growth: sizes.length === 0 ? [] : growthOf(sizes),
  };
};

/** The result in Markdown. */
export const describeResult = ({
  machine,
  articles,
  questions,
  systems,
  load,
  sizes,
  growth,
}: BenchResult): string =>
  [
    `${articles} articles, ${questions} questions; ${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
    qualityTable(systems),
    costTable(systems),
    'As multiples of what plain MiniSearch takes:',
    ratioTable(systems),
    ...(load === null
      ? []
      : ['Dateline, asked 50 questions a second while articles are added:', loadTable(load)]),
    ...(sizes.length === 0 ? [] : ['By number of articles:', sizesTable(sizes, growth)]),
  ].join('\n\n');
