/** In: points. Out: the power law y = factor · x^exponent that fits them best: a straight line through their logarithms. */

export interface PowerLaw {
  readonly factor: number;
  readonly exponent: number;
}

/** By least squares. Needs two different `x`, all numbers above zero. */
export const fitPowerLaw = (points: readonly (readonly [x: number, y: number])[]): PowerLaw => {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const exponent = covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return { factor: Math.exp(meanY - exponent * meanX), exponent };
};
