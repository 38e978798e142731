/** In: an entry of a feed and, if it was fetched, its page. Out: the article it makes. */
import type { ArticleDraft } from '../domain/article.ts';
import type { Feed, FeedEntry, ParsedFeed } from '../domain/feed.ts';
import type { PageArticle } from '../intake/html/extract-article.ts';
import { dropLines, isFurnitureLine } from '../intake/html/furniture-lines.ts';
import { withoutCut, withoutOutlet } from '../intake/html/outlet-suffix.ts';
import { languageOfText } from '../text/language-of-text.ts';

/** Below this many characters an entry's text is taken for a summary: news articles are rarely shorter. */
const SUMMARY_CHARS = 1_000;
/** How a text ends that goes on elsewhere. */
const CUT_OFF =
  /(…|\.\.\.|\[\s*(…|\.\.\.|&hellip;)\s*\]|(read|see) (more|on)\W*|continue reading\W*|weiterlesen\W*|lire la suite\W*)\s*$/i;
const MAX_TITLE_CHARS = 100;

/** Whether the entry has only the beginning or the gist of its article. */
export const isSummary = ({ text }: FeedEntry): boolean =>
  text.length < SUMMARY_CHARS || CUT_OFF.test(text.slice(-60));

/** A title for an entry without one: how its text begins, cut between words. */
const titleFromText = (text: string): string | null => {
  const [line = ''] = text.replace(/^• /, '').split('\n');
  if (line.length <= MAX_TITLE_CHARS) return line || null;
  const cut = line.slice(0, MAX_TITLE_CHARS);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), MAX_TITLE_CHARS / 2))
    .trimEnd()
    .toWellFormed()}…`;
};

/** The entry's title without the name of its feed or site, whole if the feed cut it and the page does not. */
const entryTitle = (
  { title, url, outlet: outletName }: FeedEntry,
  feed: Feed,
  parsed: ParsedFeed,
  page: PageArticle | null,
): string | null => {
  if (title === null) return null;
  const names = [outletName, feed.name, parsed.title, page?.siteName];
  const outlet = { names, addresses: [url, parsed.siteUrl] };
  const whole = page?.title == null ? null : withoutOutlet(page.title, outlet);
  return withoutCut(withoutOutlet(title, outlet), whole);
};

/** What its articles name as their origin. */
export const originOf = ({ id }: Feed): string => `feed:${id}`;

/**
 * The article of that key. The fuller of the two texts is its body; what the entry does not say is taken from the page, and its
 * language from the text if none of them names one, or only English.
 */
export const entryDraft = (
  feed: Feed,
  parsed: ParsedFeed,
  entry: FeedEntry,
  key: string,
  page: PageArticle | null,
): ArticleDraft => {
  const text = dropLines(entry.text, isFurnitureLine) || entry.text;
  const body = page !== null && page.text.length > text.length ? page.text : text;
  const named = entryTitle(entry, feed, parsed, page) ?? page?.title ?? titleFromText(body);
  const title = named ?? entry.url ?? entry.id ?? feed.name;
  return {
    key,
    givenId: entry.id,
    title,
    url: entry.url,
    source: entry.outlet ?? feed.name,
    author: entry.author ?? page?.author ?? null,
    published: entry.published ?? page?.published ?? null,
    body: body || title,
    language: languageOfText(entry.language ?? parsed.language ?? page?.language ?? null, body),
    tags: entry.tags,
    imageUrl: entry.imageUrl ?? page?.imageUrl ?? null,
    origin: originOf(feed),
  };
};
