/** In: an item or entry element of RSS, RDF, Atom or CDF. Out: the entry, or null if it is empty. */
import type { Published } from '../../domain/article.ts';
import type { FeedEntry } from '../../domain/feed.ts';
import { withoutLogin } from '../../domain/web-address.ts';
import { cleanLine } from '../../text/clean-text.ts';
import type { HtmlText } from '../html/html-to-text.ts';
import { withoutOutlet } from '../html/outlet-suffix.ts';
import { notInFuture, readDate } from '../parse-date.ts';
import { personName } from '../person-name.ts';
import { pageOf, readContent, readLanguage, readLine, readRaw, resolveAddress } from './read-value.ts';
import type { XmlElement } from './read-xml.ts';

/** What entries take over from the feed around them. */
export interface EntryContext {
  /** Resolves relative addresses if no `xml:base` does; empty if unknown. */
  readonly base: string;
  readonly author: string | null;
  /** The page that the feed stands for. */
  readonly siteUrl: string | null;
  /** Of the feed (ISO 639-1), null if it does not say. */
  readonly language: string | null;
  /** Its dates with slashes begin with the day. */
  readonly isDayFirst: boolean;
  readonly nowMs: number;
  /** Called with what stands for a zone in a date and is not understood. */
  readonly onUnknownZone: (zone: string) => void;
}

