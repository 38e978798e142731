/**
 * In: rows of features, each marked as the same event or not. Out: the weights of a logistic regression, with a penalty
 * of l2/2 · |weights|² over features of unit variance, by gradient descent.
 */

export interface Row {
  /** `bias` is 1 in each. */
  readonly features: Readonly<Record<string, number>>;
  readonly same: boolean;
}

const L2 = 0.05;
const STEP = 0.5;
const STEPS = 1_500;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const fitEventModel = (rows: readonly Row[]): Record<string, number> => {
  const names = Object.keys(rows[0]!.features).filter((name) => name !== 'bias');
  const scales = names.map((name) => {
    const values = rows.map(({ features }) => features[name]!);
    const middle = mean(values);
    const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1;
    return { name, middle, deviation };
  });
  const scaled = rows.map(({ features, same }) => ({
    x: [1, ...scales.map(({ name, middle, deviation }) => (features[name]! - middle) / deviation)],
    y: Number(same),
  }));
  const weights = [0, ...names.map(() => 0)];
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : L2 * weight));
    for (const { x, y } of scaled) {
      const score = x.reduce((sum, value, at) => sum + value * weights[at]!, 0);
      const error = (1 / (1 + Math.exp(-score)) - y) / rows.length;
      for (const [at, value] of x.entries()) gradient[at]! += error * value;
    }
    for (const [at, slope] of gradient.entries()) weights[at]! -= STEP * slope;
  }
  const raw = scales.map(({ name, deviation }, at) => [name, weights[at + 1]! / deviation] as const);
  const bias = raw.reduce((sum, [, weight], at) => sum - weight * scales[at]!.middle, weights[0]!);
  return Object.fromEntries([['bias', bias] as const, ...raw]);
};
