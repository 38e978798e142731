import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { createRateLimiter } from '../../src/scheduling/rate-limiter.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('what people do goes first: digests use what it leaves of 50 requests a second', async () => {
  let nowMs = 0;
  const pace = createRateLimiter(() => nowMs);
  for (let request = 0; request < 48; request += 1) pace.count();
  let went = 0;
  for (let digest = 0; digest < 3; digest += 1) void pace.turn().then(() => went++);
  await nextTurn();
  expect(went).toBe(0);
  nowMs = 999;
  await nextTurn();
  expect(went).toBe(0);
  nowMs = 1_000;
  await expect.poll(() => went).toBeGreaterThan(0);
  nowMs = 2_000;
  await expect.poll(() => went).toBe(3);
});

/** When each of 150 digests goes, where what should happen at one moment happens at another. */
const sendMany = async (happens: (atMs: number) => number): Promise<number[]> => {
  let nowMs = 0;
  const pace = createRateLimiter(
    () => nowMs,
    async (ms) => {
      nowMs = happens(nowMs + ms);
    },
  );
  const atMs: number[] = [];
  await Promise.all(Array.from({ length: 150 }, () => pace.turn().then(() => atMs.push(nowMs))));
  return atMs;
};

const most = (atMs: readonly number[], inMs: number): number =>
  Math.max(...atMs.map((start) => atMs.filter((at) => at >= start && at < start + inMs).length));

it.for([
  { machine: 'is never late', happens: (atMs: number) => atMs },
  { machine: 'is late all the time', happens: (atMs: number) => Math.ceil(atMs / 50) * 50 },
])(
  'a machine that $machine sends 48 digests a second, no more in any, and never a burst',
  async ({ happens }) => {
    const atMs = await sendMany(happens);
    expect(atMs.at(-1)).toBeLessThan((150 * 1_000) / 48 + 50);
    expect(most(atMs, 1_000)).toBeLessThanOrEqual(48);
    expect(most(atMs, 50)).toBeLessThanOrEqual(6);
  },
);

it('goes on sending when the clock of the machine is set back', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const pace = createRateLimiter();
  await pace.turn();
  vi.setSystemTime(Date.now() - 3_600_000);
  await pace.turn();
  await pace.turn();
});
