/**
 * In: a page's HTML. Out: what its markup says about it, and the same page fit to be parsed: without scripts, styles
 * and readings, and never nested deeper than a parser stays fast at. One pass.
 */
import { walkHtml } from './walk-html.ts';

/** A date that the markup marks as one, in the order of the page. */
export interface MarkedDate {
  /** By `itemprop`, or the microformats of the same meaning. */
  readonly kind: 'published' | 'modified';
  readonly value: string;
}

export interface ScannedPage {
  /** A whole document. */
  readonly html: string;
  /** What `meta` elements say, by lower-case `name`, `property`, `itemprop` or `http-equiv`; the first one counts. */
  readonly metas: ReadonlyMap<string, string>;
  /** The text of each `application/ld+json` script. */
  readonly jsonLd: readonly string[];
  /** What holds the data a page is drawn from: scripts of JSON, those that begin with `window.NAME = …`, and `data-page`. */
  readonly data: readonly string[];
  readonly dates: readonly MarkedDate[];
  /** The text of the first `title` element. */
  readonly title: string;
  /** The text of the `h1` elements, in order. */
  readonly headings: readonly string[];
  /** The `lang` of the document. */
  readonly language: string | null;
  /** How many elements the page has. */
  readonly elements: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements left out with all that is in them. */
const DROPPED = words(
  'script style template svg math iframe object embed canvas audio video map select dialog rt rp rtc',
);
/** Elements without content. */
const VOID = words('area base br col embed hr img input link meta param source track wbr');
/** The frame of a document, which is made anew, what is read here and needed no more, and what only stands around content. */
const FRAME = words('html head body title meta link base noscript');
/** Attributes that are read later; each one kept costs as much as an element. */
const KEPT = words('class id role itemprop property rel datetime hidden aria-hidden start colspan rowspan');
const KEPT_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('href'),
  img: words('src data-src data-lazy-src alt width height'),
};

