/** Lengths of time in milliseconds. A day is 24 hours here, whatever a time zone's clock does. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;
