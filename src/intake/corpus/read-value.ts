/** In: one value of a record, of whatever type its program wrote. Out: it as a text, a line, a list, an address or a language. */
import { cleanLine, cleanText } from '../../text/clean-text.ts';
import { withCharacters, withLineEnds } from '../../text/line-ends.ts';
import { withoutMojibake } from '../../text/mojibake.ts';
import { htmlToText, plainToText } from '../html/html-to-text.ts';
import { personName } from '../person-name.ts';
import { withoutPlaceholder } from './placeholders.ts';
import { readBlocks } from './read-blocks.ts';
import { isObject } from './record-fields.ts';

/** What an object is called: WordPress's `{"rendered": …}`, a feed's title, an address, an id. */
const OBJECT_TEXTS = [
  'name',
  'rendered',
  'title',
  'content',
  'main',
  'original',
  'webTitle',
  'label',
  'term',
  'value',
  '#text',
  '$t',
  '_',
  '$date',
  '$numberLong',
  'data',
  'attributes',
  'url',
  'href',
  'id',
];

/** Objects in objects are followed this far. */
const MAX_DEPTH = 8;

/** Of an object that is a text, where it stands. */
const BODY_TEXTS = ['rendered', 'content', 'text', 'html', 'value', '#text', '$t', '_'];

/** The one name in objects that give a value with its type or language: DynamoDB's, Firestore's, Contentful's, Arc's. */
const ONLY_NAME = /^(?:S|(?:string|timestamp)Value|_text|_cdata|basic|(?!id$)[a-z]{2}(?:[-_][A-Za-z]{2})?)$/;

/** As programs in C# write names. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A text, number, or what an object or a list of one holds of it; null if there is none, or only a placeholder. */
export const asText = (value: unknown, names = OBJECT_TEXTS, depth = 0): string | null => {
  if (depth > MAX_DEPTH) return null;
  if (typeof value === 'string') return withoutPlaceholder(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value) && value.length === 1) return asText(value[0], names, depth + 1);
  if (!isObject(value)) return null;
  const [only, ...others] = Object.keys(value);
  if (others.length === 0 && ONLY_NAME.test(only ?? '')) return asText(value[only!], names, depth + 1);
  for (const name of names) {
    const text = asText(value[name] ?? value[capitalised(name)], names, depth + 1);
    if (text !== null) return text;
  }
  return null;
};

export const asLine = (value: unknown): string | null => {
  const text = asText(value);
  return text === null ? null : cleanLine(text) || null;
};

/** `[[Ida Nilsen]]` and `[Ida Nilsen](address)` are links to what they show. */
const withoutLinks = (line: string): string =>
  line
    .replace(/\[\[(?:[^[\]|]{1,300}\|)?([^[\]|]{1,300})\]\]/g, '$1')
    .replace(/\[([^[\]]{1,300})\]\([^()\s]{1,2000}\)/g, '$1');

const MARKED = /&(?:#\d{1,9}|#x[\da-f]{1,9}|[a-z]\w{1,31});|<\/[a-z]\w{0,31}>/i;

/** A person in two fields; one of them alone is less than what the person is called. */
const fullName = (value: unknown): string | null => {
  if (!isObject(value)) return null;
  const part = (...names: string[]): string | null =>
    names.map((name) => asLine(value[name])).find((name) => name !== null) ?? null;
  const first = part('first_name', 'firstName', 'firstname', 'given_name', 'givenName');
  const last = part('last_name', 'lastName', 'lastname', 'family_name', 'familyName', 'surname');
  return first === null || last === null ? null : `${first} ${last}`;
};

/** A line in which links and markup stand for what they show. */
export const asName = (value: unknown): string | null => {
  const line = fullName(value) ?? asLine(value);
  if (line === null) return null;
  const shown = cleanLine(withoutLinks(line));
  return (MARKED.test(shown) ? cleanLine(htmlToText(shown).text) || shown : shown) || null;
};

/** What readers mark for themselves in Google Reader and its kin is no tag of the article. */
const OWN_MARK = /^user\/[^/]*\/(?:state|label)\//;

/** Names, those that come twice once; null if there are none. */
export const asList = (value: unknown): string[] | null => {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;]/) : [];
  const lines = items.map(asName).filter((line) => line !== null && !OWN_MARK.test(line));
  return lines.length === 0 ? null : [...new Set(lines as string[])];
};

/** Where the name of an outlet or a writer should be, an address is not a name. */
const asPerson = (value: unknown): string | null => {
  const name = personName(asName(value) ?? '');
  return asAddress(name) === null ? name : null;
};

export const asAuthor = (value: unknown): string | null =>
  [value]
    .flat()
    .flatMap((one) => asPerson(one) ?? [])
    // Systems give the number of a writer they keep elsewhere.
    .filter((name) => !/^\d+$/.test(name))
    .join(', ') || null;

