/** In: curves. Out: an SVG of panels, two a row, both axes logarithmic. Legible on light and dark grounds. */

type PlotUnit = 'ms' | 'bytes';
type PlotPoint = readonly [articles: number, value: number];

export interface PlotPanel {
  readonly title: string;
  readonly unit: PlotUnit;
  /** A curve for each name of the legend, in its order. Values of zero or less cannot be drawn and are left out. */
  readonly curves: readonly (readonly PlotPoint[])[];
}

const PANEL = { width: 380, height: 230, left: 80, top: 40, gap: 40 } as const;
const LEGEND_HEIGHT = 40;
const WIDTH = 2 * (PANEL.left + PANEL.width) + PANEL.gap;

/** Middle tones: about as far from white as from black. */
const COLOURS = ['#d1495b', '#3d8bd4', '#4f9d69', '#b07d2b'];
const INK = '#7a8087';

const colourOf = (at: number): string => COLOURS[at] ?? INK;

const TICKS: Record<PlotUnit, (value: number) => string> = {
  ms: (value) => (value >= 1000 ? `${value / 1000} s` : `${value} ms`),
  bytes: (value) => (value >= 1e9 ? `${value / 1e9} GB` : `${value / 1e6} MB`),
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

const escapeText = (content: string): string => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const text = (x: number, y: number, content: string, rest = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${INK}" ${rest}>${escapeText(content)}</text>`;

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${INK}" stroke-opacity="0.35"/>`;

const curve = (points: readonly PlotPoint[], colour: string): string => {
  const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const dots = points.map(
    ([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${colour}"/>`,
  );
  return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5"/>${dots.join('')}`;
};

const panel = ({ title, unit, curves }: PlotPanel, left: number, top: number): string => {
  const drawn = curves.map((points) => points.filter(([, value]) => value > 0));
  const heading = text(left, top - 14, title, 'font-weight="bold"');
  if (drawn.flat().length === 0) return heading;
  const [right, bottom] = [left + PANEL.width, top + PANEL.height];
  const counts = [...new Set(drawn.flat().map(([count]) => count))].sort((a, b) => a - b);
  const ticks = decades(drawn.flat().map(([, value]) => value));
  const x = logScale(counts[0]!, counts.at(-1)!, left + 20, right - 20);
  const y = logScale(ticks[0]!, ticks.at(-1)!, bottom, top);
  const rows = ticks.map(
    (tick) =>
      line(left, y(tick), right, y(tick)) +
      text(left - 8, y(tick) + 4, TICKS[unit](tick), 'text-anchor="end"'),
  );
  const columns = counts.map(
    (count) =>
      line(x(count), bottom, x(count), bottom + 5) +
      text(x(count), bottom + 20, count.toLocaleString('en'), 'text-anchor="middle"'),
  );
  const lines = drawn.map((points, at) =>
    curve(
      points.map(([count, value]) => [x(count), y(value)]),
      colourOf(at),
    ),
  );
  // The first is drawn last, above the others.
  return [heading, ...rows, ...columns, ...lines.reverse()].join('\n');
};

const legend = (names: readonly string[]): string =>
  names
    .map((name, at) => {
      const x = PANEL.left + at * 150;
      return `<circle cx="${x}" cy="22" r="5" fill="${colourOf(at)}"/>${text(x + 12, 27, name)}`;
    })
    .join('\n');

/** The horizontal axis counts articles. `names` are those of the curves in each panel. */
export const plotPanels = (names: readonly string[], panels: readonly PlotPanel[]): string => {
  const height = LEGEND_HEIGHT + Math.ceil(panels.length / 2) * (PANEL.top + PANEL.height + PANEL.gap);
  const drawn = panels.map((each, at) =>
    panel(
      each,
      PANEL.left + (at % 2) * (PANEL.left + PANEL.width),
      LEGEND_HEIGHT + PANEL.top + Math.floor(at / 2) * (PANEL.top + PANEL.height + PANEL.gap),
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-label="Cost by number of articles">
${legend(names)}
${text(WIDTH - PANEL.gap, 27, 'by number of articles', 'text-anchor="end"')}
${drawn.join('\n')}
</svg>
`;
};
