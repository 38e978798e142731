/** In: figures by size. Out: an SVG of four panels, one a cost, both axes logarithmic. Legible on light and dark grounds. */
import { COSTS, type Cost, type SizeFigures } from './compare-sizes.ts';
import type { ContenderName } from './contenders.ts';

const PANEL = { width: 380, height: 230, left: 80, top: 40, gap: 40 } as const;
const LEGEND_HEIGHT = 40;
const WIDTH = 2 * (PANEL.left + PANEL.width) + PANEL.gap;
const HEIGHT = LEGEND_HEIGHT + 2 * (PANEL.top + PANEL.height + PANEL.gap);

/** Middle tones: about as far from white as from black. */
const COLOURS: Partial<Record<ContenderName, string>> = {
  Dateline: '#d1495b',
  MiniSearch: '#3d8bd4',
  'SQLite FTS5': '#4f9d69',
  Orama: '#b07d2b',
};
const INK = '#7a8087';

const TITLES: Record<Cost, string> = {
  answer: 'Answer, median',
  build: 'Index build',
  warmStart: 'Warm start',
  memory: 'Memory',
};

/** Of a power of ten. */
const formatTick = (cost: Cost, value: number): string => {
  if (cost === 'memory') return value >= 1e9 ? `${value / 1e9} GB` : `${value / 1e6} MB`;
  return value >= 1000 ? `${value / 1000} s` : `${value} ms`;
};

/** Maps numbers between the bounds onto pixels between the ends, by their logarithm. */
const logScale =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    start + ((Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from) || 1)) * (end - start);

/** The powers of ten around the values. */
const decades = (values: readonly number[]): number[] => {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, at) => Number(`1e${low + at}`));
};

const text = (x: number, y: number, content: string, rest = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${INK}" ${rest}>${content}</text>`;

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${INK}" stroke-opacity="0.35"/>`;

const systemsOf = (sizes: readonly SizeFigures[]): ContenderName[] =>
  sizes[0]!.systems.map(({ system }) => system);

type Point = readonly [x: number, y: number];

const curve = (points: readonly Point[], colour: string): string => {
  const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const dots = points.map(
    ([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${colour}"/>`,
  );
  return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5"/>${dots.join('')}`;
};

const panel = (cost: Cost, sizes: readonly SizeFigures[], left: number, top: number): string => {
  const [right, bottom] = [left + PANEL.width, top + PANEL.height];
  const counts = sizes.map(({ articles }) => articles);
  const ticks = decades(sizes.flatMap(({ systems }) => systems.map(COSTS[cost])));
  const x = logScale(Math.min(...counts), Math.max(...counts), left + 20, right - 20);
  const y = logScale(ticks[0]!, ticks.at(-1)!, bottom, top);
  const rows = ticks.map(
    (tick) =>
      line(left, y(tick), right, y(tick)) +
      text(left - 8, y(tick) + 4, formatTick(cost, tick), 'text-anchor="end"'),
  );
  const columns = counts.map(
    (count) =>
      line(x(count), bottom, x(count), bottom + 5) +
      text(x(count), bottom + 20, count.toLocaleString('en'), 'text-anchor="middle"'),
  );
  // The first system is drawn last, above the others.
  const curves = systemsOf(sizes)
    .toReversed()
    .map((system) => {
      const points = sizes.map(({ articles, systems }): Point => {
        const figures = systems.find((measured) => measured.system === system)!;
        return [x(articles), y(COSTS[cost](figures))];
      });
      return curve(points, COLOURS[system] ?? INK);
    });
  return [text(left, top - 14, TITLES[cost], 'font-weight="bold"'), ...rows, ...columns, ...curves].join(
    '\n',
  );
};

const legend = (sizes: readonly SizeFigures[]): string =>
  systemsOf(sizes)
    .map((system, at) => {
      const x = PANEL.left + at * 150;
      return `<circle cx="${x}" cy="22" r="5" fill="${COLOURS[system] ?? INK}"/>${text(x + 12, 27, system)}`;
    })
    .join('\n');

/** The horizontal axis counts articles. */
export const plotSizes = (sizes: readonly SizeFigures[]): string => {
  const panels = (Object.keys(COSTS) as Cost[]).map((cost, at) =>
    panel(
      cost,
      sizes,
      PANEL.left + (at % 2) * (PANEL.left + PANEL.width),
      LEGEND_HEIGHT + PANEL.top + Math.floor(at / 2) * (PANEL.top + PANEL.height + PANEL.gap),
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-label="Cost by number of articles">
${legend(sizes)}
${text(WIDTH - PANEL.gap, 27, 'by number of articles', 'text-anchor="end"')}
${panels.join('\n')}
</svg>
`;
};
