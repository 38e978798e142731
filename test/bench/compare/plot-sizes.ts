/** In: figures by size. Out: an SVG of four panels, one a cost, with a curve for each system. */
import { COSTS, type Cost, type SizeFigures } from './compare-sizes.ts';
import { plotPanels } from './plot-panels.ts';

const TITLES: Record<Cost, string> = {
  answer: 'Answer, median',
  build: 'Index build',
  warmStart: 'Warm start',
  memory: 'Memory',
};

/** Needs one size at least. */
export const plotSizes = (sizes: readonly SizeFigures[]): string => {
  const names = sizes[0]!.systems.map(({ system }) => system);
  const panels = (Object.keys(COSTS) as Cost[]).map((cost) => ({
    title: TITLES[cost],
    unit: cost === 'memory' ? ('bytes' as const) : ('ms' as const),
    curves: names.map((_, at) =>
      sizes.map(({ articles, systems }) => [articles, COSTS[cost](systems[at]!)] as const),
    ),
  }));
  return plotPanels(names, panels);
};
