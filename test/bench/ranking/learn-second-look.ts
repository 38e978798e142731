/** In: files of questions as people type them. Out: a table of what they get, and the weights of the second look. */
import { answerQuestion } from '../../../src/answers/answer-question.ts';
import type { Archive } from '../../../src/answers/archive.ts';
import type { LinearModel } from '../../../src/answers/ranking/model.ts';
import { markdownTable } from '../compare/tables.ts';
import { type Ask, answeredWithin, answersIn, askedText, readAsks } from './asks.ts';
import {
  crossValidateLook,
  fitSecondLook,
  type Looked,
  lookAt,
  type Within,
  withoutSecondLook,
} from './fit-second-look.ts';

const SPLITS = 6;

const share = (some: readonly boolean[]): string =>
  some.length === 0 ? '–' : (some.filter(Boolean).length / some.length).toFixed(3);

const cells = (within: readonly Within[]): string[] =>
  ([0, 1, 2] as const).map((at) => share(within.map((one) => one[at])));

/** What one question gets from Dateline as it is. */
interface Shipped {
  readonly ask: Ask;
  readonly isRefused: boolean;
  readonly within: Within;
}

const answer = async (ask: Ask, archive: Archive): Promise<Shipped> => {
  const asOfMs = Date.parse(ask.asOf);
  const { verdict, excerpts } = await answerQuestion(askedText(ask, asOfMs), { asOfMs }, archive);
  const isRefused = verdict === 'none';
  const shown = isRefused ? [] : excerpts;
  const found = shown.map((excerpt) => answersIn(ask, excerpt));
  return { ask, isRefused, within: answeredWithin(ask, found) };
};

const shippedCells = (some: readonly Shipped[]): string[] => {
  const answerable = some.filter(({ ask }) => ask.expect === 'answer');
  const others = some.filter(({ ask }) => ask.expect === 'nothing');
  return [
    ...cells(answerable.map(({ within }) => within)),
    share(answerable.map(({ isRefused }) => isRefused)),
    share(others.map(({ isRefused }) => isRefused)),
  ];
};

const COLUMNS = [
  'questions',
  'first excerpt',
  'in three',
  'in five',
  'refused',
  'refused where nothing answers',
];

/** The table is by file: without the second look, by weights that did not see the question, and as shipped. */
export const learnSecondLook = async (
  files: readonly string[],
  archive: Archive,
): Promise<{ table: string; model: LinearModel }> => {
  const rows: string[][] = [];
  const all: Looked[] = [];
  const shippedByFile: Shipped[][] = [];
  const asks = files.map(readAsks);
  for (const some of asks) {
    const shipped: Shipped[] = [];
    for (const ask of some) {
      shipped.push(await answer(ask, archive));
      const looked = ask.expect === 'answer' ? await lookAt(ask, archive) : null;
      if (looked !== null) all.push(looked);
    }
    shippedByFile.push(shipped);
  }
  const seen = crossValidateLook(all, SPLITS);
  const first = withoutSecondLook(all);
  for (const [at, file] of files.entries()) {
    const asked = new Set(shippedByFile[at]!.map(({ ask }) => ask.id));
    const isOwn = (_: Within, place: number): boolean => asked.has(all[place % all.length]!.ask.id);
    rows.push([`${file}: without the second look`, ...cells(first.filter(isOwn)), '–', '–']);
    rows.push([`${file}: by weights that did not see the question`, ...cells(seen.filter(isOwn)), '–', '–']);
    rows.push([`${file}: as shipped, with its verdicts`, ...shippedCells(shippedByFile[at]!)]);
  }
  return { table: markdownTable(COLUMNS, rows), model: fitSecondLook(all) };
};
