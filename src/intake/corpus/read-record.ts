/** In: one article as some file or program wrote it (any JSON object, or front matter). Out: a draft, or a reason. */
import type { ArticleDraft, Published } from '../../domain/article.ts';
import { articleKey } from '../../domain/article-key.ts';
import { cleanLine, cleanText } from '../../text/clean-text.ts';
import { detectLanguage } from '../../text/detect-language.ts';
import { htmlToText } from '../html/html-to-text.ts';
import { parseDate } from '../parse-date.ts';
import { titleFromBody } from './title-from-body.ts';

/** Where a record stands. */
export interface RecordPlace {
  /** The file's name, relative to the corpus. */
  readonly file: string;
  /** It is all of the file, or one in its list. */
  readonly place: 'file' | 'list';
}

export type RecordResult =
  | { readonly ok: true; readonly draft: ArticleDraft }
  | { readonly ok: false; readonly reason: string };

/** The names each field goes by, the usual first; case, `_` and `-` aside. */
const NAMES = {
  id: ['id', 'guid', 'uuid', 'articleid'],
  title: ['title', 'headline', 'name'],
  url: ['url', 'link', 'permalink', 'canonicalurl', 'weburl', 'externalurl', 'href'],
  source: ['source', 'outlet', 'publisher', 'publication', 'site', 'sitename', 'sourcename', 'domain'],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  published: [
    'published',
    'date',
    'publishedat',
    'publisheddate',
    'publishdate',
    'datepublished',
    'publicationdate',
    'pubdate',
    'publishedtime',
    'timestamp',
    'time',
    'createdat',
  ],
  body: ['body', 'content', 'text', 'articlebody', 'fulltext', 'maintext', 'contenttext', 'article', 'story'],
  summary: ['description', 'summary', 'abstract'],
  language: ['language', 'lang', 'locale'],
  tags: ['tags', 'keywords', 'categories', 'category', 'topics', 'section'],
  image: ['image', 'imageurl', 'urltoimage', 'thumbnail', 'topimage'],
} as const;

type Fields = ReadonlyMap<string, unknown>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, number, or what an object holds of it (`{"name": …}`, `{"rendered": …}`, `{"url": …}`); null where there is none. */
const asText = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (isObject(value))
    return asText(value.name) ?? asText(value.rendered) ?? asText(value.url) ?? asText(value.id);
  return null;
};

/** The first of the field's names that holds something `read` can use. */
const pick = <T>(fields: Fields, names: readonly string[], read: (value: unknown) => T | null): T | null => {
  for (const name of names) {
    const value = read(fields.get(name));
    if (value !== null) return value;
  }
  return null;
};

const asLine = (value: unknown): string | null => {
  const text = asText(value);
  return text === null ? null : cleanLine(text) || null;
};

const asList = (value: unknown): string[] | null => {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;]/) : [];
  const lines = items.map(asLine).filter((line) => line !== null);
  return lines.length === 0 ? null : [...new Set(lines)];
};

const asAddress = (value: unknown): string | null => {
  const url = URL.parse(asText(value)?.trim() ?? '');
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
};

/** Text, or a list of paragraphs; verbatim but for unsafe characters. */
const asBody = (value: unknown): string | null => {
  const text = Array.isArray(value) ? value.map(asText).filter(Boolean).join('\n\n') : asText(value);
  const clean = cleanText(text ?? '');
  return clean.trim() === '' ? null : clean;
};

/** Paragraphs and the like as programs write them into JSON; an inline tag alone may be what a text is about. */
const MARKUP = /<\/(?:p|div|li|h[1-6]|blockquote|section|article|figure)\s*>|<br\s*\/?>/i;
const IN_TITLE = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);|<\/[a-z]\w*>/i;

const asMarkup = (value: unknown): string | null => {
  const written = asBody(value);
  return written === null || !MARKUP.test(written) ? written : htmlToText(written).text.trim() || null;
};

const asTitle = (value: unknown): string | null => {
  const line = asLine(value);
  return line === null || !IN_TITLE.test(line) ? line : cleanLine(htmlToText(line).text) || line;
};

/** Epoch numbers past this are milliseconds, below it seconds (it is the year 5138 in seconds, 1973 in milliseconds). */
const SECONDS_LIMIT = 100_000_000_000;

const asDate = (value: unknown): Published => {
  if (typeof value !== 'number') return typeof value === 'string' ? parseDate(value) : null;
  const date = new Date(Math.abs(value) < SECONDS_LIMIT ? value * 1000 : value);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
};

const asLanguage = (value: unknown): string | null =>
  asText(value)
    ?.trim()
    .toLowerCase()
    .match(/^[a-z]{2}(?![a-z])/)?.[0] ?? null;

const asAuthor = (value: unknown): string | null =>
  Array.isArray(value) ? value.map(asLine).filter(Boolean).join(', ') || null : asLine(value);

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** Makes a draft of fields under any of their usual names. A body has to be there; all else can be absent. */
export const readRecord = (value: unknown, { file, place }: RecordPlace): RecordResult => {
  if (!isObject(value))
    return { ok: false, reason: 'expected an article as an object with a title and a body' };
  const fields: Fields = new Map(
    Object.entries(value).map(([name, field]) => [name.toLowerCase().replace(/[_-]/g, ''), field]),
  );
  const isJson = /\.jsonl?(?:\.gz)?$/i.test(file);
  const readBody = isJson ? asMarkup : asBody;
  const body = pick(fields, NAMES.body, readBody) ?? pick(fields, NAMES.summary, readBody);
  if (body === null) return { ok: false, reason: 'no body (looked for body, content, text and the like)' };
  const url = pick(fields, NAMES.url, asAddress);
  const givenId = pick(fields, NAMES.id, asLine);
  const language = pick(fields, NAMES.language, asLanguage) ?? detectLanguage(body);
  const title = pick(fields, NAMES.title, isJson ? asTitle : asLine) ?? titleFromBody(body, language);
  const origin = `file:${file}`;
  return {
    ok: true,
    draft: {
      key: articleKey({ origin, givenId, url, title, body, place }),
      givenId,
      title,
      url,
      source: pick(fields, NAMES.source, asLine) ?? (url === null ? file.split('/').at(-1)! : hostOf(url)),
      author: pick(fields, NAMES.author, asAuthor),
      published: pick(fields, NAMES.published, asDate),
      body,
      language,
      tags: pick(fields, NAMES.tags, asList) ?? [],
      imageUrl: pick(fields, NAMES.image, asAddress),
      origin,
    },
  };
};
