/** In: an address from outside. Out: the document behind it, fetched within limits and only from allowed networks. */

import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { MAX_DOCUMENT_BYTES } from '../../domain/document-size.ts';
import type { ReadingProblem } from '../../domain/reading-problem.ts';
import { createCookieJar } from './cookie-jar.ts';
import { describeFailure, failed } from './describe-failure.ts';
import type { FetchOptions, FetchResult, SafeFetch } from './fetch-result.ts';
import { guardedConnector } from './guarded-connector.ts';
import type { NetworkPolicy } from './network-policy.ts';
import { readBody } from './read-body.ts';
import { maxAgeMs, readLocation, retryAfterMs } from './response-headers.ts';

export interface FetcherConfig {
  readonly network: NetworkPolicy;
  /** Sent with each request; says who asks and how to reach them (`userAgent`). */
  readonly userAgent: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Largest body, both as sent and decompressed. Default 10 MB. */
  readonly maxBytes?: number;
  /** For everything from the first lookup to the last byte, redirects included. Default 20 s. */
  readonly timeoutMs?: number;
  /** How names are resolved; the system's resolver if absent. Its answers are checked in any case. */
  readonly lookup?: LookupFunction;
}

export interface Fetcher {
  readonly fetch: SafeFetch;
  /** Ends what is under way and closes every connection. */
  readonly close: () => Promise<void>;
}

const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const PERMANENT = new Set([301, 308]);
const REDIRECT = new Set([301, 302, 303, 307, 308]);

/** The bot's `User-Agent`: its name and version and, if the operator gave one, an address to complain to. */
export const userAgent = (version: string, contact: string | null): string =>
  `Dateline/${version} (news feed reader${contact === null ? '' : `; +${contact}`})`;

/** Why an address may not even be tried, or null. */
const refuseUrl = (url: URL | null, network: NetworkPolicy): ReadingProblem | null => {
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return { kind: 'scheme' };
  if (url.username !== '' || url.password !== '') return { kind: 'login' };
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return network.allowsPort(port) ? null : { kind: 'port', port };
};

const requestHeaders = (
  config: FetcherConfig,
  { validators, accept }: FetchOptions,
  cookie: string | null,
): Record<string, string> => ({
  'user-agent': config.userAgent,
  accept: accept ?? '*/*',
  'accept-encoding': 'gzip, deflate, br',
  ...(cookie === null ? {} : { cookie }),
  ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
  ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
});

const header = ({ headers }: Dispatcher.ResponseData, name: string): string | null => {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? null;
};

const headers = ({ headers }: Dispatcher.ResponseData, name: string): readonly string[] =>
  [headers[name] ?? []].flat();

/** Reads what is left of an answer nobody wants, so that its connection can serve the next request. */
const discard = ({ body }: Dispatcher.ResponseData, signal: AbortSignal): void => {
  body.dump({ limit: 64 * 1024, signal }).catch(() => {});
};

/** Opens a fetcher with its own connections. */
export const openFetcher = (config: FetcherConfig): Fetcher => {
  const timeoutMs = config.timeoutMs ?? TIMEOUT_MS;
  const maxBytes = config.maxBytes ?? MAX_DOCUMENT_BYTES;
  const lookup = config.lookup ?? (systemLookup as unknown as LookupFunction);
  const dispatcher = new Agent({
    connect: guardedConnector(config.network, lookup, timeoutMs),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    pipelining: 1,
  });

  const readAnswer = async (
    response: Dispatcher.ResponseData,
    url: string,
    permanentUrl: string | null,
  ): Promise<FetchResult> => {
    const reached = { url, permanentUrl, maxAgeMs: maxAgeMs(header(response, 'cache-control')) };
    const { statusCode: status } = response;
    if (status >= 200 && status < 300) {
      const bytes = await readBody(response.body, header(response, 'content-encoding') ?? '', maxBytes);
      const validators = { etag: header(response, 'etag'), lastModified: header(response, 'last-modified') };
      return { kind: 'fresh', ...reached, bytes, contentType: header(response, 'content-type'), validators };
    }
    if (status === 304) return { kind: 'unchanged', ...reached };
    if (status === 410) return { kind: 'gone', url, problem: { kind: 'removed' } };
    const wait = retryAfterMs(header(response, 'retry-after'), config.now());
    return failed(url, 'bad_status', { kind: 'status', status }, { status, retryAfterMs: wait });
  };

  const follow = async (
    address: string,
    options: FetchOptions,
    signal: AbortSignal,
  ): Promise<FetchResult> => {
    let url = URL.parse(address);
    let permanentUrl: string | null = null;
    let onlyPermanent = true;
    const cookies = createCookieJar(config.now);
    for (let hops = 0; ; hops++) {
      const refusal = refuseUrl(url, config.network);
      if (url === null || refusal !== null)
        return failed(
          url?.href ?? address,
          hops === 0 ? 'invalid_address' : 'refused',
          refusal ?? { kind: 'scheme' },
        );
      const sent = requestHeaders(config, options, cookies.headerFor(url));
      const response = await request(url, { dispatcher, signal, headers: sent });
      cookies.keep(url, headers(response, 'set-cookie'));
      const location = REDIRECT.has(response.statusCode) ? (headers(response, 'location')[0] ?? null) : null;
      try {
        if (location === null) return await readAnswer(response, url.href, permanentUrl);
      } finally {
        discard(response, signal);
      }
      if (hops === MAX_REDIRECTS)
        return failed(url.href, 'too_many_redirects', { kind: 'redirects', max: hops });
      onlyPermanent &&= PERMANENT.has(response.statusCode);
      url = URL.parse(readLocation(location), url);
      if (onlyPermanent) permanentUrl = url?.href ?? null;
    }
  };

  return {
    fetch: async (url, options = {}) => {
      const deadline = AbortSignal.timeout(timeoutMs);
      const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
      return follow(url, options, signal).catch((error) => describeFailure(url, error, timeoutMs));
    },
    close: () => dispatcher.destroy(),
  };
};
