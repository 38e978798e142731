/** Rows of at most thirteen values: below SQLite's limit of 32,766 bound values, and the event loop is not held for long. */
const BATCH = 500;

/** The items in order, `size` at a time. */
export const inBatches = function* <T>(items: readonly T[], size = BATCH): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
};
