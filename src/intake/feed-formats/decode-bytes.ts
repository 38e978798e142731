/** In: the bytes of a document and its `Content-Type`. Out: its text, in the encoding it most likely has. */
import iconv from 'iconv-lite';
import { guessEncoding, isDamagedUtf8 } from '../guess-encoding.ts';

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How `<?` begins in encodings of more than one byte a character. */
const UNMARKED: readonly (readonly [encoding: string, start: readonly number[]])[] = [
  ['utf-32le', [0x3c, 0x00, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0x00, 0x3c]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/** WHATWG: these labels mean windows-1252, whose upper half they leave out. */
const LATIN1 = /^(iso[-_]?8859[-_]?1|latin[-_]?1|l1|cp819|ibm819)$/;
/** Declared by servers that know nothing: says no more than that nothing was said. */
const ASCII = /^(us-ascii|ascii|ansi_x3\.4-1968|iso-ir-6|utf-?16.*|utf-?32.*|ucs.*|iso-10646-ucs.*)$/;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const HTTP_CHARSET = /charset\s*=\s*["']?([^"'\s;,]+)/i;
const XML_DECLARATION = /<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w.:-]+)/i;
const HTML_META = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i;

const isUtf8 = (label: string): boolean => /^(x-)?(unicode-1-1-)?utf-?8$/.test(label);

/** Of iconv's own names, those that are no character encodings. */
const NO_CHARSET = /^(base64|hex|binary|internal)$/;

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** For the few encodings that browsers know and iconv does not, such as ISO-2022-JP. */
const decodeAsBrowsersDo = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
};

/** The text in a declared encoding, or null if the label is unknown or plainly wrong for these bytes. */
const decodeAs = (bytes: Uint8Array, declared: string | undefined): string | null => {
  const label = declared?.toLowerCase().replace(/^x-(?!mac)/, '');
  if (label === undefined || ASCII.test(label)) return null;
  if (isUtf8(label)) return strictUtf8(bytes);
  const encoding = LATIN1.test(label) ? 'windows-1252' : label;
  if (NO_CHARSET.test(label)) return null;
  const text = iconv.encodingExists(encoding)
    ? iconv.decode(bytes, encoding)
    : decodeAsBrowsersDo(bytes, label);
  return text !== null && isWhole(text) ? text : null;
};

/** Whether nearly all that is not ASCII was well formed. */
const isWhole = (text: string): boolean => {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return broken * 10 <= whole;
};

/**
 * Text that is UTF-8 and not ASCII alone, except in a few broken places. Text of another encoding is that by chance so
 * seldom that the bytes are believed before any label.
 */
const plainlyUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('utf-8').decode(bytes);
  return isWhole(text) && /[^\x00-\x7f]/.test(text) ? text : null;
};

/** What the document says of itself. */
const labelInside = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  return (XML_DECLARATION.exec(head) ?? HTML_META.exec(head))?.[1];
};

/**
 * Decodes by the first of these that fits: byte-order mark, UTF-16 or UTF-32 without one, bytes that are plainly
 * UTF-8, HTTP charset, XML declaration (or HTML `meta`), what they look like, UTF-8 that is damaged first. A Latin-1 in the header, which many servers say
 * of everything and which fits any bytes, comes after what the document says itself.
 */
export const decodeBytes = (bytes: Uint8Array, contentType: string | null): string => {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark));
  if (marked) return iconv.decode(bytes, marked[0]);
  const unmarked = UNMARKED.find(([, start]) => startsWith(bytes, start));
  if (unmarked) return iconv.decode(bytes, unmarked[0]);
  const sent = HTTP_CHARSET.exec(contentType ?? '')?.[1];
  const inside = labelInside(bytes);
  const labels = LATIN1.test(sent?.toLowerCase() ?? '') ? [inside, sent] : [sent, inside];
  return (
    plainlyUtf8(bytes) ??
    decodeAs(bytes, labels[0]) ??
    decodeAs(bytes, labels[1]) ??
    strictUtf8(bytes) ??
    iconv.decode(bytes, isDamagedUtf8(bytes) ? 'utf-8' : (guessEncoding(bytes) ?? 'windows-1252'))
  );
};
