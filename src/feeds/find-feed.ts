/** In: the address of a feed or of a site. Out: the feed, found on the site if it is not the address itself. */

import { DatelineError } from '../domain/errors.ts';
import type { ParsedFeed } from '../domain/feed.ts';
import { describeProblem } from '../domain/reading-problem.ts';
import type { FetchResult, FreshResult } from '../intake/fetch/fetch-result.ts';
import { counted, sentence, spoken, tell } from '../language/message.ts';
import { FEED_TYPES, type FeedSources } from './feed-tools.ts';

export interface FoundFeedDocument {
  /** Where the feed is to be polled. */
  readonly url: string;
  readonly parsed: ParsedFeed;
  readonly result: FreshResult;
}

type Tools = Pick<FeedSources, 'fetch' | 'parse' | 'now'> & {
  /** Called with each thing tried, in words for anyone. */
  readonly onStep?: (text: string) => void;
};

/** Where sites that declare no feed often have one. */
const USUAL_PATHS = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json'];
/** Declared and linked addresses tried; a page may name hundreds. */
const MAX_TRIED = 5;

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

const namesLogin = ({ username, password }: URL): boolean => username !== '' || password !== '';

/** What people typed, without the user name and password of an address in it: nobody is shown those. */
export const withoutTypedLogin = (typed: string): string => {
  const url = URL.parse(typed);
  const at = typed.lastIndexOf('@');
  const isPlain =
    url === null ? !typed.slice(0, Math.max(at, 0)).includes(':') : url.host !== '' && !namesLogin(url);
  return isPlain ? typed : typed.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1');
};

const cleaned = (typed: string): string =>
  typed
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^feed:(\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');

/**
 * What people type, as an address: `example.com` is `https://example.com`. Throws `invalid` for anything else, and for
 * an address with a user name or password: what one reader may read by these would be shown to everybody.
 */
export const readAddress = (typed: string): string => {
  const text = cleaned(typed);
  const url = URL.parse(SCHEME.test(text) ? text : `https://${text}`);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    (!url.hostname.includes('.') && !url.hostname.includes(':') && url.hostname !== 'localhost')
  )
    throw new DatelineError(
      'invalid',
      sentence`Expected the web address of a feed or a site, such as https://example.com/feed; got ${JSON.stringify(withoutTypedLogin(text).slice(0, 100))}.`,
    );
  if (namesLogin(url))
    throw new DatelineError(
      'invalid',
      sentence`Expected the address of a public feed; got one with a user name or password, for ${url.host}. Dateline does not log in: give an address that needs neither.`,
    );
  return url.href;
};

/** What the address answers; if none of the two schemes was typed, by http if not by https. */
const fetchTyped = async (typed: string, tools: Tools): Promise<FetchResult & { readonly asked: string }> => {
  const ask = async (asked: string) => {
    const result = await tools.fetch(asked, { accept: FEED_TYPES });
    tools.onStep?.(`${asked}: ${describeResult(result)}`);
    return { ...result, asked };
  };
  const address = readAddress(typed);
  const result = await ask(address);
  if (result.kind !== 'failed' || SCHEME.test(cleaned(typed))) return result;
  const plain = await ask(address.replace(/^https:/, 'http:'));
  return plain.kind === 'failed' ? result : plain;
};

/** What came, in a few words. */
const describeResult = (result: FetchResult): string => {
  if (result.kind !== 'fresh')
    return result.kind === 'unchanged' ? spoken`nothing has changed` : tell(describeProblem(result.problem));
  const type = result.contentType?.slice(0, 60) ?? spoken`no content type`;
  return result.permanentUrl === null
    ? spoken`${result.bytes.length} bytes, ${type}`
    : spoken`${result.bytes.length} bytes, ${type}, moved permanently to ${result.permanentUrl}`;
};

const fetchFresh = async (url: string, { fetch, onStep }: Tools): Promise<FreshResult | null> => {
  const result = await fetch(url, { accept: FEED_TYPES });
  onStep?.(`${withoutTypedLogin(url)}: ${describeResult(result)}`);
  return result.kind === 'fresh' ? result : null;
};

const documentOf = ({ bytes, contentType, url: address }: FreshResult, { now }: Tools) => ({
  ...{ bytes, contentType, address, nowMs: now() },
});

/** The feed in a document, or null if it is not one. Throws `limit` if reading it takes too much. */
const readFeed = async (result: FreshResult, tools: Tools): Promise<ParsedFeed | null> => {
  try {
    return await tools.parse('feed', documentOf(result, tools));
  } catch (error) {
    if (!(error instanceof DatelineError && error.code === 'invalid')) throw error;
    tools.onStep?.(tell(error.said ?? error.message));
    return null;
  }
};

const tryAddress = async (url: string, tools: Tools): Promise<FoundFeedDocument | null> => {
  const result = await fetchFresh(url, tools);
  const parsed = result && (await readFeed(result, tools));
  return result && parsed ? { url: result.permanentUrl ?? url, parsed, result } : null;
};

/**
 * Finds the feed. A site's page is asked for the feeds it declares or links, then a few usual addresses are tried.
 * Throws `invalid` for what is not an address, `not_found` if there is no feed, `unavailable` if the address
 * gives no answer.
 */
export const findFeed = async (typed: string, tools: Tools): Promise<FoundFeedDocument> => {
  const result = await fetchTyped(typed, tools);
  const address = result.asked;
  if (result.kind !== 'fresh') {
    throw new DatelineError(
      result.kind === 'gone' ? 'not_found' : 'unavailable',
      sentence`${address} could not be read: ${describeResult(result)}.`,
    );
  }
  if (result.bytes.length === 0)
    throw new DatelineError('unavailable', sentence`${address} could not be read: the answer is empty.`);
  const parsed = await readFeed(result, tools);
  if (parsed !== null) return { url: result.permanentUrl ?? address, parsed, result };
  const named = await tools.parse('discover', documentOf(result, tools));
  if (named.length > 0) tools.onStep?.(spoken`the page names ${counted(named.length, 'feed')}`);
  const usual = USUAL_PATHS.map((path) => new URL(path, result.url).href);
  for (const url of new Set([...named.slice(0, MAX_TRIED).map((one) => one.url), ...usual])) {
    const found = await tryAddress(url, tools);
    if (found !== null) return found;
  }
  throw new DatelineError(
    'not_found',
    sentence`${address} is a page without a feed: it names none, and there is none where sites usually have one. Give the address of the feed itself (RSS, Atom or JSON Feed), if the site has one.`,
  );
};
