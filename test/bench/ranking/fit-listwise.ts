/**
 * In: groups of rows of features, some rows marked right. Out: weights of a linear model that gives the right rows of
 * a group together as much of its softmax as it can. With p = sum of right / sum of all, the loss of a group is -ln p
 * (`likelihood`), or 1 - p (`hit`): the chance to draw a wrong row, under which groups that no weights could win have
 * no pull. Either adds l2/2 · |weights|² over features of unit variance and is minimised by L-BFGS (Nocedal and
 * Wright 2006, algorithm 7.4).
 */

/** Rows of one question. */
export interface Group {
  readonly count: number;
  /** The features that the rows have, in order; the others are 0 throughout the group. */
  readonly columns: Int32Array;
  /** `count` rows of those features, one after the other. */
  readonly rows: Float64Array;
  /** 1 where the row is right. */
  readonly right: Uint8Array;
}

export type Objective = 'likelihood' | 'hit';

const MEMORY = 8;
const HALVINGS = 12;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
};

/** 1 / standard deviation by feature; 0 if a feature never changes. */
const inverseDeviations = (groups: readonly Group[], width: number): Float64Array => {
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  let total = 0;
  for (const { rows, columns, count } of groups) {
    for (let at = 0; at < rows.length; at++) {
      const column = columns[at % columns.length]!;
      sums[column]! += rows[at]!;
      squares[column]! += rows[at]! * rows[at]!;
    }
    total += count;
  }
  return squares.map((square, at) => {
    const variance = square / total - (sums[at]! / total) ** 2;
    return variance > 1e-10 ? 1 / Math.sqrt(variance) : 0;
  });
};

/** Adds a group's gradient by raw weights; returns its loss. */
const addGroup = (
  { rows, columns, count, right }: Group,
  weights: Float64Array,
  gradient: Float64Array,
  objective: Objective,
): number => {
  const width = columns.length;
  const own = Float64Array.from(columns, (column) => weights[column]!);
  const shares = new Float64Array(count);
  let top = Number.NEGATIVE_INFINITY;
  for (let row = 0, at = 0; row < count; row++) {
    for (let feature = 0; feature < width; feature++) shares[row]! += rows[at++]! * own[feature]!;
    top = Math.max(top, shares[row]!);
  }
  let all = 0;
  let good = 1e-300;
  for (let row = 0; row < count; row++) {
    shares[row] = Math.exp(shares[row]! - top);
    all += shares[row]!;
    if (right[row]) good += shares[row]!;
  }
  const pull = objective === 'hit' ? good / all : 1;
  for (let row = 0; row < count; row++) {
    const slope = pull * (shares[row]! / all - (right[row] ? shares[row]! / good : 0));
    if (Math.abs(slope) < 1e-7) continue;
    for (let feature = 0; feature < width; feature++)
      gradient[columns[feature]!]! += slope * rows[row * width + feature]!;
  }
  return objective === 'hit' ? 1 - good / all : Math.log(all) - Math.log(good);
};

/** The step L-BFGS proposes against a gradient, from the last steps and how the gradient changed over them. */
const propose = (gradient: Float64Array, steps: Float64Array[], changes: Float64Array[]): Float64Array => {
  const step = gradient.slice();
  const factors: number[] = [];
  for (let at = steps.length - 1; at >= 0; at--) {
    factors[at] = dot(steps[at]!, step) / dot(steps[at]!, changes[at]!);
    for (let i = 0; i < step.length; i++) step[i]! -= factors[at]! * changes[at]![i]!;
  }
  const last = steps.length - 1;
  const size =
    last < 0
      ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
      : dot(steps[last]!, changes[last]!) / dot(changes[last]!, changes[last]!);
  for (let i = 0; i < step.length; i++) step[i]! *= size;
  for (const [at, past] of steps.entries()) {
    const back = dot(changes[at]!, step) / dot(past, changes[at]!);
    for (let i = 0; i < step.length; i++) step[i]! += past[i]! * (factors[at]! - back);
  }
  return step;
};

type Loss = (weights: Float64Array, gradient: Float64Array) => number;

const minimise = (loss: Loss, start: Float64Array, rounds: number): Float64Array => {
  const width = start.length;
  let weights = start;
  let gradient = new Float64Array(width);
  let value = loss(weights, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let round = 0; round < rounds; round++) {
    const step = propose(gradient, steps, changes);
    const slope = dot(gradient, step);
    let next = weights;
    let nextGradient = gradient;
    let nextValue = Number.POSITIVE_INFINITY;
    for (
      let halving = 0;
      halving < HALVINGS && nextValue > value - 1e-4 * slope * 0.5 ** halving;
      halving++
    ) {
      next = weights.map((weight, at) => weight - 0.5 ** halving * step[at]!);
      nextGradient = new Float64Array(width);
      nextValue = loss(next, nextGradient);
    }
    if (!(nextValue < value * (1 - 1e-7))) break;
    steps.push(next.map((weight, at) => weight - weights[at]!));
    changes.push(nextGradient.map((slopeAt, at) => slopeAt - gradient[at]!));
    if (steps.length > MEMORY) {
      steps.shift();
      changes.shift();
    }
    weights = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return weights;
};

const ROUNDS = 40;

/**
 * Fits the weights, in the features' own units. Groups without a right row teach nothing and are left out. `hit` has
 * valleys: hand in the weights that `likelihood` found as its `start`. Little evidence leaves the weights near `toward`, and a
 * feature that never changes leaves its own there.
 */
export const fitListwise = (
  groups: readonly Group[],
  width: number,
  l2: number,
  objective: Objective = 'likelihood',
  start: Float64Array = new Float64Array(width),
  toward: Float64Array = new Float64Array(width),
): Float64Array => {
  const teaching = groups.filter(({ right }) => right.includes(1));
  const scale = inverseDeviations(teaching, width);
  const inUnits = (raw: Float64Array): Float64Array =>
    raw.map((weight, at) => (scale[at] === 0 ? 0 : weight / scale[at]!));
  const prior = inUnits(toward);
  const loss: Loss = (weights, gradient) => {
    const raw = weights.map((weight, at) => weight * scale[at]!);
    let value = 0;
    for (const group of teaching) value += addGroup(group, raw, gradient, objective);
    for (let at = 0; at < width; at++) {
      const change = weights[at]! - prior[at]!;
      gradient[at] = gradient[at]! * scale[at]! + l2 * change;
      value += (l2 * change ** 2) / 2;
    }
    return value;
  };
  return minimise(loss, inUnits(start), ROUNDS).map((weight, at) =>
    scale[at] === 0 ? toward[at]! : weight * scale[at]!,
  );
};
