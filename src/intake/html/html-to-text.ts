/** In: HTML of any quality. Out: its text as a reader would see it, and the pictures in it. */
import { Parser } from 'htmlparser2';
import { cleanText } from '../../text/clean-text.ts';
import { withoutMojibake } from '../../text/mojibake.ts';
import { walkHtml } from './walk-html.ts';

export interface HtmlText {
  /** Clean text: paragraphs separated by blank lines, list items and table rows on lines of their own. */
  readonly text: string;
  /** Addresses of pictures as written, in order; those that only count readers are left out. */
  readonly images: readonly string[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose content is not text for a reader; `rt` and `rp` hold the readings over the words of ruby text. */
const HIDDEN = words(
  'script style noscript template head title iframe object embed svg math button select textarea audio video canvas map nav dialog rt rp rtc',
);
/** Elements that stand apart as paragraphs. */
const PARAGRAPHS = words(
  'p div h1 h2 h3 h4 h5 h6 article section aside main header footer figure figcaption blockquote pre ul ol dl table form fieldset address details summary hr center body html caption',
);
/** Elements that begin a line of their own. */
const LINES = words('li tr dt dd option legend');

/** How often a text is taken to have been escaped beyond once. */
const MAX_ESCAPES = 2;
const KNOWN =
  'p|div|span|a|em|i|b|u|strong|small|h[1-6]|ul|ol|li|table|tr|td|blockquote|figure|article|section|font|br|img|hr|sub|sup|cite|q';
const STARTS_WITH_TAG = new RegExp(`^<(?:${KNOWN})(?:\\s[^<>]*)?/?>`, 'i');
const ENDS_WITH_TAG = new RegExp(`(?:</(?:${KNOWN})\\s*>|<(?:br|img|hr)\\b[^<>]*>)$`, 'i');
const END_TAG = new RegExp(`</(?:${KNOWN})\\s*>`, 'gi');

/**
 * Whether text shows markup that was meant to be read: all of it, from a tag to a tag, or two elements at least if
 * the HTML it came from had none of its own. A text that speaks of a tag is left alone.
 */
const isMarkup = (text: string, hadTags: boolean): boolean => {
  if (!text.includes('<')) return false;
  const ends = text.match(END_TAG)?.length ?? 0;
  if (ENDS_WITH_TAG.test(text.slice(-500)) && STARTS_WITH_TAG.test(text.slice(0, 5_000))) return true;
  return !hadTags && (ends > 1 || (ends === 1 && STARTS_WITH_TAG.test(text.slice(0, 5_000))));
};

/** A run of white space in HTML is one space; other blanks (no-break, em) stay. */
const SPACES = /[ \t\r\n\f]+/g;

/** Collects text in the shape described by `HtmlText`. Blanks at the ends of lines never get in. */
class TextWriter {
  private readonly parts: string[] = [];
  /** What separates the next text from the last: breaks win over blanks, and larger breaks over smaller. */
  private gap = '';
  /** A list item's bullet or number, until its text comes. */
  private marker = '';

  break(size: 1 | 2): void {
    if (this.marker !== '') return;
    if (size === 2 || !this.gap.includes('\n')) this.gap = '\n'.repeat(size);
  }

  lineBreak(): void {
    this.gap = this.gap.startsWith('\n') ? '\n\n' : '\n';
  }

  startItem(marker: string): void {
    this.marker = '';
    this.break(1);
    this.marker = marker;
  }

  write(text: string, preformatted: boolean): void {
    const flat = preformatted ? text : text.replace(SPACES, ' ');
    if (!preformatted && flat.startsWith(' ') && this.gap === '') this.gap = ' ';
    const trimmed = preformatted ? flat : flat.replace(/^ | $/g, '');
    if (trimmed === '') return;
    this.parts.push(this.parts.length === 0 ? '' : this.gap, this.marker, trimmed);
    this.marker = '';
    this.gap = !preformatted && flat.endsWith(' ') ? ' ' : '';
  }

  toString(): string {
    return this.parts.join('');
  }
}

const isCounter = ({ width, height }: Readonly<Record<string, string>>): boolean =>
  (width !== undefined && Number.parseInt(width, 10) <= 1) ||
  (height !== undefined && Number.parseInt(height, 10) <= 1);

const pictureAddress = (attributes: Readonly<Record<string, string>>): string | null => {
  const address = attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes.src ?? '';
  return address === '' || address.startsWith('data:') || isCounter(attributes) ? null : address;
};

interface Reading extends HtmlText {
  readonly hasTags: boolean;
  /** Whether it holds code, whose entities stand for themselves. */
  readonly hasCode: boolean;
}

const readOnce = (html: string): Reading => {
  const writer = new TextWriter();
  const images: string[] = [];
  /** For each open list the number of its next item, or null for bullets. */
  const lists: (number | null)[] = [];
  let hiddenDepth = 0;
  let preformattedDepth = 0;
  let hasTags = false;
  let hasCode = false;

  const startItem = (): void => {
    const next = lists.at(-1);
    writer.startItem(typeof next === 'number' ? `${next}. ` : '• ');
    if (typeof next === 'number') lists[lists.length - 1] = next + 1;
  };
  const separate = (name: string): void => {
    if (PARAGRAPHS.has(name)) writer.break((name === 'ul' || name === 'ol') && lists.length > 0 ? 1 : 2);
    else if (LINES.has(name)) writer.break(1);
  };

  walkHtml(html, {
    onOpen(name, attributes) {
      hasTags = true;
      if (name === 'code' || name === 'pre') hasCode = true;
      if (HIDDEN.has(name)) hiddenDepth++;
      if (hiddenDepth > 0) return;
      separate(name);
      if (name === 'ol') lists.push(Number.parseInt(attributes.start ?? '1', 10) || 1);
      else if (name === 'ul') lists.push(null);
      else if (name === 'li') startItem();
      else if (name === 'pre') preformattedDepth++;
      else if (name === 'br') writer.lineBreak();
      else if (name === 'td' || name === 'th') writer.write(' ', false);
      else if (name === 'q') writer.write('“', false);
      else if (name === 'img') images.push(...[pictureAddress(attributes) ?? []].flat());
    },
    onText(text) {
      if (hiddenDepth === 0) writer.write(text, preformattedDepth > 0);
    },
    onClose(name) {
      if (HIDDEN.has(name)) hiddenDepth--;
      if (hiddenDepth > 0) return;
      if (name === 'ol' || name === 'ul') lists.pop();
      else if (name === 'pre') preformattedDepth--;
      else if (name === 'q') writer.write('”', false);
      separate(name);
    },
  });
  return { text: cleanText(withoutMojibake(writer.toString())).trim(), images, hasTags, hasCode };
};

/** Entities that a reader is never meant to see. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|hellip|[nm]dash|shy);/gi;

const decodeEntity = (entity: string): string => {
  let decoded = '';
  new Parser({
    ontext(text) {
      decoded += text;
    },
  }).end(entity);
  return decoded;
};

const withoutEntities = ({ text, hasCode }: Reading): string =>
  hasCode || !text.includes('&') ? text : cleanText(text.replace(ENTITY, decodeEntity)).trim();

/** Reads on if a text shows the markup or the entities it was written in. */
const readFurther = (reading: Reading): HtmlText => {
  let last = reading;
  for (let times = 0; times < MAX_ESCAPES && isMarkup(withoutEntities(last), last.hasTags); times++)
    last = readOnce(withoutEntities(last));
  return { text: withoutEntities(last), images: last.images };
};

/** Reads HTML in linear time, and once more what it holds if its whole text was escaped twice. */
export const htmlToText = (html: string): HtmlText => readFurther(readOnce(html));

/** Reads what is said to be plain text: verbatim, unless it is HTML after all. */
export const plainToText = (text: string): string =>
  readFurther({ text: cleanText(withoutMojibake(text)).trim(), images: [], hasTags: false, hasCode: false })
    .text;
