/** In: an array of numbers. Out: one with room for more of them. */

/** Longer than needed by half, so that it seldom grows. */
export const roomFor = (length: number): number => length + (length >>> 1);

/**
 * The array if it is that long, or a longer one with the same numbers at its beginning. A loop over words compares the lengths
 * itself: here, where arrays of every kind come, V8 takes longer for it.
 */
export const grown = <
  T extends Uint8Array | Uint16Array | Uint32Array | Int8Array | Int32Array | Float64Array,
>(
  array: T,
  length: number,
): T => {
  if (array.length >= length) return array;
  const longer = new (array.constructor as new (length: number) => T)(roomFor(length));
  longer.set(array);
  return longer;
};
