/** In: a build's figures. Out: its costs by name, as tables and pictures show them. */
import type { ComparisonResult } from './compare-builds.ts';
import type { BuildFigures } from './measure-builds.ts';

export type CostUnit = 'ms' | 'bytes';

export interface BuildCost {
  readonly title: string;
  readonly unit: CostUnit;
  /** Null if that part failed. `empty` is the same build over an empty corpus. */
  of(figures: BuildFigures, empty: BuildFigures): number | null;
}

const above = (bytes: number | undefined, emptyBytes: number | undefined): number | null =>
  bytes === undefined || emptyBytes === undefined ? null : bytes - emptyBytes;

export const BUILD_COSTS = {
  answerP50: { title: 'answer p50', unit: 'ms', of: ({ answer }) => answer?.answerMs.p50 ?? null },
  answerP95: { title: 'answer p95', unit: 'ms', of: ({ answer }) => answer?.answerMs.p95 ?? null },
  build: { title: 'index build', unit: 'ms', of: ({ load }) => load?.buildMs ?? null },
  firstAnswer: {
    title: 'start to first answer',
    unit: 'ms',
    of: ({ answer }) => answer?.firstAnswerMs ?? null,
  },
  loadMemory: {
    title: 'peak memory, loading',
    unit: 'bytes',
    of: ({ load }, empty) => above(load?.peakBytes, empty.load?.peakBytes),
  },
  answerMemory: {
    title: 'peak memory, answering',
    unit: 'bytes',
    of: ({ answer }, empty) => above(answer?.peakBytes, empty.answer?.peakBytes),
  },
  arrivalMemory: {
    title: 'peak memory, articles arriving',
    unit: 'bytes',
    of: ({ answer }, empty) => above(answer?.arrivals?.peakBytes, empty.answer?.peakBytes),
  },
  disk: { title: 'disk', unit: 'bytes', of: ({ load }) => load?.diskBytes ?? null },
  quietWait: {
    title: 'wait, quiet, p50',
    unit: 'ms',
    of: ({ answer }) => answer?.arrivals?.quiet.waitMs.p50 ?? null,
  },
  quietLongest: {
    title: 'wait, quiet, longest',
    unit: 'ms',
    of: ({ answer }) => answer?.arrivals?.quiet.longestMs ?? null,
  },
  arrivalLongest: {
    title: 'wait, articles arriving, longest',
    unit: 'ms',
    of: ({ answer }) => answer?.arrivals?.arriving.longestMs ?? null,
  },
} as const satisfies Record<string, BuildCost>;

export type BuildCostName = keyof typeof BUILD_COSTS;

/** By build, in the order of `result.builds`; by size, ascending. */
export const costsOf = (
  { empty, sizes, builds }: ComparisonResult,
  name: BuildCostName,
): (number | null)[][] =>
  builds.map((_, at) =>
    sizes.map((size) => {
      const figures = size.builds[at];
      return figures === undefined ? null : BUILD_COSTS[name].of(figures, empty[at]!);
    }),
  );
