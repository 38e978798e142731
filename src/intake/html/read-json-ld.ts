/** In: the `application/ld+json` scripts of a page. Out: the article they describe. */
import { cleanLine } from '../../text/clean-text.ts';
import { withLineEnds } from '../../text/line-ends.ts';
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

/** Undefined for what is no JSON. */
export const tryParse = (json: string): unknown => {
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
    // One after the other.
    tryParse(`[${mended(json).replace(/\}(?: *,)? *\{/g, '},{')}]`) ??
    (json.includes('&quot;') ? tryParse(mended(htmlToText(json).text)) : undefined)
  );
};

const typesOf = (thing: Json): string[] => [thing['@type']].flat().filter((type) => typeof type === 'string');

/** Where an article names a thing that the graph describes elsewhere. */
const REFERENCES = ['author', 'creator', 'publisher'] as const;

/** With what the things are that it names by their ids alone. */
const withReferences = (thing: Json, byId: ReadonlyMap<unknown, Json>): Json => {
  const resolve = (one: unknown): unknown => (isObject(one) ? { ...byId.get(one['@id']), ...one } : one);
  const found = REFERENCES.filter((name) => typeof thing[name] === 'object').map((name) => [
    name,
    [thing[name]].flat().map(resolve),
  ]);
  return { ...thing, ...Object.fromEntries(found) };
};

/** Every article in the scripts, in order. */
const findArticles = (scripts: readonly string[]): Json[] => {
  const found: Json[] = [];
  const byId = new Map<unknown, Json>();
  const queue: unknown[] = scripts.map(parseLoosely);
  for (let at = 0; at < Math.min(queue.length, MAX_VALUES) && found.length < MAX_ARTICLES; at++) {
    const value = queue[at];
    if (Array.isArray(value)) for (const one of value) queue.push(one);
    else if (isObject(value)) {
      if (typeof value['@id'] === 'string' && typeof value.name === 'string') byId.set(value['@id'], value);
      if (typesOf(value).some((type) => ARTICLE.test(type))) found.push(value);
      for (const key of FOLLOWED) if (typeof value[key] === 'object') queue.push(value[key]);
    }
  }
  return found.map((thing) => withReferences(thing, byId));
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
        .flatMap((one) => (isObject(one) ? [one.name ?? one['@value']].flat() : [one]))
        .flatMap((name) => nameOf(name) ?? []),
    ),
  ].join(', ') || null;

const imageOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.map(imageOf).find((image) => image !== null) ?? null;
  return isObject(value) ? (line(value.url) ?? line(value.contentUrl)) : line(value);
};

const TAG = /<\/?[a-z][^<>]*>/i;

/** The article's text, from HTML or with one line per paragraph. */
const bodyOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.flatMap((part) => bodyOf(part) ?? []).join('\n\n') || null;
  if (isObject(value)) return bodyOf(value['@value']);
  if (typeof value !== 'string') return null;
  const written = withLineEnds(value);
  const text = TAG.test(written) ? htmlToText(written).text : plainToText(written);
  return (
    text
      .split(/\n+/)
      .map((paragraph) => cleanLine(paragraph))
      .filter(Boolean)
      .join('\n\n') || null
  );
};

/** A title as titles are compared. */
export const plainTitle = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An address without what changes nothing about which page it is. */
const pageOf = (address: unknown): string | null => {
  const url = typeof address === 'string' ? URL.parse(address) : null;
  return url === null || url.pathname === '/'
    ? null
    : `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}`;
};

const addressesOf = (thing: Json): unknown[] => {
  const { mainEntityOfPage: page } = thing;
  return [thing.url, thing['@id'], ...(isObject(page) ? [page['@id'], page.url] : [page])];
};

/** A title may name the outlet behind the headline. */
const MAX_OUTLET_WORDS = 6;
const MIN_HEADLINE = 10;

/** Of plain titles: whether one is the other without the outlet's name. */
export const isHeadlineOf = (headline: string, title: string): boolean => {
  if (headline === title) return true;
  if (headline.length < MIN_HEADLINE || !title.startsWith(`${headline} `)) return false;
  return title.slice(headline.length).trim().split(' ').length <= MAX_OUTLET_WORDS;
};

const isWebPage = (thing: Json): boolean => typesOf(thing).some((type) => WEB_PAGE.test(type));

const updatesOf = (thing: Json): unknown[] =>
  [thing.liveBlogUpdate].flat().map((update) => (isObject(update) ? update.articleBody : null));

const readThing = (thing: Json): ArticleData => ({
  headline: line(thing.headline) ?? line(thing.name),
  body:
    bodyOf(thing.articleBody) ?? bodyOf(updatesOf(thing)) ?? (isWebPage(thing) ? null : bodyOf(thing.text)),
  description: line(thing.description),
  published: nameOf(thing.datePublished),
  created: nameOf(thing.dateCreated) ?? nameOf(thing.uploadDate),
  modified: nameOf(thing.dateModified),
  author: authorsOf(thing.author ?? thing.creator),
  publisher: nameOf(thing.publisher) ?? nameOf(thing.sourceOrganization),
  image: imageOf(thing.image) ?? imageOf(thing.thumbnailUrl),
  language: line(thing.inLanguage),
});

/**
 * The article that the page is about: the one with the page's headline or address, else the first that is more than a web page;
 * what it leaves open is taken from the page's own data. Null if there is none.
 */
export const readJsonLd = (
  scripts: readonly string[],
  headlines: readonly string[],
  address: string,
): ArticleData | null => {
  const wanted = headlines.map(plainTitle).filter(Boolean);
  const own = pageOf(address);
  const things = findArticles(scripts).map((thing) => {
    const data = readThing(thing);
    const headline = plainTitle(data.headline);
    const isNamed =
      (headline !== '' && wanted.some((title) => isHeadlineOf(headline, title))) ||
      (own !== null && addressesOf(thing).some((one) => pageOf(one) === own));
    return { data, isPage: isWebPage(thing), isNamed };
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
