/** How many articles of a topic came in the last hour and week, and whether that hour is out of the ordinary. */

export interface Arrivals {
  readonly hour: number;
  /** The hour among it. */
  readonly week: number;
}

/** Fewer in an hour are no surge, however quiet the week was. */
const LEAST = 5;
const HOURS_A_WEEK = 168;
/** So many standard deviations above the usual hour: of a thousand usual hours none comes near. */
const DEVIATIONS = 4;

/** Articles in a usual hour of the week, this one aside. */
export const usualHour = ({ hour, week }: Arrivals): number => (week - hour) / (HOURS_A_WEEK - 1);

/** Arrivals of an ordinary topic vary by the root of their mean, as counts do (Poisson). */
export const isSurge = (arrivals: Arrivals): boolean => {
  const usual = usualHour(arrivals);
  return arrivals.hour >= LEAST && arrivals.hour > usual + DEVIATIONS * Math.sqrt(usual);
};
