/** In: whatever a request threw. Out: a `failed` result, for the reader and for the operator. */
import { describeProblem, type PlainProblem, type ReadingProblem } from '../../domain/reading-problem.ts';
import { languageOf } from '../../language/languages.ts';
import { tell } from '../../language/message.ts';
import type { FetchFailure, FetchResult } from './fetch-result.ts';
import { RefusedAddressError } from './guarded-connector.ts';
import { EncodingError, TooLargeError } from './read-body.ts';

const UNREACHABLE: Readonly<Record<string, PlainProblem>> = {
  ENOTFOUND: 'no-host',
  EAI_AGAIN: 'unresolved',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-lost',
  UND_ERR_SOCKET: 'connection-lost',
  EHOSTUNREACH: 'host-unreachable',
  ENETUNREACH: 'network-unreachable',
  UND_ERR_HEADERS_OVERFLOW: 'too-many-headers',
  CERT_HAS_EXPIRED: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
};

type Failed = Extract<FetchResult, { readonly kind: 'failed' }>;

/** A `failed` result, without an answer from the server if nothing `more` is said. The log is in English. */
export const failed = (
  url: string,
  reason: FetchFailure,
  problem: ReadingProblem,
  more: Partial<Pick<Failed, 'detail' | 'status' | 'retryAfterMs'>> = {},
): FetchResult => ({
  kind: 'failed',
  url,
  reason,
  problem,
  detail: tell(describeProblem(problem), languageOf('en')),
  status: null,
  retryAfterMs: null,
  ...more,
});

/** The errors a failure is made of: itself, its causes, and the parts of an `AggregateError`. */
const causes = (error: unknown, depth = 0): Error[] => {
  if (!(error instanceof Error) || depth > 4) return [];
  const parts = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...parts].flatMap((part) => causes(part, depth + 1))];
};

const TIMEOUT = /^(TimeoutError|AbortError|ConnectTimeoutError|HeadersTimeoutError|BodyTimeoutError)$/;

/** Names what was thrown. Unknown errors are `unreachable`; nothing of theirs is shown to readers. */
export const describeFailure = (url: string, error: unknown, timeoutMs: number): FetchResult => {
  const errors = causes(error);
  const detail = errors.map(({ name, message }) => `${name}: ${message}`).join(' ← ') || String(error);
  const refused = errors.find((one) => one instanceof RefusedAddressError);
  if (refused) return failed(url, 'refused', refused.problem, { detail });
  const large = errors.find((one) => one instanceof TooLargeError);
  if (large) return failed(url, 'too_large', large.problem, { detail });
  if (errors.some((one) => one instanceof EncodingError))
    return failed(url, 'bad_encoding', { kind: 'bad-encoding' }, { detail });
  if (errors.some(({ name }) => TIMEOUT.test(name)))
    return failed(url, 'timeout', { kind: 'timeout', seconds: timeoutMs / 1000 }, { detail });
  const code = errors
    .map((one) => (one as NodeJS.ErrnoException).code ?? '')
    .find((one) => one in UNREACHABLE);
  return failed(url, 'unreachable', { kind: UNREACHABLE[code ?? ''] ?? 'unreachable' }, { detail });
};
