/** In: the `application/ld+json` scripts of a page. Out: the article they describe. */
import { cleanLine } from '../../text/clean-text.ts';
import { htmlToText, plainToText } from './html-to-text.ts';

/** What schema.org data says of an article; null if it says nothing. */
export interface ArticleData {
  readonly headline: string | null;
  /** Clean text, paragraphs separated by blank lines. */
  readonly body: string | null;
  readonly description: string | null;
  /** Dates as written. */
  readonly published: string | null;
  readonly created: string | null;
  readonly modified: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly image: string | null;
  readonly language: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** Values looked at in all scripts of a page, and articles among them. */
const MAX_VALUES = 5_000;
const MAX_ARTICLES = 50;
/** Where one thing leads to another that is the page's own; lists of other articles are not followed. */
const FOLLOWED = ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf'] as const;
const ARTICLE =
  /(?:^|[/:])(?:(?:\w*Article)|(?:\w*Posting)|Report|Review|AnalysisNewsArticle|CreativeWork|Recipe|WebPage|ItemPage|AboutPage)$/;
const WEB_PAGE = /Page$/;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const tryParse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** The slips of hand-written scripts: comments around, line breaks in strings, commas before a bracket, escaping. */
const parseLoosely = (written: string): unknown => {
  const script = written.replace(/<!\[CDATA\[|\]\]>/g, ' ');
  const start = script.search(/[[{]/);
  const end = Math.max(script.lastIndexOf('}'), script.lastIndexOf(']'));
  if (start === -1 || end < start) return undefined;
  const json = script.slice(start, end + 1);
  const mended = (text: string): string =>
    text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(?= ?[\]}])/g, '');
  return (
    tryParse(json) ??
    tryParse(mended(json)) ??
    (json.includes('&quot;') ? tryParse(mended(htmlToText(json).text)) : undefined)
  );
};

const typesOf = (thing: Json): string[] => [thing['@type']].flat().filter((type) => typeof type === 'string');

/** Every article in the scripts, in order. */
const findArticles = (scripts: readonly string[]): Json[] => {
  const found: Json[] = [];
  const queue: unknown[] = scripts.map(parseLoosely);
  for (let at = 0; at < Math.min(queue.length, MAX_VALUES) && found.length < MAX_ARTICLES; at++) {
    const value = queue[at];
    if (Array.isArray(value)) for (const one of value) queue.push(one);
    else if (isObject(value)) {
      if (typesOf(value).some((type) => ARTICLE.test(type))) found.push(value);
      for (const key of FOLLOWED) if (typeof value[key] === 'object') queue.push(value[key]);
    }
  }
  return found;
};

const line = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? cleanLine(htmlToText(value.slice(0, 20_000)).text) || null : null;
};

/** A text, or what an object or the first item of a list names itself. */
const nameOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.map(nameOf).find((name) => name !== null) ?? null;
  if (!isObject(value)) return line(value);
  return line(value.name) ?? line(value['@value']);
};

const authorsOf = (value: unknown): string | null =>
  [
    ...new Set(
      [value]
        .flat()
        .slice(0, 20)
        .flatMap((one) => nameOf(one) ?? []),
    ),
  ].join(', ') || null;

const imageOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.map(imageOf).find((image) => image !== null) ?? null;
  return isObject(value) ? (line(value.url) ?? line(value.contentUrl)) : line(value);
};

const TAG = /<\/?[a-z][^<>]*>/i;

/** The article's text, from HTML or with a line a paragraph. */
const bodyOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.flatMap((part) => bodyOf(part) ?? []).join('\n\n') || null;
  if (isObject(value)) return bodyOf(value['@value']);
  if (typeof value !== 'string') return null;
  const text = TAG.test(value) ? htmlToText(value).text : plainToText(value);
  return (
    text
      .split(/\n+/)
      .map((paragraph) => cleanLine(paragraph))
      .filter(Boolean)
      .join('\n\n') || null
  );
};

const plain = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isWebPage = (thing: Json): boolean => typesOf(thing).some((type) => WEB_PAGE.test(type));

const updatesOf = (thing: Json): unknown[] =>
  [thing.liveBlogUpdate].flat().map((update) => (isObject(update) ? update.articleBody : null));

const readThing = (thing: Json): ArticleData => ({
  headline: line(thing.headline) ?? line(thing.name),
  body:
    bodyOf(thing.articleBody) ?? bodyOf(updatesOf(thing)) ?? (isWebPage(thing) ? null : bodyOf(thing.text)),
  description: line(thing.description),
  published: line(thing.datePublished),
  created: line(thing.dateCreated) ?? line(thing.uploadDate),
  modified: line(thing.dateModified),
  author: authorsOf(thing.author ?? thing.creator),
  publisher: nameOf(thing.publisher) ?? nameOf(thing.sourceOrganization),
  image: imageOf(thing.image) ?? imageOf(thing.thumbnailUrl),
  language: line(thing.inLanguage),
});

/**
 * The article that the page is about: the one with the page's headline, else the first that is more than a web page;
 * what it leaves open is taken from the page's own data. Null if there is none.
 */
export const readJsonLd = (scripts: readonly string[], headlines: readonly string[]): ArticleData | null => {
  const wanted = new Set(headlines.map(plain).filter(Boolean));
  const things = findArticles(scripts).map((thing) => {
    const data = readThing(thing);
    return { data, isPage: isWebPage(thing), isNamed: wanted.has(plain(data.headline)) };
  });
  const rank = ({ data, isPage, isNamed }: (typeof things)[number]): number =>
    (isNamed ? 4 : 0) + (data.body === null ? 0 : 2) + (isPage ? 0 : 1);
  const [best] = things.toSorted((a, b) => rank(b) - rank(a));
  if (best === undefined) return null;
  const page = things.find(({ isPage }) => isPage)?.data ?? best.data;
  const isSure = best.isNamed || things.filter(({ data }) => data.body !== null).length === 1;
  return {
    ...best.data,
    body: isSure ? best.data.body : null,
    published: best.data.published ?? page.published,
    modified: best.data.modified ?? page.modified,
    description: best.data.description ?? page.description,
    author: best.data.author ?? page.author,
    language: best.data.language ?? page.language,
  };
};
