/** In: the text of a JSON document. Out: the JSON Feed (1.0 or 1.1) in it, or null if it holds none. */
import { parseJsonFeed } from 'feedsmith';
import type { FeedEntry, ParsedFeed } from '../../domain/feed.ts';
import { withoutLogin } from '../../domain/web-address.ts';
import { cleanLine } from '../../text/clean-text.ts';
import { htmlToText, plainToText } from '../html/html-to-text.ts';
import { notInFuture, readDate, showsDayFirst } from '../parse-date.ts';
import { parseJson } from '../parse-json.ts';
import type { EntryContext } from './read-entry.ts';
import { pageOf, readLanguage, readLoose, resolveAddress } from './read-value.ts';

type JsonFeed = ReturnType<typeof parseJsonFeed>;
type JsonItem = NonNullable<JsonFeed['items']>[number];

const line = (text: string | undefined): string | null => cleanLine(text ?? '') || null;

const names = (authors: JsonItem['authors']): string | null =>
  authors?.flatMap(({ name, url }) => line(name) ?? line(url) ?? []).join(', ') || null;

const readItem = (
  item: JsonItem,
  feed: JsonFeed,
  { base, isDayFirst, nowMs, onUnknownZone }: Omit<EntryContext, 'author' | 'language' | 'siteUrl'>,
): FeedEntry => {
  const language = readLanguage(item.language);
  const written = String(item.date_published ?? item.date_modified ?? '');
  const date = readDate(written, { language: language ?? readLanguage(feed.language), isDayFirst });
  if (date.unknownZone !== null) onUnknownZone(date.unknownZone);
  const html = htmlToText(item.content_html ?? '');
  const texts = [html.text, plainToText(item.content_text ?? ''), readLoose(item.summary ?? '').text];
  const picture = [item.image, item.banner_image, ...html.images].map((image) => resolveAddress(image, base));
  return {
    id: item.id ?? null,
    title: line(readLoose(item.title ?? '').text),
    url: pageOf(resolveAddress(item.url, base) ?? resolveAddress(item.external_url, base)),
    published: notInFuture(date.published, nowMs),
    author: names(item.authors) ?? names(feed.authors),
    outlet: null,
    text: texts.find((text) => text !== '') ?? '',
    tags: [...new Set(item.tags?.flatMap((tag) => line(tag) ?? []))].slice(0, 30),
    imageUrl: withoutLogin(picture.find((address) => address !== null) ?? null),
    language,
  };
};

/** Reads a JSON Feed. `address` is where it was fetched from; empty for a file. */
export const readJsonFeed = (json: string, address: string, nowMs: number): ParsedFeed | null => {
  let feed: JsonFeed;
  const parsed = parseJson(json);
  if (!parsed.ok) return null;
  try {
    feed = parseJsonFeed(parsed.value);
  } catch {
    return null;
  }
  const base = address || resolveAddress(feed.feed_url, '') || resolveAddress(feed.home_page_url, '') || '';
  const zones = new Set<string>();
  const isDayFirst = showsDayFirst(json);
  const context = { base, isDayFirst, nowMs, onUnknownZone: (zone: string) => zones.add(zone) };
  const entries = (feed.items ?? []).map((item) => readItem(item, feed, context));
  return {
    kind: 'json',
    title: line(readLoose(feed.title ?? '').text),
    siteUrl: resolveAddress(feed.home_page_url, base),
    language: readLanguage(feed.language),
    ttlMinutes: null,
    skipHours: [],
    unknownZones: [...zones],
    entries,
  };
};
