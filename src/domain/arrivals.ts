/** How many articles of a topic came in the last hour and week, and whether that hour is out of the ordinary. */

export interface Arrivals {
  readonly hour: number;
  /** The hour among it. */
  readonly week: number;
  /** For how many hours of the week articles were kept at all. */
  readonly hours: number;
}

/** Fewer in an hour are no surge, however quiet the week was. */
const LEAST = 5;
/** What is usual is not known before. */
const LEAST_HOURS = 24;
/** Standard deviations above the usual hour: of a thousand usual hours none comes near. */
const DEVIATIONS = 4;

/** Articles in a usual hour of the week, this one aside. */
export const usualHour = ({ hour, week, hours }: Arrivals): number => (week - hour) / (hours - 1);

/** Arrivals of an ordinary topic vary by the root of their mean, as counts do (Poisson). */
export const isSurge = (arrivals: Arrivals): boolean => {
  if (arrivals.hour < LEAST || arrivals.hours < LEAST_HOURS) return false;
  const usual = usualHour(arrivals);
  return arrivals.hour > usual + DEVIATIONS * Math.sqrt(usual);
};
