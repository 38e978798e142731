/**
 * `npm run learn -- --articles FILE --questions FILE`: asks the questions of all articles and of small corpora,
 * cross-validates the ranking models by week and prints what they reach. With `--write` it then learns from all questions and
 * writes `src/answers/ranking/passage-model.json`. Answers are looked at here, as what is to be learned, never by a feature.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { PassageModel } from '../../src/answers/ranking/model.ts';
import { TERM_FEATURE_NAMES } from '../../src/answers/ranking/term-features.ts';
import { WINDOW_FEATURE_NAMES } from '../../src/answers/ranking/window-features.ts';
import { DatelineError } from '../../src/domain/errors.ts';
import { prepareArticles, prepareQuestions } from './compare/prepare.ts';
import { countCommonWords } from './ranking/count-common-words.ts';
import { crossValidate, type Folds, type Outcome, prepareFolds } from './ranking/cross-validate.ts';
import { fitConfidence, type Judged, judgeConfidence } from './ranking/fit-confidence.ts';
import { fitSentences, fitTerms, fitWindows } from './ranking/fit-ranking.ts';
import { foldsOf } from './ranking/folds.ts';
import { learnSecondLook } from './ranking/learn-second-look.ts';
import { type Case, makeCase, makeWindowGroup } from './ranking/make-cases.ts';
import { makeSmallCases } from './ranking/make-small-cases.ts';
import { openTestArchive, type TestArchive } from './ranking/open-test-archive.ts';
import {
  curveTable,
  gainTable,
  qualityTable,
  type Summary,
  sizeTable,
  summarise,
  thresholdTable,
} from './ranking/report.ts';

const USAGE = `Learns how to rank passages, and tells how well by cross-validation.

  npm run learn -- --articles articles.jsonl --questions questions.jsonl

  --articles FILE    articles, one JSON object a line (.jsonl or .jsonl.gz): id, title, url, source, published, body
  --questions FILE   questions, one JSON object a line: id, question, asOf (a day), answers (any one counts), and
                     optionally articles (ids of those known to hold an answer)
  --sizes N,N        articles of the small corpora that each question is asked of as well, default 3,10,50,500
  --asks FILE        questions as people type them, one JSON object a line: id, type, question, asOf, expect ("answer" or
                     "nothing"), answers, and optionally previous, with, latestAfter and min (test/bench/asks.jsonl); tells
                     what they get, of all articles and of a few, and learns the second look and how sure an answer is from
                     them; with --write it writes second-look.json and sureness.json. May be repeated; --questions are not
                     asked then
  --splits N         how many ways the weeks are divided into five folds, default 3
  --write            then learns from all questions and writes passage-model.json
  --words            only counts how common words are in the articles, and writes common-words.json
  --gains            prints what each feature brings, by learning without it; takes long, writes nothing
  --help             prints this`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What each feature brings: everything learned anew without it, in each split. */
const reportGains = (cases: readonly Case[], splits: readonly Folds[], testArchive: TestArchive): void => {
  // Confidence is not asked for here, and would take as long as the rest.
  const bare = cases.map((example) => ({ ...example, unanswerable: null }));
  const judge = (folds: readonly Folds[], left: string | null): Summary =>
    summarise(folds.flatMap((some) => crossValidate(bare, some, testArchive, left)));
  const words = TERM_FEATURE_NAMES.map((feature): [string, Summary] => {
    process.stderr.write(`without ${feature}\n`);
    return [
      feature,
      judge(
        splits.map(({ folds }) => prepareFolds(bare, folds, testArchive, feature)),
        null,
      ),
    ];
  });
  const passages = WINDOW_FEATURE_NAMES.map((feature): [string, Summary] => {
    process.stderr.write(`without ${feature}\n`);
    return [feature, judge(splits, feature)];
  });
  const all = judge(splits, null);
  say(`\nWords\n\n${gainTable(all, words)}\n\nPassages\n\n${gainTable(all, passages)}`);
};

/** `outcomes` are by split. */
const learn = (
  cases: readonly Case[],
  outcomes: readonly (readonly Outcome[])[],
  testArchive: TestArchive,
): PassageModel => {
  const terms = fitTerms(cases);
  const windows = fitWindows(cases.map((example) => makeWindowGroup(example, terms, testArchive)));
  const sentences = fitSentences(outcomes[0]!.map(({ sentenceGroup }) => sentenceGroup));
  return { terms, windows, sentences, confidence: fitConfidence(outcomes.flat()) };
};

