/** In: what a poll brought and when. Out: when the next one is due. Pure. */
import { hash } from 'node:crypto';
import { DAY_MS, HOUR_MS } from '../domain/durations.ts';

const MINUTE_MS = 60_000;

/** Between two polls of a feed whose publisher asks for nothing. */
const DEFAULT_INTERVAL_MS = 15 * MINUTE_MS;
/** What a publisher may ask for: no more often, no more seldom. */
const MIN_INTERVAL_MS = 5 * MINUTE_MS;
const MAX_INTERVAL_MS = 6 * HOUR_MS;

export interface PublisherWishes {
  readonly ttlMinutes: number | null;
  /** `Cache-Control: max-age` of the answer. */
  readonly maxAgeMs: number | null;
  /** 0–23, UTC. */
  readonly skipHours: readonly number[];
}

/** A number from 0 to 1 that depends on the address alone; evenly spread over all addresses. */
const spread = (url: string): number => hash('sha256', url, 'buffer').readUInt32BE(0) / 2 ** 32;

/** The interval a publisher wishes, within bounds. A cache's age only makes it longer. */
export const pollInterval = ({ ttlMinutes, maxAgeMs }: PublisherWishes): number => {
  const wished = Math.max(ttlMinutes === null ? DEFAULT_INTERVAL_MS : ttlMinutes * MINUTE_MS, maxAgeMs ?? 0);
  return Math.min(MAX_INTERVAL_MS, Math.max(MIN_INTERVAL_MS, wished));
};

/** The first moment from `atMs` on that is not in an hour to be skipped; `atMs` if every hour is. */
const afterSkipped = (atMs: number, skipHours: readonly number[]): number => {
  if (new Set(skipHours).size >= 24) return atMs;
  let moment = atMs;
  while (skipHours.includes(new Date(moment).getUTCHours()))
    moment = (Math.floor(moment / HOUR_MS) + 1) * HOUR_MS;
  return moment === atMs ? atMs : moment + (atMs % HOUR_MS);
};

/**
 * When to poll after a success. Each feed has its own place in the interval, which its address decides, so that a
 * thousand feeds added at once come to be polled evenly; the first wait is half to one and a half intervals.
 */
export const nextPoll = (url: string, nowMs: number, wishes: PublisherWishes): number => {
  const interval = pollInterval(wishes);
  const place = Math.floor(spread(url) * interval);
  const turn = Math.ceil((nowMs + interval / 2 - place) / interval);
  return afterSkipped(turn * interval + place, wishes.skipHours);
};

/** When to poll after the n-th failure in a row: 15 minutes, doubled each time, up to a day; later if asked. */
export const nextRetry = (
  url: string,
  nowMs: number,
  failures: number,
  retryAfterMs: number | null,
): number => {
  const backOff = Math.min(DAY_MS, DEFAULT_INTERVAL_MS * 2 ** Math.min(failures - 1, 10));
  const wait = Math.min(DAY_MS, Math.max(backOff, retryAfterMs ?? 0));
  return Math.round(nowMs + wait * (1 + spread(url) / 10));
};
