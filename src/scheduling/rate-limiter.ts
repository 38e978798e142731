/**
 * In: a request to send. Out: a promise that resolves when it may be sent: so that all requests of the bot together stay within Discord's
 * 50 a second, people's first, and digests use all that is left.
 */
import { setTimeout as delay } from 'node:timers/promises';

/** Discord's limit for a bot (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit). */
const REQUESTS_A_SECOND = 50;
/** Left free for what people do next. */
const RESERVE = 3;
const WINDOW_MS = 1_000;
/** Evenly spread: bursts that meet on the way would pass the limit although each was within it. */
export const APART_MS = WINDOW_MS / (REQUESTS_A_SECOND - RESERVE);

export interface RateLimiter {
  /** Counts a request made for a person. */
  count(): void;
  /** Resolves when a digest's request may go; first come, first served. */
  turn(): Promise<void>;
}

/** `now` is the clock of the requests, not of the schedules: one that nobody can set back. */
export const createRateLimiter = (now: () => number = () => performance.now()): RateLimiter => {
  let sent: number[] = [];
  let last: Promise<void> = Promise.resolve();
  const recent = (): number => {
    sent = sent.filter((atMs) => now() - atMs < WINDOW_MS);
    return sent.length;
  };
  let nextMs = 0;
  const wait = async (): Promise<void> => {
    while (now() < nextMs || recent() >= REQUESTS_A_SECOND - RESERVE) {
      const fullMs = recent() >= REQUESTS_A_SECOND - RESERVE ? sent[0]! + WINDOW_MS - now() : 0;
      await delay(Math.max(1, nextMs - now(), fullMs));
    }
    // Timers are late. The time lost is made up for, except while no request was waiting.
    nextMs = Math.max(nextMs + APART_MS, now() - APART_MS);
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
