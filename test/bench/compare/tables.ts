/** In: figures. Out: Markdown tables of them. */
import { COSTS, type Cost, type Growth, type SizeFigures } from './compare-sizes.ts';
import type { Percentiles, SystemFigures } from './measure.ts';
import type { LoadFigures } from './sustain-load.ts';

type Cell = string | null;

/** A Markdown table with its columns aligned; empty cells read as a dash. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell ?? '–'));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
};

/** Three places: a share of some hundred questions means no more. */
const share = (value: number | null): Cell => (value === null ? null : value.toFixed(3));

/** At least two significant digits. */
export const milliseconds = (ms: number): string => {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms >= 10 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(2)} ms`;
};

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const times = ({ p50, p95, p99 }: Percentiles): string[] => [p50, p95, p99].map(milliseconds);

export const qualityTable = (figures: readonly SystemFigures[]): string =>
  markdownTable(
    ['system', 'excerpt@1', '@3', '@5', 'best sentence@1', 'article@1', '@5'],
    figures.map((system) => [
      system.system,
      share(system.excerptAt1),
      share(system.excerptAt3),
      share(system.excerptAt5),
      share(system.sentenceAt1),
      share(system.articleAt1),
      share(system.articleAt5),
    ]),
  );

export const costTable = (figures: readonly SystemFigures[]): string =>
  markdownTable(
    ['system', 'answer p50', 'p95', 'p99', 'search alone p50', 'index build', 'warm start', 'memory'],
    figures.map(({ system, answerMs, searchMs, buildMs, warmStartMs, memoryBytes }) => [
      system,
      ...times(answerMs),
      searchMs && milliseconds(searchMs.p50),
      milliseconds(buildMs),
      milliseconds(warmStartMs),
      megabytes(memoryBytes),
    ]),
  );

export const ratio = (value: number): string => (value >= 10 ? value.toFixed(0) : value.toPrecision(2));

/** Everything as a multiple of what plain MiniSearch takes; the search alone stands for its answer. */
export const ratioTable = (figures: readonly SystemFigures[]): string => {
  const plain = figures.find(({ system }) => system === 'MiniSearch')!;
  const stemmed = figures.find(({ system }) => system === 'MiniSearch, stemmed')!;
  return markdownTable(
    [
      'system',
      'answer p50 / its search',
      'p95 / own p50',
      'build / its',
      'build / its, stemmed',
      'warm start / its build',
      'memory / its',
    ],
    figures.map(({ system, answerMs, buildMs, warmStartMs, memoryBytes }) => [
      system,
      ratio(answerMs.p50 / plain.searchMs!.p50),
      ratio(answerMs.p95 / answerMs.p50),
      ratio(buildMs / plain.buildMs),
      ratio(buildMs / stemmed.buildMs),
      ratio(warmStartMs / plain.buildMs),
      ratio(memoryBytes / plain.memoryBytes),
    ]),
  );
};

export const loadTable = ({
  added,
  addMs,
  answered,
  answerMs,
  slowestMs,
  loopDelayP99Ms,
}: LoadFigures): string =>
  markdownTable(
    ['articles added', 'in', 'questions answered', 'p50', 'p99', 'slowest', 'event loop delay p99'],
    [
      [
        String(added),
        milliseconds(addMs),
        String(answered),
        milliseconds(answerMs.p50),
        milliseconds(answerMs.p99),
        milliseconds(slowestMs),
        milliseconds(loopDelayP99Ms),
      ],
    ],
  );

const COST_NAMES: Record<Cost, string> = {
  answer: 'answer p50',
  build: 'index build',
  warmStart: 'warm start',
  memory: 'memory',
};

const formatCost = (cost: Cost, value: number): string =>
  cost === 'memory' ? megabytes(value) : milliseconds(value);

/** A row for each system's cost by number of articles, and the exponent it grows with: 1 in step with the articles. */
export const sizesTable = (sizes: readonly SizeFigures[], growth: readonly Growth[]): string => {
  const rows = (Object.keys(COSTS) as Cost[]).flatMap((cost) =>
    growth.map((exponents, at) => [
      `${COST_NAMES[cost]}, ${exponents.system}`,
      ...sizes.map(({ systems }) => formatCost(cost, COSTS[cost](systems[at]!))),
      exponents[cost].toFixed(2),
    ]),
  );
  const counts = sizes.map(({ articles }) => `${articles.toLocaleString('en')} articles`);
  return markdownTable(['', ...counts, 'exponent'], rows);
};
