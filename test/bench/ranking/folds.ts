/** In: days. Out: folds that keep a week together, since questions of one week ask about the same stories. */
import { randomFrom } from '../../random.ts';

export const FOLDS = 5;
const WEEK_MS = 7 * 86_400_000;
/** A Monday before all questions. */
const FIRST_WEEK = Date.UTC(1970, 0, 5);

/** The fold of each day (`YYYY-MM-DD`), 0 to `FOLDS` - 1. Another seed parts the weeks otherwise. */
export const foldsOf = (days: readonly string[], seed: number): number[] => {
  const weeks = days.map((day) => Math.floor((Date.parse(day) - FIRST_WEEK) / WEEK_MS));
  const random = randomFrom(seed);
  const shuffled = [...new Set(weeks)]
    .sort((a, b) => a - b)
    .map((week) => ({ week, at: random() }))
    .sort((a, b) => a.at - b.at);
  const folds = new Map(shuffled.map(({ week }, at) => [week, at % FOLDS]));
  return weeks.map((week) => folds.get(week)!);
};
