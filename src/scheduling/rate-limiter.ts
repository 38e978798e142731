/**
 * In: a request to send. Out: a promise that resolves when it may be sent: so that all requests of the bot together stay within Discord's
 * 50 a second, people's first, and digests use all that is left.
 */
import { setTimeout as delay } from 'node:timers/promises';

/** Discord's limit for a bot (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit). */
const REQUESTS_A_SECOND = 50;
/** Left free for what people do next, and for requests that are longer on their way than those behind them. */
const RESERVE = 2;
const MOST = REQUESTS_A_SECOND - RESERVE;
const WINDOW_MS = 1_000;
/** Evenly spread: bursts that meet on the way would pass the limit although each was within it. */
export const APART_MS = WINDOW_MS / MOST;
/** Requests that are late follow each other somewhat faster: this many together, which is no burst yet. */
const TOGETHER = 6;
const TOGETHER_MS = 0.6 * TOGETHER * APART_MS;
/** Timers are late, and a busy machine holds up what sends: this much of it is made up for. */
export const MADE_UP_MS = 200;

export interface RateLimiter {
  /** Counts a request made for a person. */
  count(): void;
  /** Resolves when a digest's request may go; first come, first served. */
  turn(): Promise<void>;
}

/** `now` is the clock of the requests, not of the schedules: one that nobody can set back; `pause` waits by it. */
export const createRateLimiter = (
  now: () => number = () => performance.now(),
  pause: (ms: number) => Promise<unknown> = delay,
): RateLimiter => {
  let sent: number[] = [];
  let last: Promise<void> = Promise.resolve();
  let dueMs = 0;
  /** When the last of this many requests may go, by the first of them. */
  const since = (count: number, apartMs: number): number =>
    sent.length < count ? Number.NEGATIVE_INFINITY : sent.at(-count)! + apartMs;
  const freeMs = (): number => {
    sent = sent.filter((atMs) => now() - atMs < WINDOW_MS);
    return Math.max(dueMs, since(TOGETHER, TOGETHER_MS), since(MOST, WINDOW_MS));
  };
  const wait = async (): Promise<void> => {
    for (let waitMs = freeMs() - now(); waitMs > 0; waitMs = freeMs() - now())
      await pause(Math.max(1, waitMs));
    dueMs = Math.max(dueMs + APART_MS, now() - MADE_UP_MS);
    sent.push(now());
  };
  return {
    count: () => {
      sent.push(now());
    },
    turn: () => {
      last = last.then(wait);
      return last;
    },
  };
};
