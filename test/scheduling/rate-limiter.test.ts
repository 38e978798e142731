import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { createRateLimiter } from '../../src/scheduling/rate-limiter.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('what people do goes first: digests use what it leaves of 50 requests a second', async () => {
  let nowMs = 0;
  const pace = createRateLimiter(() => nowMs);
  for (let request = 0; request < 47; request += 1) pace.count();
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

it('no second sees more than 47 of many digests', async () => {
  let nowMs = 0;
  const pace = createRateLimiter(() => nowMs);
  const atMs: number[] = [];
  const all = Array.from({ length: 150 }, () => pace.turn().then(() => atMs.push(nowMs)));
  const clock = setInterval(() => {
    nowMs += 7;
  }, 0);
  await Promise.all(all);
  clearInterval(clock);
  for (const start of atMs)
    expect(atMs.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(47);
});

it('goes on sending when the clock of the machine is set back', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const pace = createRateLimiter();
  await pace.turn();
  vi.setSystemTime(Date.now() - 3_600_000);
  await pace.turn();
  await pace.turn();
});
