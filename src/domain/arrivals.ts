/** How many articles of a topic came in the last hour, and whether that is out of the ordinary. */

export interface Arrivals {
  readonly hour: number;
  /** Articles that come in a usual hour from the same outlets, this hour aside. */
  readonly usual: number;
}

/** Fewer in an hour are no surge, however quiet it was before. */
const LEAST = 5;
/** Standard deviations above the usual hour: of a thousand usual hours none comes near. */
const DEVIATIONS = 4;

/** Arrivals of an ordinary topic vary by the root of their mean, as counts do (Poisson). */
export const isSurge = ({ hour, usual }: Arrivals): boolean =>
  hour >= LEAST && hour > usual + DEVIATIONS * Math.sqrt(usual);
