/**
 * In: the address of an OpenSearch. Out: a client of it. The only module that names `@opensearch-project/opensearch`, and
 * the place where its errors become messages that say what to do.
 */
import { Client, errors } from '@opensearch-project/opensearch';
import { DatelineError } from '../../domain/errors.ts';

const REQUEST_TIMEOUT_MS = 30_000;

export type OpenSearchClient = Client;

/** What errors ask of an operator. */
const REMEDIES: Readonly<Record<string, string>> = {
  ConnectionError: 'nothing answers there. Start OpenSearch, or correct host and port in SEARCH_URL',
  TimeoutError: 'it does not answer in time. Check its load and the network',
  NoLivingConnectionsError: 'nothing answers there. Start OpenSearch, or correct host and port in SEARCH_URL',
  401: 'it refuses user or password. Correct them in SEARCH_URL',
  403: 'this user may not do that, or the disk is nearly full. Permit it to make and write indexes named dateline-*, and check the disk',
  404: 'its index was deleted, and is made anew within seconds. Ask again then',
  429: 'it has too much to do. Give it more memory, or wait',
  503: 'it is not ready. Wait until its cluster is at least yellow',
};

/** The HTTP status that an error came with, or null. */
export const statusOf = (error: unknown): number | null =>
  error instanceof errors.ResponseError ? (error.statusCode ?? null) : null;

/** The work, with errors that have a remedy as a `DatelineError` (`unavailable`). */
export const explaining = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const { name } = error as Error;
    const remedy = REMEDIES[String(statusOf(error) ?? name)];
    if (remedy === undefined) throw error;
    throw new DatelineError('unavailable', `OpenSearch cannot be used: ${remedy}.`, { cause: error });
  }
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
