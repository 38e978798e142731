/** In: a comparison of builds. Out: an SVG of six panels, one a cost, with a curve for each build. */
import { type PlotPanel, plotPanels } from '../compare/plot-panels.ts';
import { BUILD_COSTS, type BuildCostName, costsOf } from './build-costs.ts';
import type { ComparisonResult } from './compare-builds.ts';

const TITLES: Partial<Record<BuildCostName, string>> = {
  answerP50: 'Answer, median',
  arrivalLongest: 'Longest wait while articles arrive',
  answerMemory: 'Peak memory, answering',
  loadMemory: 'Peak memory, loading',
  build: 'Index build',
  firstAnswer: 'Start to first answer',
};

/** What failed is left out. This build, the last, comes first, above the others. */
export const plotBuilds = (result: ComparisonResult): string => {
  const panels = (Object.entries(TITLES) as [BuildCostName, string][]).map(
    ([cost, title]): PlotPanel => ({
      title,
      unit: BUILD_COSTS[cost].unit,
      curves: costsOf(result, cost)
        .toReversed()
        .map((values) =>
          values.flatMap((value, at) =>
            value === null ? [] : [[result.sizes[at]!.articles, value] as const],
          ),
        ),
    }),
  );
  return plotPanels(result.builds.map(({ name }) => name).toReversed(), panels);
};
