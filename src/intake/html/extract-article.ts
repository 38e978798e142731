/** In: the page of an article. Out: the article without what stands around it. */
import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import type { Published } from '../../domain/article.ts';
import { DatelineError } from '../../domain/errors.ts';
import { cleanLine } from '../../text/clean-text.ts';
import { decodeBytes } from '../feeds/decode-bytes.ts';
import { readLanguage, resolveAddress } from '../feeds/read-value.ts';
import { notInFuture, parseDate } from '../parse-date.ts';
import type { SourceDocument } from '../source-document.ts';
import { htmlToText } from './html-to-text.ts';

/** What a page says about its article; every text clean, null where it says nothing. */
export interface PageArticle {
  readonly title: string | null;
  /** Paragraphs parted by blank lines; never empty. */
  readonly text: string;
  readonly author: string | null;
  readonly published: Published;
  /** Absolute http(s) address. */
  readonly imageUrl: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly siteName: string | null;
}

/** linkedom takes 0.35 s for 500 nested elements and over 40 s for 5,000; no real page comes near. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 50_000;

const isTooDeep = (html: string): boolean => {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag() {
      deepest = Math.max(deepest, ++depth);
      if (deepest > MAX_DEPTH) parser.pause();
    },
    onclosetag() {
      depth--;
    },
  });
  parser.write(html);
  return deepest > MAX_DEPTH;
};

const line = (text: string | null | undefined): string | null => cleanLine(text ?? '') || null;

/**
 * Extracts the article. Null where the page holds none; throws `limit` where the page is too deep or too large to
 * be parsed safely. Untrusted pages are to be read in a worker (`openParser`).
 */
export const extractArticle = ({
  bytes,
  contentType,
  address,
  nowMs,
}: SourceDocument): PageArticle | null => {
  const html = decodeBytes(bytes, contentType);
  if (isTooDeep(html)) throw new DatelineError('limit', `the page nests more than ${MAX_DEPTH} elements`);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const meta = (name: string): string | null =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? null;
  const picture = meta('og:image') ?? meta('twitter:image');
  const date =
    meta('article:published_time') ?? document.querySelector('time[datetime]')?.getAttribute('datetime');
  const article = new Readability(document, { maxElemsToParse: MAX_ELEMENTS }).parse();
  const { text, images } = htmlToText(article?.content ?? '');
  if (!article || text === '') return null;
  return {
    title: line(article.title),
    text,
    author: line(article.byline),
    published: notInFuture(parseDate(article.publishedTime ?? date ?? ''), nowMs),
    imageUrl: resolveAddress(picture ?? images[0], address),
    language: readLanguage(article.lang),
    siteName: line(article.siteName),
  };
};