interface LearnOptions {
  readonly articles: string;
  readonly questions: string;
  readonly sizes: readonly number[];
  readonly splits: number;
  readonly gains: boolean;
  readonly write: boolean;
}

/** `name` is a file below `src/answers`. */
const writeTable = (name: string, value: unknown): void =>
  writeFileSync(new URL(`../../src/answers/${name}`, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);

const reportSizes = (outcomes: readonly Outcome[], judged: readonly Judged[]): void => {
  const sizes = [...new Set(outcomes.map(({ size }) => size))].sort((a, b) => a - b);
  for (const size of sizes) {
    const some = judged.filter(({ outcome }) => outcome.size === size);
    say(`\n${size} articles\n\n${curveTable(some)}\n\n${thresholdTable(some)}`);
  }
  say(`\n${sizeTable(sizes.map((size) => judged.filter(({ outcome }) => outcome.size === size)))}`);
};

const run = async ({
  articles,
  questions,
  sizes,
  splits: count,
  gains,
  write: keep,
}: LearnOptions): Promise<void> => {
  const asked = prepareQuestions(questions);
  const testArchive = await openTestArchive(await prepareArticles(articles));
  const cases: Case[] = [];
  for (const question of asked) cases.push(await makeCase(question, testArchive));
  cases.push(...(await makeSmallCases(asked, sizes, testArchive)));
  await testArchive.close();
  const days = cases.map(({ asked }) => asked.asOf);
  const splits = Array.from({ length: count }, (_, at) =>
    prepareFolds(cases, foldsOf(days, at + 1), testArchive),
  );
  const outcomes = splits.map((folds) => crossValidate(cases, folds, testArchive));
  const isWhole = ({ size }: Outcome): boolean => size === testArchive.articles.length;
  const rows = outcomes.map((some, at) => [String(at + 1), summarise(some.filter(isWhole))] as const);
  say(qualityTable([...rows, ['all', summarise(outcomes.flat().filter(isWhole))]]));
  if (gains) {
    reportGains(cases, splits, testArchive);
    return;
  }
  reportSizes(
    outcomes.flat(),
    outcomes.flatMap((some, at) => judgeConfidence(some, splits[at]!.folds)),
  );
  if (keep) writeTable('ranking/passage-model.json', learn(cases, outcomes, testArchive));
};

const runAsks = async (articles: string, asks: readonly string[], keep: boolean): Promise<void> => {
  const testArchive = await openTestArchive(await prepareArticles(articles));
  const { table, models } = await learnSecondLook(asks, testArchive);
  await testArchive.close();
  say(table);
  if (!keep) return;
  writeTable('second-look.json', models.look);
  writeTable('sureness.json', models.sureness);
};

const OPTIONS = {
  articles: { type: 'string' },
  questions: { type: 'string' },
  asks: { type: 'string', multiple: true },
  sizes: { type: 'string', default: '3,10,50,500' },
  splits: { type: 'string', default: '3' },
  words: { type: 'boolean', default: false },
  gains: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = () => {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new DatelineError('invalid', `${(error as Error).message}\n\n${USAGE}`);
  }
};

const main = async (): Promise<void> => {
  const values = parse();
  if (values.help) {
    say(USAGE);
    return;
  }
  const { articles, questions, asks = [], gains, write } = values;
  const splits = Number(values.splits);
  const sizes = values.sizes.split(',').filter(Boolean).map(Number);
  if (articles !== undefined && values.words) {
    writeTable('ranking/common-words.json', countCommonWords(await prepareArticles(articles)));
    return;
  }
  if (articles !== undefined && asks.length > 0) {
    await runAsks(articles, asks, write);
    return;
  }
  const areSizes = sizes.every((size) => Number.isInteger(size) && size > 0);
  if (articles === undefined || questions === undefined || !(splits >= 1) || !areSizes) {
    process.stderr.write(
      `Expected --articles FILE, --questions FILE, --splits of 1 or more and --sizes such as 3,10.\n\n${USAGE}\n`,
    );
    process.exitCode = 2;
    return;
  }
  await run({ articles, questions, sizes, splits, gains, write });
};

try {
  await main();
} catch (error) {
  if (!(error instanceof DatelineError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
