/** In: a command line. Out: what to measure, or what is wrong with it. */
import { commandLine } from '../command-line.ts';

export interface BenchArguments {
  readonly help: boolean;
  readonly articles: string;
  readonly questions: string;
  readonly json: boolean;
  /** How often each question and each warm start is timed. */
  readonly rounds: number;
  /** Articles added under load; 0 leaves that part out. */
  readonly load: number;
  /** Numbers of articles, ascending; empty leaves that part out. */
  readonly sizes: readonly number[];
  /** Where the picture of the sizes goes, or null. */
  readonly plot: string | null;
}

const ADDED = '5000';
const MOST_ARTICLES = 100_000;

const EXAMPLE = 'npm run bench -- --articles corpus --questions test/bench/questions.jsonl';

export const BENCH_USAGE = `Measures Dateline and its peers on the same articles and questions.

  ${EXAMPLE}

  --articles FILE    articles, one JSON object a line (.jsonl, .jsonl.gz), or a folder Dateline reads
  --questions FILE   questions, one JSON object a line: id, question, asOf (a day), answers (any one counts)
  --rounds N         how often each question and each warm start is timed, default 3; the medians count
  --load N           articles added to Dateline while it answers 50 questions a second, default 5000; 0 leaves that out
  --sizes A,B,…      costs at these numbers of articles as well, and how they grow: samples of the articles, or made
                     from them where more are asked for; at most 100000, since the peers keep all in memory (for
                     Dateline alone, with more, and beside another build: npm run bench:sizes)
  --plot FILE.svg    draws those
  --json             prints one JSON object instead of tables
  --help             prints this
`;

const OPTIONS = {
  articles: { type: 'string' },
  questions: { type: 'string' },
  rounds: { type: 'string' },
  load: { type: 'string' },
  sizes: { type: 'string' },
  plot: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const { wrong, parse, wholeNumber, sizes: parseSizes } = commandLine('bench', EXAMPLE);

/** @throws DatelineError `invalid` that says what was expected, with an example. */
export const parseBenchArguments = (args: readonly string[]): BenchArguments => {
  const values = parse(args, OPTIONS);
  const { articles = '', questions = '', json = false, help = false, plot = null } = values;
  if (!help && articles === '') throw wrong('--articles FILE is missing.');
  if (!help && questions === '') throw wrong('--questions FILE is missing.');
  const rounds = wholeNumber('--rounds', values.rounds ?? '3', 1, 100);
  const load = wholeNumber('--load', values.load ?? ADDED, 0, MOST_ARTICLES);
  const sizes = values.sizes === undefined ? [] : parseSizes(values.sizes, 10, MOST_ARTICLES);
  if (sizes.length === 1) throw wrong('--sizes compares: give two sizes or more.');
  if (plot !== null && sizes.length === 0) throw wrong('--plot draws what --sizes measures: give sizes too.');
  return { help, articles, questions, json, rounds, load, sizes, plot };
};
