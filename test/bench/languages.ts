/**
 * `npm run bench:languages -- --sets FOLDER`: how well questions are answered language by language, and how often nothing is
 * found though the answer is there; MiniSearch and SQLite FTS5 beside it on the same sets.
 */
import { writeFileSync } from 'node:fs';
import { runCommand } from '../../src/cli/run-command.ts';
import { commandLine } from './command-line.ts';
import { markdownTable } from './compare/tables.ts';
import { type LanguageSet, readLanguageSets } from './languages/language-set.ts';
import { learnConfidence } from './languages/learn-confidence.ts';
import { learnPassages } from './languages/learn-passages.ts';
import { type AskedTwice, measureDateline, measurePeer } from './languages/measure-set.ts';
import { PEERS } from './languages/peers.ts';

const USAGE = `Measures answers in many languages, Dateline's and those of search libraries.

  npm run -s bench:languages -- --sets FOLDER

  --sets FOLDER   a folder of sets named as "…-de", each with articles.jsonl and questions.jsonl
                  (id, question, answers, articles: the ids of those that hold an answer)
  --only NAMES    these sets only, separated by commas
  --half N        every second question only, from the first (1) or the second (2)
  --alone         Dateline only
  --misses        prints each question that was answered wrongly or refused
  --learn         learns from them, English left out, how to rank passages and how sure an answer is, and writes the weights
  --help          prints this`;

const { parse, wrong, wholeNumber } = commandLine(
  'bench:languages',
  'npm run -s bench:languages -- --sets languages',
);

const OPTIONS = {
  sets: { type: 'string' },
  only: { type: 'string' },
  half: { type: 'string' },
  alone: { type: 'boolean' },
  misses: { type: 'boolean' },
  learn: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const shareOf = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  mean(items.map((item) => (test(item) ? 1 : 0)));

const within = (places: readonly number[]): number[] =>
  [1, 3, 5].map((k) => shareOf(places, (place) => place < k));

/** Excerpts, then wrong refusals, then refusals without the answering article. */
const figuresOf = (answers: readonly AskedTwice[]): number[] => [
  ...within(answers.map(({ place }) => place)),
  shareOf(answers, ({ isToldInBest }) => isToldInBest),
  shareOf(answers, ({ verdict, place }) => verdict === 'none' && place < 5),
  shareOf(answers, ({ verdict, place }) => verdict === 'weak' && place < 5),
  shareOf(answers, ({ withoutVerdict }) => withoutVerdict === 'none'),
  shareOf(answers, ({ withoutVerdict }) => withoutVerdict !== 'answered'),
];

const HEAD = [
  'set',
  '@1',
  '@3',
  '@5',
  'best sentence',
  'wrongly none',
  'wrongly unsure',
  'without: none',
  'none or unsure',
];

/** One row a set, and their means. */
const table = (head: readonly string[], rows: readonly (readonly [string, readonly number[]])[]): string => {
  const means = head.slice(1).map((_, column) => mean(rows.map(([, figures]) => figures[column]!)));
  return markdownTable(
    head,
    [...rows, ['mean', means] as const].map(([name, figures]) => [
      name,
      ...figures.map((figure) => figure.toFixed(3)),
    ]),
  );
};

const sayMisses = ({ name }: LanguageSet, answers: readonly AskedTwice[]): void => {
  for (const { asked, place, verdict, confidence, missing, first } of answers) {
    if (place === 0 && verdict === 'answered') continue;
    say(
      `${name} ${asked.id} ${place} ${verdict} ${confidence.toFixed(2)} [${missing.join(', ')}] ${asked.question}`,
    );
    if (place > 0) say(`    wanted ${asked.answers.join(' | ')}; first: ${first.slice(0, 300)}`);
  }
};

const halfOf = (set: LanguageSet, half: number): LanguageSet => ({
  ...set,
  questions: set.questions.filter((_, at) => half === 0 || (at % 2) + 1 === half),
});

const setsFor = (folder: string, only: string | undefined, half: number): LanguageSet[] => {
  const names = only?.split(',').map((name) => name.trim());
  const sets = readLanguageSets(folder).filter(({ name }) => names === undefined || names.includes(name));
  if (sets.length === 0)
    throw wrong(`--sets expects a folder of sets; ${folder} holds none of those asked for.`);
  return sets.map((set) => halfOf(set, half));
};

const WEIGHTS = new URL('../../src/answers/ranking/foreign-passage-model.json', import.meta.url);

const learn = async (sets: readonly LanguageSet[]): Promise<void> => {
  const foreign = sets.filter(({ language }) => language !== 'en');
  const onSet = (name: string): void => void process.stderr.write(`asked ${name}\n`);
  const { places, windows } = await learnPassages(foreign, onSet);
  say(`By weights that did not see the question:\n\n${table(HEAD.slice(0, 4), placesBySet(places))}`);
  const confidence = await learnConfidence(foreign, windows, onSet);
  writeFileSync(WEIGHTS, `${JSON.stringify({ windows, confidence }, null, 2)}\n`);
};

const placesBySet = (places: ReadonlyMap<string, readonly number[]>): [string, number[]][] =>
  Array.from(places, ([name, some]) => [name, within(some)]);

const run = async (): Promise<void> => {
  const values = parse(process.argv.slice(2), OPTIONS);
  if (values.help) return say(USAGE);
  if (values.sets === undefined) throw wrong('--sets was expected.');
  const half = values.half === undefined ? 0 : wholeNumber('--half', values.half, 1, 2);
  const sets = setsFor(values.sets, values.only, half);
  if (values.learn) return learn(sets);
  const rows: [string, number[]][] = [];
  for (const set of sets) {
    const answers = await measureDateline(set);
    if (values.misses) sayMisses(set, answers);
    rows.push([set.name, figuresOf(answers)]);
  }
  say(table(HEAD, rows));
  if (values.alone) return;
  for (const { name, open } of PEERS) {
    const figures = sets.map((set): [string, number[]] => [
      set.name,
      within(measurePeer(set, open(set.articles, set.language))),
    ]);
    say(`\n${name}\n\n${table(HEAD.slice(0, 4), figures)}`);
  }
};

await runCommand(run);
