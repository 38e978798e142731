/** In: a way to write several rows in one transaction. Out: a way to write one row, with those that come at the same time. */
import { setTimeout as delay } from 'node:timers/promises';

/** Rows that come within this many milliseconds are written together: each transaction costs a sync to disk. */
const BATCH_MS = 20;

/** Resolves when the row is written; rejects for every row of a batch that could not be. */
export const createBatchWriter = <Row>(
  writeAll: (rows: readonly Row[]) => Promise<void>,
): ((row: Row) => Promise<void>) => {
  let batch: Row[] = [];
  let written: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    await delay(BATCH_MS);
    const rows = batch;
    batch = [];
    await writeAll(rows);
  };
  return (row) => {
    if (batch.push(row) === 1) written = write();
    return written;
  };
};
