/**
 * In: the address of an OpenSearch. Out: a client of it. The only module that names `@opensearch-project/opensearch`, and
 * the place where its errors become messages that say what to do.
 */
import { Client, errors } from '@opensearch-project/opensearch';
import { DatelineError } from '../../domain/errors.ts';

const REQUEST_TIMEOUT_MS = 30_000;

export type OpenSearchClient = Client;

const BLOCKED =
  'it takes nothing new, since its disk is nearly full or someone set a block. Free some space, or raise its disk watermarks; if that is not it, remove the block (index.blocks, cluster.blocks)';
const NOT_SECURE =
  'it and SEARCH_URL do not agree on encryption. Begin the address with https:// if it asks for TLS, with http:// if it does not';
const UNTRUSTED =
  'its certificate is not trusted. Name the authority that issued it in a file (NODE_EXTRA_CA_CERTS=ca.pem), and use the host that it was issued for in SEARCH_URL';

/** What errors ask of an operator: by what they say, by their HTTP status, or by their name. */
const REMEDIES: Readonly<Record<string, string>> = {
  ConnectionError: 'nothing answers there. Start OpenSearch, or correct host and port in SEARCH_URL',
  TimeoutError: 'it does not answer in time. Check its load and the network',
  NoLivingConnectionsError: 'nothing answers there. Start OpenSearch, or correct host and port in SEARCH_URL',
  DeserializationError: 'what answers there is no OpenSearch. Correct SEARCH_URL',
  401: 'it refuses user or password. Correct them in SEARCH_URL',
  403: 'this user may not do that. Permit it to make and write indexes named dateline-*',
  404: 'its index was deleted, and is made anew within seconds. Ask again then',
  429: 'it has too much to do. Give it more memory, or wait',
  502: 'what stands before it does not reach it. Check that',
  503: 'it is not ready. Wait until its cluster is at least yellow',
  504: 'what stands before it does not reach it in time. Check its load and the network',
};

/** Looked for first, in what the error says. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/cluster_block_exception/, BLOCKED],
  [/certificate|altnames/i, UNTRUSTED],
  [/wrong version number|packet length too long|socket hang up/i, NOT_SECURE],
];

const remedyOf = (status: number | null, name: string, said: string): string | undefined =>
  SAID.find(([pattern]) => pattern.test(said))?.[1] ?? REMEDIES[String(status ?? name)];

const unavailable = (remedy: string, cause: unknown): DatelineError =>
  new DatelineError('unavailable', `OpenSearch cannot be used: ${remedy}.`, { cause });

/** The HTTP status that an error came with, or null. */
export const statusOf = (error: unknown): number | null =>
  error instanceof errors.ResponseError ? (error.statusCode ?? null) : null;

/** Whether the index is there, and the document is not. */
export const lacksDocument = (error: unknown): boolean =>
  error instanceof errors.ResponseError && error.body?.found === false;

/** The work, with errors that have a remedy as a `DatelineError` (`unavailable`). */
export const explaining = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const { name, message } = error as Error;
    const remedy = remedyOf(statusOf(error), name, message);
    throw remedy === undefined ? error : unavailable(remedy, error);
  }
};

export interface FailedItem {
  readonly status: number;
  readonly error?: { readonly type?: string; readonly reason?: string };
}

/** Why OpenSearch did not take one of several documents. */
export const explainItem = ({ status, error: { type = '', reason = '' } = {} }: FailedItem): Error => {
  const cause = new Error(`${status} ${type}: ${reason}`);
  const remedy = remedyOf(status, '', type);
  return remedy === undefined
    ? new Error('OpenSearch did not take an article', { cause })
    : unavailable(remedy, cause);
};

/**
 * Connects when it is first used; end it with `close()`.
 * @throws DatelineError `invalid` if it is not an address. The message never holds it, since it may have a password.
 */
export const openSearchClient = (url: string): OpenSearchClient => {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new DatelineError(
      'invalid',
      'SEARCH_URL is not the address of an OpenSearch. Expected https://user:password@host:9200.',
    );
  return new Client({ node: url, requestTimeout: REQUEST_TIMEOUT_MS, maxRetries: 2 });
};
