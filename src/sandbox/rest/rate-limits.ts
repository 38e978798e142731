/** Requests in; Discord's rate-limit headers and refusals out. Numbers are Discord's documented or widely observed ones. */

export interface RateLimitVerdict {
  headers: Record<string, string>;
  /** Set when the request is refused. */
  refusal?: { retryAfterMs: number; scope: 'user' | 'shared'; global: boolean };
}

/** 50 requests per second for the whole bot; what an interaction's token may do is exempt, the first response from all limits. */
const GLOBAL = { limit: 50, windowMs: 1000 };

/** Requests each bucket takes per window; a bucket is one route with one channel, server or webhook. */
const BUCKETS: Record<string, { limit: number; windowMs: number }> = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 1000 },
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { limit: 1, windowMs: 250 },
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': { limit: 10, windowMs: 3_600_000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2000 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': { limit: 5, windowMs: 2000 },
  'PUT /applications/{application_id}/commands': { limit: 5, windowMs: 20_000 },
};
const OTHER = { limit: 50, windowMs: 1000 };

/** 10,000 requests answered 401, 403 or 429 within 10 minutes get an address banned. */
const INVALID = { limit: 10_000, windowMs: 600_000 };

interface Bucket {
  left: number;
  resetAt: number;
}

export interface RateLimits {
  /** Counts the request and says whether it may pass. `major` is the id the bucket belongs to. */
  check(key: string, major: string): RateLimitVerdict;
  /** Notes how a request was answered, for the count of invalid ones. */
  answered(status: number): void;
  banned(): boolean;
}

export function createRateLimits(now: () => number): RateLimits {
  const buckets = new Map<string, Bucket>();
  const global: Bucket = { left: GLOBAL.limit, resetAt: 0 };
  const invalid: Bucket = { left: INVALID.limit, resetAt: 0 };
  return {
    check(key, major) {
      if (key.includes('/interactions/')) return { headers: {} };
      if (!key.includes('/webhooks/') && !take(global, GLOBAL, now())) {
        return {
          headers: {},
          refusal: { retryAfterMs: global.resetAt - now(), scope: 'user', global: true },
        };
      }
      const rule = BUCKETS[key] ?? OTHER;
      sweep(buckets, now());
      const name = `${key}:${major}`;
      const bucket = buckets.getOrInsertComputed(name, () => ({ left: rule.limit, resetAt: 0 }));
      const passes = take(bucket, rule, now());
      const headers = headersOf(key, rule.limit, bucket, now());
      if (passes) return { headers };
      return { headers, refusal: { retryAfterMs: bucket.resetAt - now(), scope: 'user', global: false } };
    },
    answered(status) {
      if (status === 401 || status === 403 || status === 429) take(invalid, INVALID, now());
    },
    banned: () => invalid.left <= 0 && invalid.resetAt > now(),
  };
}

function take(bucket: Bucket, rule: { limit: number; windowMs: number }, at: number): boolean {
  if (at >= bucket.resetAt) {
    bucket.left = rule.limit;
    bucket.resetAt = at + rule.windowMs;
  }
  if (bucket.left <= 0) return false;
  bucket.left -= 1;
  return true;
}

const KEPT_BUCKETS = 20_000;

function sweep(buckets: Map<string, Bucket>, at: number): void {
  if (buckets.size < KEPT_BUCKETS) return;
  for (const [name, bucket] of buckets) if (bucket.resetAt <= at) buckets.delete(name);
}

function headersOf(key: string, limit: number, bucket: Bucket, at: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(bucket.left),
    'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': (Math.max(0, bucket.resetAt - at) / 1000).toFixed(3),
    'x-ratelimit-bucket': hashOf(key),
  };
}

/** Any short stable name will do; Discord's are hashes of the route. */
function hashOf(key: string): string {
  let hash = 0;
  for (const char of key) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
