/** In: files of questions as people type them. Out: tables of what they get, and the weights of the second look and of sureness. */
import { answerQuestion } from '../../../src/answers/answer-question.ts';
import type { Archive } from '../../../src/answers/archive.ts';
import { WEAK_BELOW } from '../../../src/answers/ranking/confidence-of.ts';
import type { LinearModel } from '../../../src/answers/ranking/model.ts';
import type { LookWeights } from '../../../src/answers/second-look.ts';
import { markdownTable } from '../compare/tables.ts';
import { type Ask, answeredWithin, answersIn, askedWith, readAsks } from './asks.ts';
import { type Setting, settingsOf } from './asks-corpora.ts';
import {
  crossValidateLook,
  crossValidateSureness,
  fitSecondLook,
  fitSureness,
  isOfFew,
  type Looked,
  lookAt,
  type Within,
  withoutSecondLook,
} from './fit-second-look.ts';
import type { TestArchive } from './open-test-archive.ts';
import { readPieces } from './small-corpora.ts';
import { swapWords } from './swap-words.ts';

const SPLITS = 6;
/** Each so many of the swapped questions is asked of few articles: hardly one is refused there, and they would outweigh the others. */
const SWAPPED_OF_FEW = 2;

const share = (some: readonly boolean[]): string =>
  some.length === 0 ? '–' : (some.filter(Boolean).length / some.length).toFixed(3);

const cells = (within: readonly Within[]): string[] =>
  ([0, 1, 2] as const).map((at) => share(within.map((one) => one[at])));

/** What one question gets from Dateline as it is. */
interface Shipped {
  readonly ask: Ask;
  readonly isRefused: boolean;
  readonly isSure: boolean;
  readonly within: Within;
}

