/**
 * In: the wish to send. Out: the moment when it may go: so that all requests of the bot together stay within Discord's
 * 50 a second, people's first, and digests use all that is left.
 */
import { setTimeout as delay } from 'node:timers/promises';

/** Discord's limit for a bot (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit). */
const REQUESTS_A_SECOND = 50;
/** Left free for what people do next. */
const RESERVE = 3;
const WINDOW_MS = 1_000;

export interface Pace {
  /** Counts a request made for a person. */
  count(): void;
  /** Resolves when a digest's request may go; first come, first served. */
  turn(): Promise<void>;
}

/** `now` is the clock of the requests, not of the schedules. */
export const createPace = (now: () => number = Date.now): Pace => {
  let sent: number[] = [];
  let last: Promise<void> = Promise.resolve();
  const recent = (): number => {
    sent = sent.filter((atMs) => now() - atMs < WINDOW_MS);
    return sent.length;
  };
  const wait = async (): Promise<void> => {
    while (recent() >= REQUESTS_A_SECOND - RESERVE) await delay(Math.max(1, sent[0]! + WINDOW_MS - now()));
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
