/** In: what a page's markup says, and its document. Out: the day or instant its article was published. */
import type { Published } from '../../domain/article.ts';
import { notInFuture, parseDate } from '../parse-date.ts';
import type { PageDocument } from './page-elements.ts';
import type { ArticleData } from './read-json-ld.ts';
import type { MarkedDate, ScannedPage } from './scan-page.ts';
import { findShownDate, findWrittenDate } from './shown-date.ts';

/** Names of `meta` elements that date an article, the surest first; compared without their separators. */
const names = (list: string): string[] =>
  list
    .toLowerCase()
    .replace(/[^a-z\s]/g, '')
    .trim()
    .split(/\s+/);
const META_NAMES = names(`article:published_time og:article:published_time og:published_time article:published
  datePublished dc.date.issued dcterms.issued citation_publication_date citation_online_date citation_date
  prism.publicationDate parsely-pub-date sailthru.date cxenseparse:recs:publishtime pubdate publish_date
  publication_date published published_date published_time published_at release_date date.release date.published
  article_date_original original_publication_date`);
/** Names that some sites give to the date of the last change. */
const VAGUE_NAMES = names(
  'date dc.date dcterms.date dc.date.created dcterms.created dc.created article:created article:create_at created dateCreated',
);
const VAGUE =
  /(?:article|page|content|story|post|news|item|document|display|sort)(?:date|time)$|issued$|^(?:timestamp|ptime)$/;
/** Any other name that says so. */
const PUBLISHING =
  /(?:date|time)(?:of)?publi(?:shed|cation)$|pub(?:lish(?:ed|ing)?|lication)?(?:date|time|at|on)$|publish(?:ed|ing)?(?:date|time)|firstpublished/;
const MODIFYING = /modif|updat|expir|valid/;

const CHANGED = names('article:modified_time og:updated_time dateModified last-modified lastmod');
const CHANGING = /modified|updated?$|lastupdate/;

/** Pages are not older than the web. */
const EARLIEST = '1991';

/** The address of many articles holds their day. */
const ADDRESS_DAY =
  /(?:^|[/_-])((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2]|[a-z]{3})\2(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;

const ADDRESS_DAY_FIRST = /(?:^|[/_~-])((?:0[1-9]|[12]\d|3[01])-(?:0[1-9]|1[0-2])-(?:19|20)\d\d)(?=[/_.-]|$)/;

type Read = (written: string | null | undefined) => Published;

/** Reads what can be the date of a page that is there at `nowMs`. */
const createReader =
  (nowMs: number): Read =>
  (written) => {
    const text = (written ?? '').trim();
    const date = parseDate(text) ?? findWrittenDate(text);
    return date !== null && date > EARLIEST && notInFuture(date, nowMs) !== null ? date : null;
  };

const firstOf = (values: Iterable<string | null | undefined>, read: Read): Published => {
  for (const value of values) {
    const date = read(value);
    if (date !== null) return date;
  }
  return null;
};

/** By name without separators; the first of a name counts. */
const plainNames = (metas: ScannedPage['metas']): ReadonlyMap<string, string> =>
  new Map([...metas].reverse().map(([name, value]) => [name.replace(/[^a-z]/g, ''), value]));

const publishedNames = function* (metas: ReadonlyMap<string, string>): Generator<string | undefined> {
  for (const name of META_NAMES) yield metas.get(name);
  for (const [name, value] of metas) if (PUBLISHING.test(name) && !MODIFYING.test(name)) yield value;
};

const vagueNames = function* (metas: ReadonlyMap<string, string>): Generator<string | undefined> {
  for (const name of VAGUE_NAMES) yield metas.get(name);
  for (const [name, value] of metas) if (VAGUE.test(name) && !MODIFYING.test(name)) yield value;
};

const changedNames = function* (metas: ReadonlyMap<string, string>): Generator<string | undefined> {
  for (const name of CHANGED) yield metas.get(name);
  for (const [name, value] of metas) if (CHANGING.test(name)) yield value;
};

const marked = (dates: readonly MarkedDate[], kind: MarkedDate['kind']): string[] =>
  dates.filter((date) => date.kind === kind).map(({ value }) => value);

const addressDay = (address: string): string | null => {
  const path = URL.parse(address)?.pathname ?? '';
  const [, year, , month, day] = ADDRESS_DAY.exec(path) ?? [];
  if (year === undefined) return ADDRESS_DAY_FIRST.exec(path)?.[1] ?? null;
  return /\d/.test(month!)
    ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
    : `${day} ${month} ${year}`;
};

/**
 * The date the page gives, the surest place first: structured data, `meta`, `itemprop`, its address, what it shows,
 * and if it says nothing else, when it was changed. Never later than `nowMs`.
 */
export const readPageDate = (
  { metas, dates, title, headings }: Pick<ScannedPage, 'metas' | 'dates' | 'title' | 'headings'>,
  data: ArticleData | null,
  document: PageDocument,
  address: string,
  nowMs: number,
): Published => {
  const read = createReader(nowMs);
  const published = marked(dates, 'published');
  const isOne = new Set(published).size === 1;
  const plain = plainNames(metas);
  const sure =
    firstOf([data?.published, ...publishedNames(plain), ...(isOne ? published : [])], read) ??
    read(addressDay(address));
  if (sure !== null) return notInFuture(sure, nowMs);
  const vague = firstOf(vagueNames(plain), read);
  const shown = read(findShownDate(document));
  const date =
    (vague !== null && shown !== null && shown.slice(0, 10) < vague.slice(0, 10) ? shown : vague) ??
    shown ??
    firstOf([data?.created, ...published, data?.modified], read) ??
    firstOf([...headings, title].map(findWrittenDate), read) ??
    firstOf([...marked(dates, 'modified'), ...changedNames(plain)], read);
  return notInFuture(date, nowMs);
};
