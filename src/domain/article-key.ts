/** In: what is known of an article's identity. Out: its key, the same each time the same article comes in. */
import type { ArticleDraft } from './article.ts';
import { textHash } from './text-hash.ts';
import { campaignFree, isTracking as isCampaign, withoutLogin } from './web-address.ts';

/** A link into a page: the address of the page, and what in it is meant. */
export interface PageAddress {
  /** See `canonicalUrl`. */
  readonly page: string;
  /** Without `#`; null if there is none, or it names a campaign. */
  readonly fragment: string | null;
}

/** The page and the fragment an address leads to, or null if it is not an absolute http(s) address. */
export const pageAddress = (address: string): PageAddress | null => {
  const page = canonicalUrl(address);
  const fragment = URL.parse(address)?.hash.slice(1) ?? '';
  const names = fragment.split('&').map((part) => part.split('=', 1)[0]!);
  const isTracking = fragment.includes('=') && names.every(isCampaign);
  return page === null ? null : { page, fragment: fragment === '' || isTracking ? null : fragment };
};

/** Not by an expression: each slash of many within a path would be tried as the last. */
const withoutSlashes = (path: string): string => {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
};

/**
 * The address two links to the same page share: host in lower case, no fragment, default port, tracking parameter,
 * user name or trailing slash, and the query in order. Null if the text is not an absolute http(s) address.
 */
export const canonicalUrl = (address: string): string | null => {
  const given = URL.parse(withoutLogin(address));
  if (given === null || (given.protocol !== 'http:' && given.protocol !== 'https:')) return null;
  const url = campaignFree(given);
  url.searchParams.sort();
  const query = url.searchParams.size === 0 ? '' : `?${url.searchParams}`;
  return `${url.protocol}//${url.host}${withoutSlashes(url.pathname)}${query}`;
};

/** What an article is known by. `place`: it is all of a file, one in the list that a file holds, or in a feed. */
export interface ArticleIdentity extends Pick<ArticleDraft, 'origin' | 'givenId' | 'url' | 'title' | 'body'> {
  readonly place: 'file' | 'list' | 'feed';
}

/**
 * The article's key: `<origin>#<id>` if it was given an id, else `url:<canonical address>`, else `<origin>@` for a
 * file, `<origin>@<hash of title>` in a list, and `content:<hash of title and body>` in a feed. Never depends on a date,
 * nor on where in the list it stands.
 */
export const articleKey = ({ origin, givenId, url, title, body, place }: ArticleIdentity): string => {
  if (givenId !== null) return `${origin}#${givenId}`;
  const canonical = url === null ? null : canonicalUrl(url);
  if (canonical !== null) return `url:${canonical}`;
  if (place === 'file') return `${origin}@`;
  return place === 'list' ? `${origin}@${textHash(title)}` : `content:${textHash(`${title}\n${body}`)}`;
};
