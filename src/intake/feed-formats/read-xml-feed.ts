/** In: the tree of an XML document. Out: the feed in it (RSS, RDF, Atom or CDF), or null if it holds none. */
import type { FeedKind, ParsedFeed } from '../../domain/feed.ts';
import { showsDayFirst } from '../parse-date.ts';
import { childrenOf, readAuthors, readEntry, readLink, readTitle } from './read-entry.ts';
import { readLanguage, readRaw, resolveAddress } from './read-value.ts';
import type { XmlElement } from './read-xml.ts';

const KINDS: ReadonlyMap<string, FeedKind> = new Map([
  ['rss', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['rdf', 'rdf'],
  ['atom:feed', 'atom'],
  ['feed', 'atom'],
  ['atom:entry', 'atom'],
  ['channel', 'rss'],
]);

const ENTRIES = new Set(['item', 'atom:entry', 'entry']);
const CONTAINERS = new Set([
  'rss',
  'rdf:rdf',
  'rdf',
  'channel',
  'atom:feed',
  'feed',
  'items',
  'rdf:li',
  'rdf:seq',
]);

const walk = function* (element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* walk(child);
  }
};

/** The feed's outermost element, wherever in the document it stands. A page that merely shows one holds it as text. */
const findRoot = (document: XmlElement): XmlElement | null => {
  let channel: XmlElement | null = null;
  for (const element of walk(document)) {
    if (element.name !== 'channel' && KINDS.has(element.name)) return element;
    if (element.name === 'channel') channel ??= element;
  }
  return channel;
};

/** The entries of a feed: in its channel, beside it (RDF), or in channels within channels (CDF). */
const findEntries = (element: XmlElement): XmlElement[] => {
  if (ENTRIES.has(element.name)) return [element];
  return element.children.flatMap((child) =>
    ENTRIES.has(child.name) ? [child] : CONTAINERS.has(child.name) ? findEntries(child) : [],
  );
};

const readNumber = (elements: readonly XmlElement[]): number | null => {
  const value = Number.parseInt((elements[0] && readRaw(elements[0])) ?? '', 10);
  return value > 0 ? value : null;
};

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** RSS: `ttl` in minutes. Syndication module: a period and how often in it. */
const readTtl = (channel: XmlElement): number | null => {
  const [period] = childrenOf(channel, ['sy:updateperiod']);
  const minutes = PERIOD_MINUTES[(period && readRaw(period)?.toLowerCase()) ?? ''];
  const perPeriod = readNumber(childrenOf(channel, ['sy:updatefrequency'])) ?? 1;
  return (
    readNumber(childrenOf(channel, ['ttl'])) ??
    (minutes === undefined ? null : Math.round(minutes / perPeriod))
  );
};

const readSkipHours = (channel: XmlElement): number[] => {
  const hours = childrenOf(channel, ['skiphours']).flatMap((skip) => childrenOf(skip, ['hour']));
  return hours
    .map((hour) => Number(readRaw(hour) ?? Number.NaN) % 24)
    .filter((hour) => Number.isInteger(hour) && hour >= 0);
};

const readKind = (root: XmlElement, entries: readonly XmlElement[]): FeedKind => {
  const kind = KINDS.get(root.name)!;
  const isCdf = root.name === 'channel' && entries.some(({ attributes }) => attributes.href !== undefined);
  return isCdf || (root.name === 'channel' && root.attributes.href !== undefined) ? 'cdf' : kind;
};

/** Reads a feed. */
export const readXmlFeed = (document: XmlElement, nowMs: number): ParsedFeed | null => {
  const root = findRoot(document);
  if (root === null) return null;
  const channel = childrenOf(root, ['channel'])[0] ?? root;
  const self = childrenOf(channel, ['link', 'atom:link']).find(({ attributes }) => attributes.rel === 'self');
  const home = resolveAddress(self?.attributes.href, '') ?? readLink(channel, '') ?? '';
  const base = channel.base || home;
  const entries = findEntries(root);
  const kind = readKind(root, entries);
  const author = kind === 'atom' && root !== entries[0] ? readAuthors(channel) : null;
  const zones = new Set<string>();
  const [named] = childrenOf(channel, ['language', 'dc:language']);
  const language = readLanguage((named && readRaw(named)) ?? channel.language);
  const isDayFirst = showsDayFirst(document.markup);
  const onUnknownZone = (zone: string) => zones.add(zone);
  const siteUrl = readLink(channel, base);
  const context = { base, author, siteUrl, language, isDayFirst, nowMs, onUnknownZone };
  return {
    kind,
    title: root === entries[0] ? null : readTitle(channel),
    siteUrl,
    language,
    ttlMinutes: readTtl(channel),
    skipHours: readSkipHours(channel),
    entries: entries.flatMap((entry) => readEntry(entry, context) ?? []),
    unknownZones: [...zones],
  };
};
