import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PeriodicTask, startPeriodicTask } from '../../src/scheduling/periodic-task.ts';

/** How the corpus is watched: a look each second, 50 ms after an event, and 200 ms apart at least. */
const POLL_MS = 1_000;
const EVENT_MS = 50;
const REST_MS = 200;

let periodicTask: PeriodicTask;
/** When it ran, in milliseconds since the test began. */
let ranAtMs: number[];
/** How long the task takes. */
let takesMs: number;
let fails: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  const startMs = performance.now();
  ranAtMs = [];
  takesMs = 10;
  fails = false;
  periodicTask = startPeriodicTask({
    minRestMs: REST_MS,
    task: async (signal) => {
      ranAtMs.push(performance.now() - startMs);
      await new Promise<void>((done) => {
        setTimeout(done, takesMs);
        signal.addEventListener('abort', () => done());
      });
      if (fails) throw new Error('out of reach');
      return POLL_MS;
    },
    onError: () => 5 * POLL_MS,
  });
});
afterEach(async () => {
  await periodicTask.close();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('looks as soon as it is asked to, and again before a second is over', async () => {
  periodicTask.request(EVENT_MS);
  await pass(2_200);
  expect(ranAtMs).toEqual([50, 1_060, 2_070]);
});

test('an event brings the next look forward, but never closer than the rest', async () => {
  periodicTask.request(0);
  await pass(10);
  periodicTask.request(EVENT_MS);
  await pass(400);
  periodicTask.request(EVENT_MS);
  await pass(100);
  expect(ranAtMs).toEqual([0, 210, 460]);
});

test('what happens during a look is looked at after it', async () => {
  takesMs = 300;
  periodicTask.request(0);
  await pass(100);
  periodicTask.request(EVENT_MS);
  await pass(500);
  expect(ranAtMs).toEqual([0, 500]);
});

test('goes on after a look that failed', async () => {
  fails = true;
  periodicTask.request(0);
  await pass(5_100);
  expect(ranAtMs).toEqual([0, 5_010]);
});

test('ends a look that is under way, and looks no more', async () => {
  takesMs = 60_000;
  periodicTask.request(0);
  await pass(10);
  await periodicTask.close();
  periodicTask.request(0);
  await pass(5_000);
  expect(ranAtMs).toEqual([0]);
});
