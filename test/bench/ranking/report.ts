/** In: outcomes. Out: Markdown tables of what they come to. */
import { missBelow, WEAK_BELOW } from '../../../src/answers/ranking/confidence-of.ts';
import { markdownTable } from '../compare/tables.ts';
import type { Outcome } from './cross-validate.ts';
import { areaUnderCurve, type Judged } from './fit-confidence.ts';

const mean = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0) / items.length;

const share = <T>(items: readonly T[], test: (item: T) => boolean): string =>
  items.length === 0 ? '-' : mean(items, (item) => (test(item) ? 1 : 0)).toFixed(3);

/** The means that rankings are compared by. */
export interface Summary {
  readonly excerptAt1: number;
  readonly excerptAt3: number;
  readonly excerptAt5: number;
  readonly articleAt1: number;
  readonly bestSentenceAt1: number;
  readonly expected: number;
  readonly length: number;
}

export const summarise = (outcomes: readonly Outcome[]): Summary => {
  const within = (k: number): number =>
    mean(outcomes, ({ hits }) => (hits.slice(0, k).includes(true) ? 1 : 0));
  return {
    excerptAt1: within(1),
    excerptAt3: within(3),
    excerptAt5: within(5),
    articleAt1: mean(outcomes, ({ articleHits }) => (articleHits[0] ? 1 : 0)),
    bestSentenceAt1: mean(outcomes, ({ bestSentenceHit }) => (bestSentenceHit ? 1 : 0)),
    expected: mean(outcomes, ({ expected }) => expected),
    length: mean(outcomes, ({ length }) => length),
  };
};

export const qualityTable = (rows: readonly (readonly [string, Summary])[]): string =>
  markdownTable(
    ['split', 'excerpt@1', '@3', '@5', 'article@1', 'best sentence@1', 'expected', 'characters'],
    rows.map(([name, summary]) => [
      name,
      summary.excerptAt1.toFixed(3),
      summary.excerptAt3.toFixed(3),
      summary.excerptAt5.toFixed(3),
      summary.articleAt1.toFixed(3),
      summary.bestSentenceAt1.toFixed(3),
      summary.expected.toFixed(3),
      summary.length.toFixed(0),
    ]),
  );

/** What is gained by a feature: with all of them against without it. */
export const gainTable = (all: Summary, rows: readonly (readonly [string, Summary])[]): string => {
  const points = (with_: number, without: number): string => (100 * (with_ - without)).toFixed(1);
  return markdownTable(
    ['feature', 'excerpt@1', '@3', '@5', 'expected'],
    rows.map(([feature, left]) => [
      feature,
      points(all.excerptAt1, left.excerptAt1),
      points(all.excerptAt3, left.excerptAt3),
      points(all.excerptAt5, left.excerptAt5),
      points(all.expected, left.expected),
    ]),
  );
};

/** What questions come to, a row for each size of corpus; verdicts by confidence alone. */
export const sizeTable = (sizes: readonly (readonly Judged[])[]): string =>
  markdownTable(
    [
      'articles',
      'excerpt@1',
      '@3',
      '@5',
      'best sentence@1',
      'area under the curve',
      'nothing found',
      'or not sure',
      'without the answer: nothing found',
      'or not sure',
    ],
    sizes.map((judged) => {
      const { size } = judged[0]!.outcome;
      const { excerptAt1, excerptAt3, excerptAt5, bestSentenceAt1 } = summarise(
        judged.map(({ outcome }) => outcome),
      );
      return [
        String(size),
        ...[excerptAt1, excerptAt3, excerptAt5, bestSentenceAt1, areaUnderCurve(judged)].map((value) =>
          value.toFixed(3),
        ),
        share(judged, (one) => one.with < missBelow(size)),
        share(judged, (one) => one.with < WEAK_BELOW),
        share(judged, (one) => one.without < missBelow(size)),
        share(judged, (one) => one.without < WEAK_BELOW),
      ];
    }),
  );

const LENGTHS: readonly (readonly [string, number, number])[] = [
  ['all', 0, 1e9],
  ['1 to 3 characters', 0, 3],
  ['4 to 8', 4, 8],
  ['9 to 15', 9, 15],
  ['16 and more', 16, 1e9],
];

const lengthOf = ({ outcome }: Judged): number =>
  Math.min(...outcome.asked.answers.map(({ length }) => length));

export const curveTable = (judged: readonly Judged[]): string =>
  markdownTable(
    ['shortest accepted answer', 'questions', 'area under the curve'],
    LENGTHS.flatMap(([label, from, to]) => {
      const some = judged.filter((one) => lengthOf(one) >= from && lengthOf(one) <= to);
      return some.length === 0 ? [] : [[label, String(some.length), areaUnderCurve(some).toFixed(3)]];
    }),
  );

const BARS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];

export const thresholdTable = (judged: readonly Judged[]): string => {
  const answered = judged.filter(({ outcome }) => outcome.hits.slice(0, 3).includes(true));
  return markdownTable(
    ['confidence below', 'answered in three', 'all questions', 'without the answer'],
    BARS.map((bar) => [
      bar.toFixed(2),
      share(answered, (one) => one.with < bar),
      share(judged, (one) => one.with < bar),
      share(judged, (one) => one.without < bar),
    ]),
  );
};