/** Scripts that may hold data, and those without a type of data that do: `window.STATE = …`. */
const DATA_TYPE = /^\s*(?:$|application\/json|text\/javascript|fastboot\/shoebox)/i;
const DATA_SCRIPT =
  /^\s*(?:(?:var|let|const)\s+\w+|(?:window|self|globalThis)(?:\.\w+|\["\w+"\]))\s*=\s*(?:(?:window\.)?\w+\s*\|\|\s*)?(?:[{[]|JSON\.parse\()/;

/** Elements open at once beyond which their tags are left out: 500 take Readability 4 s, 100 take 0.1 s. */
const MAX_DEPTH = 90;
/** Longer headings and titles are something else. */
const MAX_LINE = 1_000;
const MAX_VALUE = 5_000;
const MAX_MARKED = 500;

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeValue = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

type Attributes = Readonly<Record<string, string>>;

const isInvisible = ({ style = '' }: Attributes): boolean =>
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 2_000));

/** Where scripts that write "2 hours ago" keep the date. */
const DATA_DATES = words(
  'data-datetime data-date data-time data-timestamp data-published data-pubdate data-utime',
);
const DATED = words('time abbr relative-time time-ago');
const DATED_NAME = /(?:^|[\s_-])(?:date|time|datetime|timestamp|published|posted)(?=$|[\s_-])/i;

/** With the date that an element keeps elsewhere as its `datetime`. */
const withDate = (name: string, attributes: Attributes): Attributes => {
  const { datetime, title = '', class: classes = '' } = attributes;
  if (datetime !== undefined) return attributes;
  const data = Object.keys(attributes).find(
    (key) => DATA_DATES.has(key) && /^\s*(?:\d{4}-\d\d|\d{10}(?:\d{3})?\s*$)/.test(attributes[key]!),
  );
  if (data !== undefined) return { ...attributes, datetime: attributes[data]! };
  const isDated = DATED.has(name) || DATED_NAME.test(classes);
  return isDated && title.length < 60 && /\d{4}/.test(title)
    ? { ...attributes, datetime: title }
    : attributes;
};

const openTag = (name: string, attributes: Attributes): string => {
  const kept = Object.entries(withDate(name, attributes))
    .filter(
      ([key, value]) => (value !== '' || key === 'hidden') && (KEPT.has(key) || KEPT_OF[name]?.has(key)),
    )
    .map(([key, value]) => ` ${key}="${escapeValue(value)}"`);
  return `<${name}${kept.join('')}${isInvisible(attributes) ? ' hidden=""' : ''}>`;
};

const hasWord = (list: string | undefined, pattern: RegExp): boolean =>
  list !== undefined && pattern.test(list);

const PUBLISHED = /(?:^|[\s:])(?:datepublished|dc:date|dateissued|pubdate)(?:\s|$)/i;
const MODIFIED = /(?:^|[\s:])(?:datemodified|datecreated|dateupdated)(?:\s|$)/i;

/** What kind of date an element marks, or null if it marks none. */
const dateKind = (name: string, { itemprop, property, class: classes, pubdate }: Attributes) => {
  if (hasWord(itemprop, PUBLISHED) || hasWord(property, PUBLISHED)) return 'published';
  if (
    name === 'time' &&
    (pubdate !== undefined || hasWord(classes, /(?:^|[\s_-])(?:published|dt-published)/i))
  )
    return 'published';
  if (name === 'abbr' && hasWord(classes, /(?:^|\s)published(?:\s|$)/i)) return 'published';
  if (hasWord(itemprop, MODIFIED) || hasWord(property, MODIFIED)) return 'modified';
  if (name === 'time' && hasWord(classes, /(?:^|[\s_-])(?:updated|modified)(?:\s|$)/i)) return 'modified';
  return null;
};

/** An element whose text is collected until it closes. */
interface Collected {
  readonly depth: number;
  /** A script: longer than a line, and kept although its element is left out. */
  readonly isScript: boolean;
  readonly done: (text: string) => void;
  text: string;
}

/** `hasScripts`: whether scripts would run; if not, what `noscript` holds is part of the page. */
export const scanPage = (source: string, hasScripts = true): ScannedPage => {
  const parts: string[] = [];
  const metas = new Map<string, string>();
  const jsonLd: string[] = [];
  const data: string[] = [];
  const dates: MarkedDate[] = [];
  const headings: string[] = [];
  const titles: string[] = [];
  const collecting: Collected[] = [];
  /** For each open element whether its tags are written. */
  const written: boolean[] = [];
  let writtenDepth = 0;
  let droppedDepth = 0;
  let titleDepth = 0;
  let elements = 0;
  let language: string | null = null;

  const isDropped = (name: string): boolean => DROPPED.has(name) || (hasScripts && name === 'noscript');
  const collect = (done: (text: string) => void, isScript = false): void => {
    if (collecting.length < 10) collecting.push({ depth: written.length, isScript, done, text: '' });
  };
  const noteMeta = ({ name, property, itemprop, 'http-equiv': equivalent, content }: Attributes): void => {
    if (content === undefined) return;
    for (const key of [property, name, itemprop, equivalent])
      for (const one of key?.toLowerCase().trim().split(/\s+/) ?? [])
        if (one !== '' && !metas.has(one) && content.trim() !== '')
          metas.set(one, content.slice(0, MAX_VALUE));
  };
  const noteDate = (name: string, attributes: Attributes): void => {
    const kind = name === 'meta' || dates.length >= MAX_MARKED ? null : dateKind(name, attributes);
    if (kind === null) return;
    const { datetime, content, title } = attributes;
    const value = datetime || content || (/\d{4}/.test(title ?? '') ? title : undefined);
    if (value !== undefined) dates.push({ kind, value });
    else collect((text) => dates.push({ kind, value: text }));
  };

  walkHtml(source, {
    onOpen(name, attributes) {
      written.push(false);
      elements++;
      if (name === 'html') language ??= attributes.lang || attributes['xml:lang'] || null;
      if (name === 'meta') noteMeta(attributes);
      if (name === 'script' && /^\s*application\/ld\+json/i.test(attributes.type ?? ''))
        collect((text) => jsonLd.push(text), true);
      else if (name === 'script' && DATA_TYPE.test(attributes.type ?? ''))
        collect((text) => {
          if (/json|shoebox/.test(attributes.type ?? '') || DATA_SCRIPT.test(text)) data.push(text);
        }, true);
      if (attributes['data-page']?.startsWith('{')) data.push(attributes['data-page']);
      if (isDropped(name)) droppedDepth++;
      if (droppedDepth > 0) return;
      noteDate(name, attributes);
      if (name === 'h1') collect((text) => headings.push(text));
      if (name === 'title' && titles.length === 0) collect((text) => titles.push(text));
      if (name === 'title') titleDepth++;
      if (FRAME.has(name)) return;
      if (writtenDepth >= MAX_DEPTH && !VOID.has(name)) return void parts.push(' ');
      parts.push(openTag(name, attributes));
      if (VOID.has(name)) return;
      written[written.length - 1] = true;
      writtenDepth++;
    },
    onText(text) {
      for (const one of collecting)
        if (one.isScript || (droppedDepth === 0 && one.text.length < MAX_LINE)) one.text += text;
      if (droppedDepth === 0 && titleDepth === 0) parts.push(escapeText(text));
    },
    onClose(name) {
      if (isDropped(name)) droppedDepth--;
      if (name === 'title' && titleDepth > 0 && droppedDepth === 0) titleDepth--;
      while (collecting.at(-1)?.depth === written.length) {
        const { done, text } = collecting.pop()!;
        done(text);
      }
      if (written.pop()) {
        writtenDepth--;
        parts.push(`</${name}>`);
      }
    },
  });
  const lang = language === null ? '' : ` lang="${escapeValue(language)}"`;
  const head = `<head><title>${escapeText(titles[0] ?? '')}</title></head>`;
  const html = `<html${lang}>${head}<body>${parts.join('')}</body></html>`;
  return { html, metas, jsonLd, data, dates, title: titles[0] ?? '', headings, language, elements };
};
