import { setImmediate as nextRound } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFairQueue } from '../../src/scheduling/fair-queue.ts';

describe('turns', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());
  const rounds = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round++) await nextRound();
  };

  it('come one in a round, in order', async () => {
    const turns = createFairQueue();
    const had: number[] = [];
    for (const one of [1, 2, 3]) void turns.take().then(() => had.push(one));
    await rounds(2);
    expect(had.length).toBeLessThan(3);
    await rounds(5);
    expect(had).toEqual([1, 2, 3]);
  });

  it('wait for what goes ahead of them, failed or not', async () => {
    const turns = createFairQueue();
    const { promise, reject } = Promise.withResolvers<never>();
    const ahead = turns.ahead(promise);
    let hadTurn = false;
    void turns.take().then(() => {
      hadTurn = true;
    });
    await rounds(5);
    await vi.advanceTimersByTimeAsync(500);
    expect(hadTurn).toBe(false);
    reject(new Error('refused'));
    await expect(ahead).rejects.toThrow('refused');
    await vi.advanceTimersByTimeAsync(20);
    await rounds(5);
    expect(hadTurn).toBe(true);
  });

  it('wait for 2 s on end and no longer', async () => {
    const turns = createFairQueue();
    void turns.ahead(new Promise(() => {}));
    let had = 0;
    for (let one = 0; one < 3; one++) void turns.take().then(() => had++);
    await rounds(5);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(had).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    await rounds(10);
    expect(had).toBe(3);
  });
});
