/** In: the command line of `npm run bench:sizes`. Out: what to measure, or what is wrong with it. */
import { basename, resolve } from 'node:path';
import { commandLine } from '../command-line.ts';

interface NamedFolder {
  readonly name: string;
  readonly folder: string;
}

export interface SizesArguments {
  readonly help: boolean;
  readonly articles: string;
  readonly questions: string;
  /** Numbers of articles, ascending. */
  readonly sizes: readonly number[];
  /** Other checkouts, measured before this one. */
  readonly builds: readonly NamedFolder[];
  /** Fresh processes that answer. */
  readonly rounds: number;
  /** Articles that arrive, and seconds that are watched after the last. */
  readonly arriving: number;
  readonly afterSeconds: number;
  /** Minutes a process may take. */
  readonly limitMinutes: number;
  /** Megabytes, or null for Node's default. */
  readonly maxOldSpaceMegabytes: number | null;
  /** Where the result goes as JSON, and the picture; or null. */
  readonly json: string | null;
  readonly plot: string | null;
}

/** How the tables call the checkout this script belongs to. */
export const THIS_BUILD = 'this build';

const MOST_ARTICLES = 10_000_000;
const DEFAULTS = {
  sizes: '5000,26000,100000,300000',
  rounds: '3',
  arriving: '200',
  after: '60',
  limit: '20',
} as const;
const EXAMPLE =
  'npm run bench:sizes -- --articles articles.jsonl.gz --questions questions.jsonl --build before=../old-checkout';

export const SIZES_USAGE = `Measures what Dateline costs with more and more articles, and other builds of it beside it: index build, peak memory,
disk, start to first answer, answers, and how long one waits for an answer while articles arrive.

  ${EXAMPLE}

  --articles FILE    articles, one JSON object a line (.jsonl, .jsonl.gz), or a folder Dateline reads; larger corpora are
                     made from them, and written to the system's temporary folder, where data goes as well
  --questions FILE   questions, one JSON object a line: id, question, asOf (a day), answers; 200 at most are measured,
                     and as many others asked before them
  --sizes A,B,…      numbers of articles, default ${DEFAULTS.sizes}
  --build [NAME=]FOLDER
                     another checkout to measure beside this one, its dependencies installed; may be given again
  --rounds N         fresh processes that start and answer, default ${DEFAULTS.rounds}; their medians count
  --arriving N       articles that arrive in fives, four times a second, default ${DEFAULTS.arriving}
  --after SECONDS    how long waits are watched after the last of them, default ${DEFAULTS.after}
  --limit MINUTES    how long one process may take before it counts as failed, default ${DEFAULTS.limit}
  --max-old-space-size MB
                     passed to Node; its default is kept unless this is given
  --json FILE        writes all figures, after each step
  --plot FILE.svg    draws the main ones
  --help             prints this

A build that fails at a size (too little memory, too slow) is shown as failed with the reason; larger sizes are not tried
with a build that failed to load a smaller one. The table goes to standard output, progress to standard error.
`;

const OPTIONS = {
  articles: { type: 'string' },
  questions: { type: 'string' },
  sizes: { type: 'string' },
  build: { type: 'string', multiple: true },
  rounds: { type: 'string' },
  arriving: { type: 'string' },
  after: { type: 'string' },
  limit: { type: 'string' },
  'max-old-space-size': { type: 'string' },
  json: { type: 'string' },
  plot: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const { wrong, parse, wholeNumber, sizes: parseSizes } = commandLine('bench:sizes', EXAMPLE);

/** The name of the folder stands for a build that is given none. */
const parseBuild = (text: string): NamedFolder => {
  const [, name, folder] = /^([^=/\\]+)=(.+)$/s.exec(text) ?? [null, basename(resolve(text)), text];
  if (text !== '' && name) return { name, folder: folder! };
  throw wrong(
    `--build expects a folder, or a name and a folder such as before=../old-checkout; got "${text}".`,
  );
};

const parseBuilds = (texts: readonly string[]): NamedFolder[] => {
  const builds = texts.map(parseBuild);
  const names = [...builds.map(({ name }) => name), THIS_BUILD];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return builds;
  throw wrong(`--build: two builds are called "${twice}". Give them names, such as before=../old-checkout.`);
};

/** @throws DatelineError `invalid` that says what was expected, with an example. */
export const parseSizesArguments = (args: readonly string[]): SizesArguments => {
  const values = parse(args, OPTIONS);
  const { articles = '', questions = '', help = false, json = null, plot = null } = values;
  if (!help && articles === '') throw wrong('--articles FILE is missing.');
  if (!help && questions === '') throw wrong('--questions FILE is missing.');
  const maxOldSpace = values['max-old-space-size'];
  return {
    help,
    articles,
    questions,
    json,
    plot,
    sizes: parseSizes(values.sizes ?? DEFAULTS.sizes, 1, MOST_ARTICLES),
    builds: parseBuilds(values.build ?? []),
    rounds: wholeNumber('--rounds', values.rounds ?? DEFAULTS.rounds, 1, 100),
    arriving: wholeNumber('--arriving', values.arriving ?? DEFAULTS.arriving, 1, 100_000),
    afterSeconds: wholeNumber('--after', values.after ?? DEFAULTS.after, 0, 3600),
    limitMinutes: wholeNumber('--limit', values.limit ?? DEFAULTS.limit, 1, 1440),
    maxOldSpaceMegabytes:
      maxOldSpace === undefined ? null : wholeNumber('--max-old-space-size', maxOldSpace, 16, 1_000_000),
  };
};
