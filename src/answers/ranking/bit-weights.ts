/** In: a weight for each of at most 32 bits. Out: the sum of the weights of a mask's bits, by four look-ups. */

/** Where the table of each byte begins. */
const BYTE = 256;

export const bitWeights = (weights: ArrayLike<number>): ((mask: number) => number) => {
  const sums = new Float64Array(4 * BYTE);
  for (let byte = 0; byte * 8 < weights.length; byte++) {
    for (let bits = 1; bits < BYTE; bits++) {
      const lowest = 31 - Math.clz32(bits & -bits);
      sums[byte * BYTE + bits] = sums[byte * BYTE + (bits & (bits - 1))]! + (weights[byte * 8 + lowest] ?? 0);
    }
  }
  return (mask) =>
    sums[mask & 255]! +
    sums[BYTE + ((mask >>> 8) & 255)]! +
    sums[2 * BYTE + ((mask >>> 16) & 255)]! +
    sums[3 * BYTE + (mask >>> 24)]!;
};
