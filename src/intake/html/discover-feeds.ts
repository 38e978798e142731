/** In: a page of a site. Out: the addresses of the feeds it names. */
import { decodeBytes } from '../feed-formats/decode-bytes.ts';
import { resolveAddress } from '../feed-formats/read-value.ts';
import type { SourceDocument } from '../source-document.ts';
import { walkHtml } from './walk-html.ts';

export interface FoundFeed {
  /** Absolute http(s) address. */
  readonly url: string;
  /** The link's title, or null. */
  readonly title: string | null;
}

const FEED_TYPE = /^\s*(application|text)\/((rss|atom|rdf|feed)\+(xml|json)|xml|json)/i;
const FEED_PATH = /(^|[/._?=&-])(rss|atom|feed|feeds|index\.xml|rdf)([/._?=&-]|$)/i;
const MAX_FOUND = 20;

/** Feeds the page declares, those of comments last; after them, links that look like feeds. No address twice. */
export const discoverFeeds = ({ bytes, contentType, address }: SourceDocument): FoundFeed[] => {
  const declared: FoundFeed[] = [];
  const comments: FoundFeed[] = [];
  const linked: FoundFeed[] = [];
  let base = address;
  walkHtml(decodeBytes(bytes, contentType), {
    onOpen(name, { href, rel, type, title }) {
      if (name === 'base') base = resolveAddress(href, address) ?? base;
      const url = name === 'link' || name === 'a' ? resolveAddress(href, base) : null;
      if (url === null) return;
      const found = { url, title: title?.trim() || null };
      if (name === 'link' && /\b(alternate|feed)\b/i.test(rel ?? '') && FEED_TYPE.test(type ?? ''))
        (/comment/i.test(`${title} ${url}`) ? comments : declared).push(found);
      else if (name === 'a' && linked.length < MAX_FOUND && FEED_PATH.test(URL.parse(url)?.pathname ?? ''))
        linked.push(found);
    },
    onText: () => {},
    onClose: () => {},
  });
  const all = [...declared, ...comments, ...linked];
  return all
    .filter(({ url }, index) => all.findIndex((one) => one.url === url) === index)
    .slice(0, MAX_FOUND);
};
