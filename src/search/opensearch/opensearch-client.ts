/**
 * In: the address of an OpenSearch. Out: a client of it. The only module that names `@opensearch-project/opensearch`, and
 * the place where its errors become messages that say what to do.
 */
import { Client, errors } from '@opensearch-project/opensearch';
import { DatelineError } from '../../domain/errors.ts';

/** Writing many documents may take long; a timeout is tried again as often as a lost connection. */
const REQUEST_TIMEOUT_MS = 30_000;

/** For what somebody waits for: a search takes a hundredth of that. One more try, since proxies end idle connections. */
export const SOON = { requestTimeout: 5_000, maxRetries: 1 } as const;

export type OpenSearchClient = Client;

const BLOCKED =
  'it takes nothing new, since its disk is nearly full or someone set a block. Free some space, or raise its disk watermarks; if that is not it, remove the block (index.blocks, cluster.blocks)';
const NOT_SECURE =
  'it does not encrypt, as SEARCH_URL has it. Begin the address with http://, or set up TLS there';
const HUNG_UP =
  'it ended the connection without an answer, as when it restarts. If that goes on, it may ask for encryption: begin SEARCH_URL with https://';
const UNTRUSTED =
  'its certificate is not trusted. Name the authority that issued it in a file (NODE_EXTRA_CA_CERTS=ca.pem), and use the host that it was issued for in SEARCH_URL';

const NO_OPENSEARCH = 'what answers there is no OpenSearch. Correct SEARCH_URL';

/** What errors ask of an operator: by what they say, by their HTTP status, or by their name. */
const REMEDIES: Readonly<Record<string, string>> = {
  ConnectionError: 'nothing answers there. Start OpenSearch, or correct host and port in SEARCH_URL',
  TimeoutError: 'it does not answer in time. Check its load and the network',
  NoLivingConnectionsError: 'nothing answers there. Start OpenSearch, or correct host and port in SEARCH_URL',
  DeserializationError: NO_OPENSEARCH,
  401: 'it refuses user or password. Correct them in SEARCH_URL',
  403: 'this user may not do that. Permit it to make and write indexes named dateline-*',
  404: 'its index was deleted, and is made anew within seconds. Ask again then',
  429: 'it has too much to do. Give it more memory, or wait',
  500: 'something failed there. Look at its log',
  502: 'what stands before it does not reach it. Check that',
  503: 'it is not ready. Wait until its cluster is at least yellow',
  504: 'what stands before it does not reach it in time. Check its load and the network',
};

/** Looked for first, in what the error says. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/(cluster|index_create)_block_exception/, BLOCKED],
  [/certificate|altnames/i, UNTRUSTED],
  [/wrong version number|packet length too long/i, NOT_SECURE],
  [/socket hang up/i, HUNG_UP],
];

const remedyOf = (status: number | null, name: string, said: string): string | undefined =>
  SAID.find(([pattern]) => pattern.test(said))?.[1] ?? REMEDIES[String(status ?? name)];

const unavailable = (remedy: string, cause: unknown): DatelineError =>
  new DatelineError('unavailable', `OpenSearch cannot be used: ${remedy}.`, { cause });

/** Whether nothing came back in time. */
export const isHung = (error: unknown): boolean =>
  error instanceof errors.TimeoutError || (error instanceof DatelineError && isHung(error.cause));

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
    if (error instanceof DatelineError) throw error;
    const { name, message } = error as Error;
    const remedy = remedyOf(statusOf(error), name, message);
    throw remedy === undefined ? error : unavailable(remedy, error);
  }
};

/** The oldest that was read about, and what is tried here is newer. */
const OLDEST = [2, 10] as const;

interface Server {
  readonly version?: { readonly distribution?: string; readonly number?: string };
}

/** @throws DatelineError `unavailable` if it is no OpenSearch, or too old. */
export const checkServer = async (client: OpenSearchClient): Promise<void> => {
  const { body } = await explaining(
    client.info({}, SOON).catch((error: unknown) => {
      if (statusOf(error) === 404) throw unavailable(NO_OPENSEARCH, error);
      throw error;
    }),
  );
  const { distribution, number = '' } = (body as Server).version ?? {};
  if (distribution !== 'opensearch') throw unavailable(NO_OPENSEARCH, undefined);
  const [major = 0, minor = 0] = number.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new DatelineError(
      'unavailable',
      `Dateline needs OpenSearch ${OLDEST.join('.')} or later; SEARCH_URL leads to version ${number}. Nothing was changed.`,
    );
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
  return new Client({ node: url, requestTimeout: REQUEST_TIMEOUT_MS, maxRetries: 1 });
};