/** Field names by preference. The formats differ in names only; no two give one name two meanings. */
const TITLES = ['title', 'atom:title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title'];
const IDS = ['guid', 'atom:id', 'id', 'dc:identifier', 'dcterms:identifier'];
const DATES = [
  'pubdate',
  'atom:pubdate',
  'atom:published',
  'published',
  'atom:issued',
  'issued',
  'dcterms:issued',
  'dc:date',
  'date',
  'atom:created',
  'created',
  'dcterms:created',
  'atom:updated',
  'updated',
  'atom:modified',
  'modified',
  'dcterms:modified',
  'dcterms:date',
  'lastbuilddate',
  'media:pubdate',
];
const TEXTS = [
  'content:encoded',
  'atom:content',
  'content',
  'xhtml:body',
  'body',
  'xhtml:div',
  'fullitem',
  'description',
  'atom:summary',
  'summary',
  'abstract',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
  'media:text',
];
const AUTHORS = ['author', 'atom:author', 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author'];
const LINKS = ['link', 'atom:link'];

/** The children of these names, those of an earlier name first. */
export const childrenOf = (element: XmlElement, names: readonly string[]): XmlElement[] =>
  names.flatMap((name) => element.children.filter((child) => child.name === name));

const firstOf = <T>(elements: readonly XmlElement[], read: (element: XmlElement) => T | null): T | null => {
  for (const element of elements) {
    const value = read(element);
    if (value !== null) return value;
  }
  return null;
};

export const readTitle = (element: XmlElement): string | null =>
  firstOf(childrenOf(element, TITLES), readLine);

const readPerson = (element: XmlElement): string | null => {
  const part = (...names: string[]): string | null => firstOf(childrenOf(element, names), readLine);
  const name = part('atom:name', 'name', 'foaf:name', 'rdf:value') ?? part('atom:email', 'email');
  const line = name ?? (element.children.length > 0 ? null : readLine(element));
  const person = personName(line ?? '');
  // Blogger's for who is not to be named.
  return person === 'Unknown' ? null : person;
};

/** The people named by the first kind of author element that names any. */
export const readAuthors = (element: XmlElement): string | null => {
  for (const kind of AUTHORS) {
    const names = childrenOf(element, [kind]).flatMap((person) => readPerson(person) ?? []);
    if (names.length > 0) return [...new Set(names)].join(', ');
  }
  return null;
};

const isAlternate = ({ rel }: Readonly<Record<string, string>>): boolean =>
  rel === undefined ||
  /^(alternate|http:\/\/www\.iana\.org\/assignments\/(?:link-relations|relation)\/alternate)?$/i.test(
    rel.trim(),
  );

/** The page that an entry or feed stands for: a link in text or to an alternate, one in HTML before others. */
export const readLink = (element: XmlElement, base: string): string | null => {
  const links = childrenOf(element, LINKS).filter(({ attributes }) => isAlternate(attributes));
  const pages = links.filter(({ attributes }) => /html|^$/.test(attributes.type ?? ''));
  return (
    firstOf(links, (link) => resolveAddress(readRaw(link), link.base || base)) ??
    firstOf([...pages, ...links], (link) => resolveAddress(link.attributes.href, link.base || base)) ??
    resolveAddress(element.attributes.href, element.base || base)
  );
};

const readId = (element: XmlElement): string | null =>
  firstOf(childrenOf(element, IDS), readRaw) ?? (element.attributes['rdf:about']?.trim() || null);

/** RSS: a guid is the entry's address unless it says it is not. */
const readPermalink = (element: XmlElement): string | null =>
  firstOf(childrenOf(element, ['guid']), (guid) =>
    /^\s*false\s*$/i.test(guid.attributes.ispermalink ?? '') ? null : resolveAddress(readRaw(guid), ''),
  );

const readUrl = (element: XmlElement, base: string): string | null =>
  firstOf(childrenOf(element, ['feedburner:origlink', 'pheedo:origlink']), (link) =>
    resolveAddress(readRaw(link), base),
  ) ??
  readLink(element, base) ??
  readPermalink(element) ??
  resolveAddress(element.attributes['rdf:about'], '');

const readPublished = (
  element: XmlElement,
  language: string | null,
  { isDayFirst, nowMs, onUnknownZone }: EntryContext,
): Published => {
  const read = (written: string | null | undefined): Published => {
    const { published, unknownZone } = readDate(written ?? '', { language, isDayFirst });
    if (unknownZone !== null) onUnknownZone(unknownZone);
    return published;
  };
  const date = firstOf(childrenOf(element, DATES), (field) => read(readRaw(field)));
  return notInFuture(date ?? read(element.attributes.lastmod), nowMs);
};

/** The longest of the entry's texts: some feeds put all of it in the summary, others repeat the summary as content. */
const readText = (elements: readonly XmlElement[]): HtmlText & { base: string } => {
  let longest = { text: '', images: [] as readonly string[], base: '' };
  for (const element of elements) {
    const content = readContent(element);
    const better =
      content.text.length > longest.text.length || (longest.images.length === 0 && !longest.text);
    if (better) longest = { ...content, base: element.base };
  }
  return longest;
};

const isPicture = ({ attributes }: XmlElement): boolean =>
  attributes.medium === 'image' ||
  /^image\//.test(attributes.type ?? '') ||
  (attributes.type === undefined && /\.(jpe?g|png|webp|gif|avif)(\?|$)/i.test(attributes.url ?? ''));

const readPicture = (element: XmlElement, groups: readonly XmlElement[], base: string): string | null => {
  const media = groups
    .flatMap((group) => childrenOf(group, ['media:content', 'enclosure']))
    .filter(isPicture);
  const thumbnails = groups.flatMap((group) =>
    childrenOf(group, ['media:thumbnail', 'itunes:image', 'image']),
  );
  const linked = childrenOf(element, LINKS).filter(
    ({ attributes }) => attributes.rel === 'enclosure' && /^image\//.test(attributes.type ?? ''),
  );
  return firstOf([...media, ...thumbnails, ...linked], (one) => {
    const inside = firstOf(childrenOf(one, ['url']), readRaw) ?? readRaw(one);
    return resolveAddress(one.attributes.url ?? one.attributes.href ?? inside, one.base || base);
  });
};

/** Google's scheme of what an entry is: a post, a comment, a video. */
const KIND = /^https?:\/\/schemas\.google\.com\/g\/2005#kind$/;

const readTags = (element: XmlElement): string[] => {
  const tags = childrenOf(element, ['category', 'atom:category', 'dc:subject']).flatMap((tag) => {
    const { label, term, scheme } = tag.attributes;
    if (KIND.test(scheme ?? '')) return [];
    return cleanLine(label ?? term ?? '') || readLine(tag) || [];
  });
  return [...new Set(tags)].slice(0, 30);
};

const hostOf = (address: string | null): string | undefined =>
  URL.parse(address ?? '')?.hostname.replace(/^www\./, '');

/**
 * The outlet that a feed which collects from others names, as Google News and planets do: the entry's page is there, or its title
 * ends with the name. Else a paper may name the agency that it has a text from, or the part of its own site.
 */
const readOutlet = (
  element: XmlElement,
  { title, url }: Pick<FeedEntry, 'title' | 'url'>,
  { siteUrl }: EntryContext,
): string | null => {
  const [source] = childrenOf(element, ['source', 'atom:source']);
  if (source === undefined) return null;
  const name = source.children.length > 0 ? readTitle(source) : readLine(source);
  const site = resolveAddress(source.attributes.url, '') ?? readLink(source, '');
  if (site !== null && hostOf(site) === hostOf(siteUrl)) return null;
  const isThere = url !== null && hostOf(url) === hostOf(site);
  const isNamed = title !== null && withoutOutlet(title, { names: [name], addresses: [] }) !== title;
  return isThere || isNamed ? name : null;
};

export const readEntry = (element: XmlElement, context: EntryContext): FeedEntry | null => {
  if (element.children.length === 0 && element.attributes.href === undefined) return null;
  const base = element.base || context.base;
  const groups = [element, ...childrenOf(element, ['media:group'])];
  const content = readText(groups.flatMap((group) => childrenOf(group, TEXTS)));
  const language = readLanguage(
    firstOf(childrenOf(element, ['language', 'dc:language', 'dcterms:language']), readRaw) ??
      element.language,
  );
  const title = readTitle(element) ?? firstOf(groups, readTitle);
  const url = pageOf(readUrl(element, base));
  return {
    id: readId(element),
    title,
    url,
    published: readPublished(element, language ?? context.language, context),
    author:
      readAuthors(element) ?? firstOf(childrenOf(element, ['atom:source']), readAuthors) ?? context.author,
    outlet: readOutlet(element, { title, url }, context),
    text: content.text,
    tags: readTags(element),
    imageUrl: withoutLogin(
      readPicture(element, groups, base) ??
        content.images
          .map((image) => resolveAddress(image, content.base || base))
          .find((image) => image !== null) ??
        null,
    ),
    language,
  };
};
