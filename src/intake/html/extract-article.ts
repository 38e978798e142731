/** In: the page of an article. Out: the article without what stands around it. */
import type { Published } from '../../domain/article.ts';
import { cleanLine } from '../../text/clean-text.ts';
import { decodeBytes } from '../feed-formats/decode-bytes.ts';
import { readLanguage, resolveAddress } from '../feed-formats/read-value.ts';
import { personName } from '../person-name.ts';
import type { SourceDocument } from '../source-document.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { findByline } from './find-byline.ts';
import { pageHeadline } from './outlet-suffix.ts';
import { readPageDate } from './page-date.ts';
import { parsePage } from './page-elements.ts';
import { readArticleText } from './read-article-text.ts';
import { type ArticleData, readJsonLd } from './read-json-ld.ts';
import { readPageData } from './read-page-data.ts';
import { type ScannedPage, scanPage } from './scan-page.ts';

/** What a page says about its article; every text clean, null if it says nothing. */
export interface PageArticle {
  readonly title: string | null;
  /** Paragraphs separated by blank lines; never empty. */
  readonly text: string;
  readonly author: string | null;
  readonly published: Published;
  /** Absolute http(s) address. */
  readonly imageUrl: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly siteName: string | null;
}

/** What is more is no article, and takes too long to be read. */
const MAX_ELEMENTS = 50_000;

const line = (text: string | null | undefined): string | null => cleanLine(text ?? '') || null;

/** What structured data leaves open is in the data that the page is drawn from. */
const withDrawn = (told: ArticleData | null, drawn: ArticleData | null): ArticleData | null =>
  told === null || drawn === null
    ? (told ?? drawn)
    : {
        ...told,
        body: drawn.body,
        published: told.published ?? drawn.published,
        author: told.author ?? drawn.author,
      };

/** The first that is a name and no address, one that is not the outlet's before others. */
const firstPerson = (
  names: readonly (string | null | undefined)[],
  outlets: readonly (string | null | undefined)[],
): string | null => {
  const people = names.flatMap((name) => personName(name ?? '') ?? []);
  return people.find((name) => !outlets.includes(name)) ?? people[0] ?? null;
};

const articleIn = (
  scanned: ScannedPage,
  { address, nowMs }: Pick<SourceDocument, 'address' | 'nowMs'>,
): PageArticle | null => {
  if (scanned.elements > MAX_ELEMENTS)
    throw new UnreadableDocument('limit', {
      kind: 'too-many-elements',
      max: MAX_ELEMENTS,
      found: scanned.elements,
    });
  const { metas, headings } = scanned;
  const meta = (...names: string[]): string | null =>
    line(names.map((name) => metas.get(name)).find((value) => line(value) !== null));
  const document = parsePage(scanned.html);
  const headlines = [...headings, meta('og:title') ?? '', scanned.title];
  const told = readJsonLd(scanned.jsonLd, headlines, address);
  const data = told?.body ? told : withDrawn(told, readPageData(scanned.data, headlines));
  const published = readPageDate(scanned, data, document, address, nowMs);
  const siteName =
    meta('og:site_name', 'application-name', 'twitter:app:name:iphone') ?? data?.publisher ?? null;
  const titles = [meta('og:title', 'twitter:title', 'dc.title'), data?.headline, scanned.title, ...headings];
  const outlet = { names: [siteName, data?.publisher, meta('author')], addresses: [address] };
  const byline = findByline(document);
  const authors = [
    meta('author', 'article:author_name', 'dc.creator', 'parsely-author'),
    data?.author,
    byline,
  ];
  const { text, images } = readArticleText(document, headings, data);
  if (text === '') return null;
  return {
    title: pageHeadline(titles, headings, outlet),
    text,
    author: firstPerson(authors, [siteName, data?.publisher]),
    published,
    imageUrl: resolveAddress(
      meta('og:image', 'og:image:url', 'twitter:image') ?? data?.image ?? images[0],
      address,
    ),
    language:
      readLanguage(scanned.language) ??
      readLanguage(meta('og:locale', 'content-language')) ??
      readLanguage(data?.language),
    siteName,
  };
};

/** A page that shows less draws its article by scripts; what stands there without them has to be this much longer. */
const LITTLE_TEXT = 300;
const MUCH_LONGER = 2;

/**
 * Extracts the article. Null if the page holds none; throws `limit` if the page is too large to be parsed
 * safely. Untrusted pages are to be read in a worker (`openParser`).
 */
export const extractArticle = ({ bytes, contentType, ...place }: SourceDocument): PageArticle | null => {
  const html = decodeBytes(bytes, contentType);
  const shown = articleIn(scanPage(html), place);
  const length = shown?.text.length ?? 0;
  if (length >= LITTLE_TEXT || !/<noscript/i.test(html)) return shown;
  const unscripted = articleIn(scanPage(html, false), place);
  return (unscripted?.text.length ?? 0) > Math.max(LITTLE_TEXT, length * MUCH_LONGER) ? unscripted : shown;
};
