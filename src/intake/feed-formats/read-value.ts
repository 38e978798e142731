/** In: an element of a feed. Out: what its content means, as text, as one line, or as an address. */
import { redirectTarget, withoutLogin } from '../../domain/web-address.ts';
import { cleanLine, cleanText } from '../../text/clean-text.ts';
import { withoutMojibake } from '../../text/mojibake.ts';
import { type HtmlText, htmlToText } from '../html/html-to-text.ts';
import type { XmlElement } from './read-xml.ts';

/** Markup, rather than a text that happens to hold a `<`: an end tag, an empty element of HTML or an entity. */
const MARKUP = /<\/[a-z][\w:]*\s*>|<(?:br|p|img|hr|li)\b[^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i;

const PARAGRAPH_BREAK = /\n[ \t\r]*\n\s*/;

/** Text without markup: blank lines part paragraphs, other line breaks are blanks. */
const readPlain = (text: string): HtmlText => ({
  text: withoutMojibake(text).split(PARAGRAPH_BREAK).map(cleanLine).filter(Boolean).join('\n\n'),
  images: [],
});

/** Text that may hold markup, as most feeds have it. */
export const readLoose = (text: string): HtmlText => (MARKUP.test(text) ? htmlToText(text) : readPlain(text));

const isText = (type: string): boolean => type === '' || /^(text|html|xhtml)$|^text\/|xml$|html/.test(type);

/** The text in base64; empty if it holds something else, such as a picture. */
const decodeBase64 = (written: string): string => {
  const text = /^[A-Za-z\d+/=\s]*$/.test(written) ? Buffer.from(written, 'base64').toString('utf8') : '';
  return cleanText(text) === text && !text.includes('\ufffd') ? text : '';
};

/** Elements with a namespace's prefix, as elements of HTML. */
const withoutPrefixes = (markup: string): string => markup.replace(/<(\/?)[\w-]+:(?=[a-z])/gi, '<$1');

/**
 * The content of a text construct of any format. Atom says by `type` and `mode` what it is (media types that are not
 * text come in base64); RSS leaves it open.
 */
export const readContent = ({ name, attributes, children, text, markup }: XmlElement): HtmlText => {
  const type = attributes.type?.toLowerCase().split(';')[0]?.trim() ?? '';
  const isBase64 = attributes.mode === 'base64' || (name.startsWith('atom:') && !isText(type));
  const written = isBase64 ? decodeBase64(text) : text;
  if (!isBase64 && children.length > 0) return htmlToText(withoutPrefixes(markup));
  if (type.includes('html')) return htmlToText(written);
  return type === 'text' || type === 'text/plain' ? readPlain(written) : readLoose(written);
};

/** One line of clean text, or null if there is none. */
export const readLine = (element: XmlElement): string | null => cleanLine(readContent(element).text) || null;

/** What is written in an element that holds no markup: an id, a date, a number. Null if it is empty. */
export const readRaw = ({ text }: XmlElement): string | null => cleanText(text).trim() || null;

/** The absolute http(s) address, kept as written if it is one already; null if it is not one. */
export const resolveAddress = (written: string | null | undefined, base: string): string | null => {
  const address = cleanText(written ?? '')
    .trim()
    .replaceAll('&amp;', '&')
    .replace(/^feed:(?:\/\/)?(?=https?:)|^feed:(?=\/\/)/i, '');
  if (address === '') return null;
  const absolute = /^www\./i.test(address)
    ? `http://${address}`
    : address.startsWith('//')
      ? `https:${address}`
      : address;
  const url = URL.parse(absolute, base || undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(absolute) ? absolute : url.href;
};

/** The address of an entry's page: without a login, and not that of a redirect to it. */
export const pageOf = (address: string | null): string | null =>
  address === null ? null : withoutLogin(redirectTarget(address));

/** ISO 639-1 from a language tag such as `en-GB`; null for anything else. */
export const readLanguage = (tag: string | null | undefined): string | null =>
  /^\s*([a-z]{2})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null;
