/** In: whatever a request threw. Out: a `failed` result in words for the reader and for the operator. */
import type { FetchFailure, FetchResult } from './fetch-result.ts';
import { RefusedAddressError } from './guarded-connector.ts';
import { EncodingError, TooLargeError } from './read-body.ts';

const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name could not be resolved just now',
  ECONNREFUSED: 'the server refused the connection',
  ECONNRESET: 'the server broke the connection off',
  UND_ERR_SOCKET: 'the server broke the connection off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_HEADERS_OVERFLOW: 'the server sent too many headers',
  CERT_HAS_EXPIRED: "the server's certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another name",
};

/** A `failed` result without an answer from the server. */
export const failed = (
  url: string,
  reason: FetchFailure,
  message: string,
  detail = message,
): FetchResult => ({
  kind: 'failed',
  url,
  reason,
  message,
  detail,
  status: null,
  retryAfterMs: null,
});

/** The errors a failure is made of: itself, its causes, and the parts of an `AggregateError`. */
const causes = (error: unknown, depth = 0): Error[] => {
  if (!(error instanceof Error) || depth > 4) return [];
  const parts = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...parts].flatMap((part) => causes(part, depth + 1))];
};

const TIMEOUT = /^(TimeoutError|AbortError|ConnectTimeoutError|HeadersTimeoutError|BodyTimeoutError)$/;

/** Puts a thrown error into words. Unknown errors are `unreachable`; nothing of theirs reaches `message`. */
export const describeFailure = (url: string, error: unknown, timeoutMs: number): FetchResult => {
  const errors = causes(error);
  const detail = errors.map(({ name, message }) => `${name}: ${message}`).join(' ← ') || String(error);
  const refused = errors.find((one) => one instanceof RefusedAddressError);
  if (refused) return failed(url, 'refused', refused.message, detail);
  const large = errors.find((one) => one instanceof TooLargeError);
  if (large) return failed(url, 'too_large', large.message, detail);
  if (errors.some((one) => one instanceof EncodingError))
    return failed(url, 'bad_encoding', 'the answer is not compressed the way it says', detail);
  if (errors.some(({ name }) => TIMEOUT.test(name)))
    return failed(url, 'timeout', `no complete answer within ${timeoutMs / 1000} s`, detail);
  const code = errors
    .map((one) => (one as NodeJS.ErrnoException).code ?? '')
    .find((one) => one in UNREACHABLE);
  return failed(url, 'unreachable', UNREACHABLE[code ?? ''] ?? 'the server could not be reached', detail);
};
