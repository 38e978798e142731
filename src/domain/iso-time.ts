/** In: epoch milliseconds. Out: the moment in UTC as ISO 8601 writes it, to the day, the minute or the second. */
const iso = (ms: number): string => new Date(ms).toISOString();

/** `2024-03-26`. */
export const isoDay = (ms: number): string => iso(ms).slice(0, 10);

/** `2024-03-26T12:00Z`. */
export const isoMinute = (ms: number): string => `${iso(ms).slice(0, 16)}Z`;

/** `2024-03-26T12:00:00Z`. */
export const isoSecond = (ms: number): string => `${iso(ms).slice(0, 19)}Z`;
