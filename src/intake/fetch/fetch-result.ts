/** What came of a request: the four outcomes of `SafeFetch`, all values, none thrown. */
import type { ReadingProblem } from '../../domain/reading-problem.ts';

/** What a server said to recognise this version of a document again. */
interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Why a request failed. */
export type FetchFailure =
  | 'invalid_address'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'
  | 'bad_status'
  | 'bad_encoding';

interface Reached {
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Where the document has moved permanently (only 301 and 308 on the way), or null if it has not. */
  readonly permanentUrl: string | null;
  /** `Cache-Control: max-age`, or null. */
  readonly maxAgeMs: number | null;
}

/** A document: `bytes` are decompressed, at most the fetcher's `maxBytes`. */
export interface FreshResult extends Reached {
  readonly kind: 'fresh';
  readonly bytes: Uint8Array;
  /** The `Content-Type` header as sent, or null. */
  readonly contentType: string | null;
  readonly validators: Validators;
}

/** 304: the version known by the validators is still the current one. */
export interface UnchangedResult extends Reached {
  readonly kind: 'unchanged';
}

export type FetchResult =
  | FreshResult
  | UnchangedResult
  /** 410: it was removed permanently. */
  | { readonly kind: 'gone'; readonly url: string; readonly problem: ReadingProblem }
  | {
      readonly kind: 'failed';
      readonly url: string;
      readonly reason: FetchFailure;
      /** What came instead of the document. */
      readonly problem: ReadingProblem;
      /** The cause in the words of the system, for the operator's log. */
      readonly detail: string;
      /** The HTTP status, or null if no answer came. */
      readonly status: number | null;
      /** How long the server asked to be left alone (`Retry-After`), or null. */
      readonly retryAfterMs: number | null;
    };

export interface FetchOptions {
  /** Makes the request conditional. */
  readonly validators?: Validators;
  /** The `Accept` header; any type if absent. */
  readonly accept?: string;
  /** Ends the request early, as a `timeout` failure. */
  readonly signal?: AbortSignal;
}

/** Fetches an http(s) document within every limit. Never throws and never rejects. */
export type SafeFetch = (url: string, options?: FetchOptions) => Promise<FetchResult>;
