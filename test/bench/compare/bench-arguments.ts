/** In: a command line. Out: what to measure, or what is wrong with it. */
import { parseArgs } from 'node:util';
import { DatelineError } from '../../../src/domain/errors.ts';

export interface BenchArguments {
  readonly help: boolean;
  readonly articles: string;
  readonly questions: string;
  readonly json: boolean;
}

const EXAMPLE = 'npm run bench -- --articles corpus --questions test/bench/questions.jsonl';

export const BENCH_USAGE = `Measures Dateline and its peers on the same articles and questions.

  ${EXAMPLE}

  --articles FILE    articles, one JSON object a line (.jsonl, .jsonl.gz), or a folder Dateline reads
  --questions FILE   questions, one JSON object a line: id, question, asOf (a day), answers (any one counts)
  --json             prints one JSON object instead of tables
  --help             prints this
`;

const OPTIONS = {
  articles: { type: 'string' },
  questions: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const wrong = (message: string): DatelineError =>
  new DatelineError(
    'invalid',
    `${message}\nExpected something like: ${EXAMPLE}\nnpm run bench -- --help lists what there is.`,
  );

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw wrong((error as Error).message);
  }
};

/** @throws DatelineError `invalid` that says what was expected, with an example. */
export const parseBenchArguments = (args: readonly string[]): BenchArguments => {
  const values = parse(args);
  const { articles = '', questions = '', json = false, help = false } = values;
  if (!help && articles === '') throw wrong('--articles FILE is missing.');
  if (!help && questions === '') throw wrong('--questions FILE is missing.');
  return { help, articles, questions, json };
};
