/**
 * Whether time grows with the length of a text alone: eight times the length may take eight times as long, and some more,
 * but not 64 times. Processor time of this process, so that other work on the machine does not count.
 */
import { expect } from 'vitest';

const SHORT = 5_000;
const TIMES = 8;
const MAX_RATIO = 30;
/** Less time than this is not measured well, and too little to matter. */
const FLOOR_US = 4_000;
/** The long text is read first: if it takes less than this, nothing grew, and the short one need not be read. */
const QUICK_US = 60_000;

const once = async (run: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await run();
  return process.cpuUsage(before).user;
};

const leastOfThree = async (run: () => unknown): Promise<number> => {
  const times = [await once(run), await once(run), await once(run)];
  return Math.max(FLOOR_US, Math.min(...times));
};

/** `run` reads a text of about that many characters. `name` is shown if it fails. */
export const expectLinear = async (run: (length: number) => unknown, name = ''): Promise<void> => {
  if ((await once(() => run(SHORT * TIMES))) < QUICK_US) return;
  const short = await leastOfThree(() => run(SHORT));
  const long = await leastOfThree(() => run(SHORT * TIMES));
  expect(long / short, `${name}: eight times the length took so many times as long`).toBeLessThan(MAX_RATIO);
};
