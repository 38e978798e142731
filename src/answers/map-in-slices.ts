/** In: items, and work on each. Out: what it gives, in their order. Questions are answered between slices of it. */
import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 10;

export const mapInSlices = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let sliceEndMs = performance.now() + SLICE_MS;
  for (const item of items) {
    results.push(await work(item));
    if (performance.now() < sliceEndMs) continue;
    await nextTurn();
    sliceEndMs = performance.now() + SLICE_MS;
  }
  return results;
};
