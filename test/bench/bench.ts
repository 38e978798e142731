/**
 * `npm run bench -- --articles FILE --questions FILE`: Dateline and its peers, one after the other, each in processes of
 * its own, on the same articles and questions; prints tables, or JSON.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { DatelineError } from '../../src/domain/errors.ts';
import { BENCH_USAGE, type BenchArguments, parseBenchArguments } from './compare/bench-arguments.ts';
import { measureSystems } from './compare/measure.ts';
import { prepareArticles, prepareQuestions } from './compare/prepare.ts';
import { costTable, qualityTable, ratioTable } from './compare/tables.ts';

const ROUNDS = 3;
const FAILED = 1;
const USED_WRONGLY = 2;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const machine = () => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
});

const measure = async (args: BenchArguments, folder: string) => {
  const questions = prepareQuestions(args.questions);
  say('reading the articles');
  const articles = await prepareArticles(args.articles);
  const systems = await measureSystems({ articles, questions, folder, rounds: ROUNDS, say });
  return {
    machine: machine(),
    articles: articles.length,
    questions: questions.length,
    rounds: ROUNDS,
    systems,
  };
};

type Result = Awaited<ReturnType<typeof measure>>;

const describe = ({ machine, articles, questions, rounds, systems }: Result): string =>
  [
    `${articles} articles, ${questions} questions; ${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
    `Times are medians of ${rounds} rounds a question.`,
    '',
    qualityTable(systems),
    '',
    costTable(systems),
    '',
    'Against plain MiniSearch ("its"):',
    '',
    ratioTable(systems),
  ].join('\n');

const run = async (): Promise<void> => {
  const args = parseBenchArguments(process.argv.slice(2));
  if (args.help) return print(BENCH_USAGE);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const result = await measure(args, folder);
    print(args.json ? JSON.stringify(result, null, 2) : describe(result));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

try {
  await run();
} catch (error) {
  if (!(error instanceof DatelineError)) throw error;
  say(error.message);
  process.exitCode = error.code === 'invalid' ? USED_WRONGLY : FAILED;
}
