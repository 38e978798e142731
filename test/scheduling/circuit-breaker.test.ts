import { describe, expect, test } from 'vitest';
import { createCircuitBreaker } from '../../src/scheduling/circuit-breaker.ts';

const HUNG = new Error('no answer in time');

const openBreaker = () => {
  let nowMs = 0;
  let calls = 0;
  const guard = createCircuitBreaker({ clock: () => nowMs, restMs: 100, isHung: (error) => error === HUNG });
  return {
    answer: () => guard(async () => ++calls),
    fail: (error: unknown) => guard(() => Promise.reject(error)),
    guard,
    calls: () => calls,
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
};

describe('a circuit breaker', () => {
  test('refuses calls for a while after one hung, and then lets them through again', async () => {
    const { answer, fail, calls, wait } = openBreaker();
    await expect(fail(HUNG)).rejects.toBe(HUNG);
    await expect(answer()).rejects.toBe(HUNG);
    expect(calls()).toBe(0);
    wait(100);
    expect(await answer()).toBe(1);
    expect(await answer()).toBe(2);
  });

  test('tries with one call alone whether the server answers again', async () => {
    const { answer, fail, guard, calls, wait } = openBreaker();
    await expect(fail(HUNG)).rejects.toBe(HUNG);
    wait(100);
    const trying = Promise.withResolvers<void>();
    const tried = guard(() => trying.promise);
    await expect(answer()).rejects.toBe(HUNG);
    expect(calls()).toBe(0);
    trying.resolve();
    await tried;
    expect(await answer()).toBe(1);
  });

  test('lets calls through after any other failure', async () => {
    const { answer, fail } = openBreaker();
    await expect(fail(new Error('bad query'))).rejects.toThrow('bad query');
    expect(await answer()).toBe(1);
  });
});
