/** In: entries and how the site behaves, to be changed at any time. Out: a site on 127.0.0.1 with a feed and its pages. */
import { serveLoopback } from '../intake/loopback-server.ts';

export interface SiteEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly published?: string;
  /** On its page; none if it is not given. */
  readonly paragraphs?: readonly string[];
}

export interface NewsSite {
  readonly origin: string;
  /** Newest first. */
  entries: SiteEntry[];
  /** Where the feed is. Anyone who asks elsewhere is redirected permanently. */
  feedPath: string;
  /** An HTTP status for the feed in place of the feed. */
  trouble: number | null;
  /** True: the feed's first byte never comes. */
  slow: boolean;
  /** Paths asked for so far. */
  readonly asked: () => string[];
}

const item = (origin: string, { slug, title, summary, published }: SiteEntry): string =>
  `<item><guid isPermaLink="false">${slug}</guid><title>${title}</title><link>${origin}/${slug}</link><description>${summary}</description>${published ? `<pubDate>${published}</pubDate>` : ''}</item>`;

const page = ({ title, paragraphs = [] }: SiteEntry): string =>
  `<!doctype html><title>${title}</title><nav>Home Sport Weather</nav><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article><footer>Imprint</footer>`;

const FEED_PATHS = ['/feed', '/moved/feed'];

export const openNewsSite = async (entries: SiteEntry[]): Promise<NewsSite> => {
  const { origin, requests } = await serveLoopback((request, response) => {
    const path = request.url ?? '';
    const entry = site.entries.find(({ slug }) => path === `/${slug}`);
    if (path === '/')
      return response.end(`<link rel="alternate" type="application/rss+xml" href="${site.feedPath}">`);
    if (entry) return response.setHeader('content-type', 'text/html').end(page(entry));
    if (path === '/feeds.opml')
      return response.end(
        `<opml version="2.0"><body><outline type="rss" text="The Loopback Post" xmlUrl="${origin}${site.feedPath}"/><outline type="rss" text="Elsewhere" xmlUrl="ftp://example.com/feed"/></body></opml>`,
      );
    if (!FEED_PATHS.includes(path)) return response.writeHead(404).end();
    if (path !== site.feedPath) return response.writeHead(301, { location: site.feedPath }).end();
    if (site.slow) return;
    if (site.trouble !== null) return response.writeHead(site.trouble).end();
    const items = site.entries.map((one) => item(origin, one)).join('');
    return response
      .setHeader('content-type', 'application/rss+xml')
      .end(
        `<rss version="2.0"><channel><title>The Loopback Post</title><language>en</language>${items}</channel></rss>`,
      );
  });
  const site: NewsSite = {
    origin,
    entries,
    feedPath: FEED_PATHS[0]!,
    trouble: null,
    slow: false,
    asked: () => requests.map(({ url }) => url ?? ''),
  };
  return site;
};