/** The outlet, or the first of several. */
export const asOutlet = (value: unknown): string | null =>
  [value]
    .flat()
    .slice(0, 20)
    .map(asPerson)
    .find((name) => name !== null) ?? null;

/** Absolute http(s) address; of a list of links the first that has one. */
export const asAddress = (value: unknown): string | null => {
  if (Array.isArray(value))
    return (
      value
        .slice(0, 20)
        .map(asLink)
        .find((url) => url !== null) ?? null
    );
  return asLink(value);
};

/** The address in `[Lindvik Post](https://…)`. */
const MARKDOWN_LINK = /^\[[^[\]]{1,300}\]\(([^()\s]{1,2000})\)$/;

const WITHOUT_SCHEME = /^(?:\/\/|www\.)[^\s/.]+\.[^\s]+$/i;

const asLink = (value: unknown): string | null => {
  const written = (isObject(value) ? asText(value.href ?? value.url) : asText(value))?.trim() ?? '';
  const address = MARKDOWN_LINK.exec(written)?.[1] ?? written;
  const url = URL.parse(WITHOUT_SCHEME.test(address) ? `https://${address.replace(/^\/\//, '')}` : address);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
};

/** Telegram's list of what stands in bold or is a link, and the text between. */
const isInline = (list: readonly unknown[]): boolean =>
  list.some((part) => typeof part === 'string') &&
  list.some((part) => isObject(part) && typeof part.type === 'string' && typeof part.text === 'string');

/** Parts in the list of a text that are said elsewhere, or are no text. */
const NO_TEXT = /^(?:kicker|title|byline|date|author_info|image|gallery|video)$/;

const isNoText = (part: unknown): boolean => isObject(part) && NO_TEXT.test(String(part.type));

const joined = (list: readonly unknown[]): string =>
  list
    .filter((part) => !isNoText(part))
    .map((part) => asText(part, BODY_TEXTS) ?? readBlocks(part))
    .filter(Boolean)
    .join(isInline(list) ? '' : '\n\n');

/** Text, or a list of paragraphs, or blocks; verbatim except for unsafe characters and line ends that were written out. */
export const asBody = (value: unknown): string | null => {
  const text = Array.isArray(value)
    ? joined(value)
    : (asText(value, BODY_TEXTS) ?? (isObject(value) ? readBlocks(value) : null));
  const clean = cleanText(withoutMojibake(withLineEnds(withCharacters(text ?? ''))));
  return clean.trim() === '' ? null : clean;
};

/** Paragraphs and the like as programs write them into JSON; an inline tag alone may be what a text is about. */
const MARKUP =
  /<\/(?:p|div|li|h[1-6]|blockquote|section|article|figure)\s{0,9}>|<br\s{0,9}\/?>|(?:^|[.!?:"”)\n])<p>(?=\S)/i;

const TAG = /<\/?[a-z][^<>]{0,200}>/gi;

/** Whether its only tags set words in bold or italics, as searches mark what was searched for, and each is closed. */
const isMarkedUp = (text: string): boolean => {
  const tags = text.match(TAG) ?? [];
  const closing = tags.filter((tag) => tag.startsWith('</')).length;
  return (
    closing * 2 === tags.length &&
    closing > 0 &&
    tags.every((tag) => /^<\/?(?:b|strong|em|i|mark)>$/i.test(tag))
  );
};

const ESCAPED_MARKUP =
  /^\s{0,99}&(?:lt|#60|#x3c);(?:p|div|h[1-6]|article|section|figure|span|ul|ol|blockquote|strong|em|b|i|a|br)\b/i;

/** The text that HTML shows, if the value holds markup or is markup that was escaped. */
export const asMarkup = (value: unknown): string | null => {
  const written = asBody(value);
  if (written === null) return null;
  if (ESCAPED_MARKUP.test(written)) return plainToText(written) || null;
  const html = MARKUP.test(written) ? written : isMarkedUp(written) ? written.replaceAll('\n', '<br>') : null;
  return html === null ? written : htmlToText(html).text.trim() || null;
};

let codes: ReadonlyMap<string, string> | null = null;

/** ISO 639-1 codes by English name. */
const codesByName = (): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const all = letters.flatMap((a) => letters.map((b) => a + b));
  return new Map(
    all.flatMap((code) => (names.of(code) === undefined ? [] : [[names.of(code)!.toLowerCase(), code]])),
  );
};

/** ISO 639-1, from a tag (`pt-BR`), three letters (`eng`) or a name (`english`). */
export const asLanguage = (value: unknown): string | null => {
  const written =
    asText(Array.isArray(value) ? value[0] : value)
      ?.trim()
      .toLowerCase() ?? '';
  const tag = /^[a-z]{2,3}(?![a-z])/.exec(written)?.[0];
  if (tag !== undefined) {
    const code = tag.length === 2 ? tag : (Intl.getCanonicalLocales(tag)[0] ?? '');
    return code.length === 2 ? code : null;
  }
  codes ??= codesByName();
  return codes.get(written) ?? null;
};
