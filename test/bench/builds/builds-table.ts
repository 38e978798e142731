/** In: a comparison of builds. Out: it in Markdown: a row for each cost of each build, and one for their ratio. */
import { markdownTable, megabytes, milliseconds, ratio } from '../compare/tables.ts';
import { BUILD_COSTS, type BuildCostName, type CostUnit, costsOf } from './build-costs.ts';
import type { ComparisonResult } from './compare-builds.ts';

type Cell = string | null;

const FORMATS: Record<CostUnit, (value: number) => string> = { ms: milliseconds, bytes: megabytes };

/** Null if a value is missing, or is no cost: memory above an empty corpus may be below zero for little. */
const times = (value: number | null | undefined, of: number | null | undefined): Cell =>
  value == null || of == null || value <= 0 || of <= 0 ? null : `${ratio(value / of)} ×`;

/** A build's values, then the largest size as a multiple of the smallest. */
const valueRow = (title: string, unit: CostUnit, values: readonly (number | null)[]): Cell[] => [
  title,
  ...values.map((value) => (value === null ? 'failed' : FORMATS[unit](value))),
  ...(values.length > 1 ? [times(values.at(-1), values[0])] : []),
];

const rowsOf = (result: ComparisonResult, name: BuildCostName): Cell[][] => {
  const { title, unit } = BUILD_COSTS[name];
  const costs = costsOf(result, name);
  const names = result.builds.map((build) => build.name);
  const last = costs.length - 1;
  const rows = costs.map((values, at) => valueRow(`${title}, ${names[at]}`, unit, values));
  const ratios = costs
    .slice(0, last)
    .map((values, at) => [
      `${title}, ${names[last]} / ${names[at]}`,
      ...values.map((value, size) => times(costs[last]![size], value)),
      ...(values.length > 1 ? [null] : []),
    ]);
  return [...rows, ...ratios];
};

const describeFailures = ({ empty, sizes }: ComparisonResult): string[] =>
  [{ articles: 0, builds: empty }, ...sizes].flatMap(({ articles, builds }) =>
    builds.flatMap(({ build, failure }) =>
      failure === null ? [] : [`- ${build}, ${articles.toLocaleString('en')} articles: ${failure}`],
    ),
  );

const EXPLANATION = `Memory is the peak of the resident process above the same process over an empty corpus; disk is the data folder, text
included. A wait is the time until one short question is answered that is asked every 20 ms: quiet, and while`;

/** Needs one size at least; what is not measured so far reads as failed. */
export const describeComparison = (result: ComparisonResult): string => {
  const { machine, builds, questions, arriving, afterMs, sizes } = result;
  const named = builds.map(({ name, commit }) => `${name} (${commit ?? 'not in git'})`).join(', ');
  const rows = (Object.keys(BUILD_COSTS) as BuildCostName[]).flatMap((cost) => rowsOf(result, cost));
  const counts = sizes.map(({ articles }) => `${articles.toLocaleString('en')} articles`);
  const growth = sizes.length > 1 ? ['largest / smallest'] : [];
  const failures = describeFailures(result);
  return [
    `${named}; ${questions} questions; ${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
    markdownTable(['', ...counts, ...growth], rows),
    `${EXPLANATION} ${arriving} articles arrive\nand for ${Math.round(afterMs / 1000)} s after the last.`,
    ...(failures.length > 0 ? [`Failed:\n\n${failures.join('\n')}`] : []),
  ].join('\n\n');
};
