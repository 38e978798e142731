import { DAY_MS } from './durations.ts';

/** With nothing newer than this many days, articles no longer arrive. */
const LIVE_DAYS = 30;

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);

/** The end of the newest article's day (UTC) if no more arrive: words of time count from there. Null if they do arrive. */
export const archiveEndMs = (newestMs: number, nowMs: number): number | null =>
  dayOf(nowMs) - dayOf(newestMs) <= LIVE_DAYS ? null : (dayOf(newestMs) + 1) * DAY_MS - 1;