const answer = async (ask: Ask, archive: Archive): Promise<Shipped> => {
  const asOfMs = Date.parse(ask.asOf);
  const { text, also } = askedWith(ask, asOfMs);
  const { verdict, asked, excerpts } = await answerQuestion(text, { asOfMs, also }, archive);
  const isRefused = verdict === 'none';
  const shown = isRefused ? [] : excerpts;
  const found = shown.map((excerpt) => answersIn(ask, excerpt));
  const isSure = verdict === 'answered' && asked === 'question';
  return { ask, isRefused, isSure, within: answeredWithin(ask, found) };
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

/** What was asked of all articles or of a small corpus, and of the same without those that may answer, if of these at all. */
interface Asked {
  readonly file: string;
  readonly isSmall: boolean;
  readonly looked: Looked | null;
  readonly lookedWithout: Looked | null;
  readonly shipped: Shipped;
  readonly shippedWithout: Shipped | null;
}

/** Places of the articles that an excerpt with an answer is of. */
const placesAnswering = (looked: Looked | null): number[] => {
  const answering = looked?.excerpts.filter((_, at) => looked.found[at]!.length > 0) ?? [];
  return [...new Set(answering.map(({ seq }) => seq - 1))];
};

const askAll = async (ask: Ask, file: string, settings: readonly Setting[]): Promise<Asked[]> => {
  const asked: Asked[] = [];
  for (const [at, { archive, without }] of settings.entries())
    asked.push({
      file,
      isSmall: at > 0,
      looked: await lookAt(ask, archive),
      lookedWithout: without && (await lookAt(ask, without, true)),
      shipped: await answer(ask, archive),
      shippedWithout: without && (await answer(ask, without)),
    });
  return asked;
};

/** What a question with a word of another question gets, of all articles or of few. */
interface Swapped {
  readonly isSmall: boolean;
  readonly looked: Looked;
  readonly shipped: Shipped;
}

/** None if it is not looked at, or happens to be answered. */
const askSwapped = async (ask: Ask, { archive }: Setting, isSmall: boolean): Promise<Swapped[]> => {
  const looked = await lookAt(ask, archive, true);
  const shipped = await answer(ask, archive);
  return looked === null || shipped.within[1] ? [] : [{ isSmall, looked, shipped }];
};

const SURE_COLUMNS = [
  'articles',
  'right in three: sure',
  'wrong or without an answer: sure',
  'with a word of another question: sure',
];

/** What was looked at and answered, from which is learned when an answer is sure. */
interface Judged {
  readonly isSmall: boolean;
  readonly isSwapped: boolean;
  readonly looked: Looked;
  readonly isSure: boolean;
  readonly isRight: boolean;
}

const judge = (asked: readonly Asked[], swapped: readonly Swapped[]): Judged[] =>
  [
    ...asked.flatMap(({ isSmall, looked, lookedWithout, shipped, shippedWithout }) => [
      { isSmall, isSwapped: false, looked, isSure: shipped.isSure, isRight: shipped.within[1] },
      {
        isSmall,
        isSwapped: false,
        looked: lookedWithout,
        isSure: shippedWithout?.isSure === true,
        isRight: false,
      },
    ]),
    ...swapped.map(({ isSmall, looked, shipped }) => ({
      isSmall,
      isSwapped: true,
      looked,
      isSure: shipped.isSure,
      isRight: false,
    })),
  ].flatMap(({ looked, ...one }) => (looked === null ? [] : [{ ...one, looked }]));

/** How often short questions, that are not refused, count as sure. */
const sureRows = (judged: readonly Judged[], look: LookWeights): string[][] => {
  const unseen = crossValidateSureness(
    judged.map(({ looked }) => looked),
    look,
    SPLITS,
  );
  const sureOf = (some: readonly Judged[], isRight: boolean): string => {
    const own = new Set(some.map(({ looked }) => looked));
    const counted = unseen.filter((one) => own.has(one.looked) && one.isRight === isRight);
    return share(counted.map(({ isSure }) => isSure));
  };
  return [false, true].flatMap((isSmall) => {
    const some = judged.filter((one) => one.isSmall === isSmall);
    const short = some.filter(({ looked }) => looked.usesSecondLook && looked.before !== null);
    const sets = [
      short.filter(({ isRight }) => isRight),
      short.filter(({ isRight, isSwapped }) => !isRight && !isSwapped),
      short.filter(({ isSwapped }) => isSwapped),
    ];
    const swapped = some.filter(({ isSwapped }) => isSwapped);
    const asTyped = some.filter(({ isSwapped }) => !isSwapped);
    const name = isSmall ? 'few' : 'all';
    return [
      [
        `${name}: by the estimate alone`,
        ...sets.map((set) => share(set.map(({ looked }) => looked.before! >= WEAK_BELOW))),
      ],
      [
        `${name}: by the estimate and weights that did not see the question`,
        sureOf(asTyped, true),
        sureOf(asTyped, false),
        sureOf(swapped, false),
      ],
      [`${name}: as shipped`, ...sets.map((set) => share(set.map(({ isSure }) => isSure)))],
    ];
  });
};

/** Weights of the second look and of how sure an answer is. */
export interface LookModels {
  readonly look: LookWeights;
  readonly sureness: LinearModel;
}

/** The first table is by file: without the second look, by weights that did not see the question, and as shipped. */
export const learnSecondLook = async (
  files: readonly string[],
  testArchive: TestArchive,
): Promise<{ table: string; models: LookModels }> => {
  const { archive } = testArchive;
  const pieces = await readPieces(testArchive);
  const asked: Asked[] = [];
  const junk: Shipped[][] = [];
  const settings = new Map<string, readonly Setting[]>();
  for (const file of files) {
    const asks = readAsks(file);
    const unanswered: Shipped[] = [];
    for (const [at, ask] of asks.entries()) {
      if (ask.expect === 'nothing') unanswered.push(await answer(ask, archive));
      else {
        const answering = placesAnswering(await lookAt(ask, archive));
        const own = settingsOf(ask, answering, at + 1, testArchive, pieces);
        settings.set(ask.id, own.slice(0, 2));
        asked.push(...(await askAll(ask, file, own)));
      }
    }
    junk.push(unanswered);
  }
  const looked = asked.map((one) => one.looked).filter((one) => one !== null);
  const both = asked.filter((one) => one.shippedWithout !== null);
  const short = looked.filter((one) => one.usesSecondLook && !isOfFew(one));
  const swapped: Swapped[] = [];
  for (const [place, ask] of swapWords(short, testArchive.context.kinds).entries()) {
    const [all, few] = settings.get(ask.id)!;
    swapped.push(...(await askSwapped(ask, all!, false)));
    if (few !== undefined && place % SWAPPED_OF_FEW === 0)
      swapped.push(...(await askSwapped(ask, few, true)));
  }
  const seen = crossValidateLook(looked, SPLITS);
  const first = withoutSecondLook(looked);
  const look = fitSecondLook(looked);
  const rows = files.flatMap((file, number) =>
    [false, true].flatMap((isSmall) => {
      const own = asked.filter((one) => one.file === file && one.isSmall === isSmall);
      const ownLooks = new Set(own.map((one) => one.looked));
      const isOwn = (_: Within, place: number): boolean => ownLooks.has(looked[place % looked.length]!);
      const name = `${file}, ${isSmall ? 'few' : 'all'}`;
      const shipped = [...own.map((one) => one.shipped), ...(isSmall ? [] : junk[number]!)];
      return [
        [`${name}: without the second look`, ...cells(first.filter(isOwn)), '–', '–'],
        [`${name}: by weights that did not see the question`, ...cells(seen.filter(isOwn)), '–', '–'],
        [`${name}: as shipped, with its verdicts`, ...shippedCells(shipped)],
      ];
    }),
  );
  const judged = judge(both, swapped);
  const table = `${markdownTable(COLUMNS, rows)}\n\n${markdownTable(SURE_COLUMNS, sureRows(judged, look))}`;
  const sureness = fitSureness(
    judged.map((one) => one.looked),
    look,
  );
  return { table, models: { look, sureness } };
};
