/** In: header values as sent. Out: the times they name, in milliseconds, and the address. */

/** `Retry-After` (seconds or a date) as a wait from `nowMs`, never negative; null if it says nothing. */
export const retryAfterMs = (value: string | null, nowMs: number): number | null => {
  if (value === null) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
};

/** `Cache-Control: max-age`, or null if there is none or caching is forbidden. */
export const maxAgeMs = (cacheControl: string | null): number | null => {
  if (cacheControl === null || /no-(store|cache)/i.test(cacheControl)) return null;
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(cacheControl)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
};

/** `Location`, whose bytes are UTF-8 as browsers read them; others stay bytes, percent-encoded. */
export const readLocation = (value: string): string => {
  if (!/^[^\u0100-\uffff]*$/.test(value) || !/[\x80-\xff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  }
};
