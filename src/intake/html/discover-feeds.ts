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
/** What such a link is called; a longer text is not read. */
const FEED_LABEL = /\b(?:rss|atom|feed)\b/i;
const MAX_LABEL = 40;
/** White space around it included. */
const READ_LABEL = 400;
const MAX_FOUND = 20;

/** Feeds the page declares, those of comments last; after them, links that look like feeds. No address twice. */
export const discoverFeeds = ({ bytes, contentType, address }: SourceDocument): FoundFeed[] => {
  const declared: FoundFeed[] = [];
  const comments: FoundFeed[] = [];
  const linked: FoundFeed[] = [];
  let base = address;
  let open: { readonly found: FoundFeed; label: string } | null = null;
  walkHtml(decodeBytes(bytes, contentType), {
    onOpen(name, { href, rel, type, title }) {
      if (name === 'base') base = resolveAddress(href, address) ?? base;
      const url = name === 'link' || name === 'a' ? resolveAddress(href, base) : null;
      if (url === null) return;
      const found = { url, title: title?.trim() || null };
      if (name === 'link' && /\b(alternate|feed)\b/i.test(rel ?? '') && FEED_TYPE.test(type ?? ''))
        (/comment/i.test(`${title} ${url}`) ? comments : declared).push(found);
      else if (name === 'a' && linked.length < MAX_FOUND) open = { found, label: '' };
    },
    onText(text) {
      if (open !== null && open.label.length < READ_LABEL) open.label += text;
    },
    onClose(name) {
      if (name !== 'a' || open === null) return;
      const { found, label } = open;
      open = null;
      const isCalled = label.trim().length <= MAX_LABEL && FEED_LABEL.test(`${label} ${found.title ?? ''}`);
      if (isCalled || FEED_PATH.test(URL.parse(found.url)?.pathname ?? '')) linked.push(found);
    },
  });
  const byUrl = Map.groupBy([...declared, ...comments, ...linked], ({ url }) => url);
  return [...byUrl.values()].slice(0, MAX_FOUND).map(([first]) => first!);
};
