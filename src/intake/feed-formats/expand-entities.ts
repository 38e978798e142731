/** In: XML as written. Out: the same without a document type, its own entities and HTML's replaced by what they mean. */
import { Parser } from 'htmlparser2';

/** What entities declared in the document may add to it in all; a bomb's stay as they are written beyond this. */
const MAX_EXPANSION = 100_000;

const DOCTYPE = /<!DOCTYPE\s[^[<>]{0,1000}(?:\[([^\]]{0,50000})\]\s*)?>/iy;
/** A document type stands at the start; what junk stands before it is short. Only the first is looked at. */
const DOCTYPE_WITHIN = 100_000;
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
const REFERENCE = /&([A-Za-z][\w.-]{0,40});/g;
/** A `<` that starts no tag. */
const BARE_LESS_THAN = /<(?![a-z_/!?\u0080-\uffff])/gi;
/** A character beyond the first 65,536 as two halves, as some programs write it: `&#55357;&#56613;`. */
const HALVES = /&#(x[\da-f]{4}|\d{5});&#(x[\da-f]{4}|\d{5});/gi;
/** What XML has no characters for. */
const CONTROL = /&#(?:x0{0,6}(?:[0-8bcef]|1[\da-f])|0{0,6}(?:[0-8]|1[124-9]|2\d|3[01]));/gi;
const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const htmlEntities = new Map<string, string>();

/** The character an HTML entity names, or the reference itself if HTML does not know it. */
const decodeHtmlEntity = (reference: string): string => {
  const known = htmlEntities.get(reference);
  if (known !== undefined) return known;
  let text = '';
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
  });
  parser.end(reference);
  if (htmlEntities.size < 3000) htmlEntities.set(reference, text);
  return text;
};

/** The character of two halves; the references as they are if they are something else. */
const joinHalves = (references: string, ...halves: string[]): string => {
  const [high = 0, low = 0] = halves.slice(0, 2).map((half) => Number(half.replace(/^x/i, '0x')));
  const isPair = high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
  return isPair ? String.fromCharCode(high, low) : references;
};

/**
 * Replaces entity references. Declared entities are replaced once, not those inside them, and external ones never
 * (nothing is read from a file or an address); what XML itself defines is left to the parser. A `<` before a digit or
 * a blank is escaped.
 */
export const expandEntities = (source: string): string => {
  const head = source.slice(0, DOCTYPE_WITHIN);
  DOCTYPE.lastIndex = Math.max(0, head.search(/<!DOCTYPE\s/i));
  const [doctype, subset] = DOCTYPE.exec(head) ?? [];
  const xml = (doctype === undefined ? source : source.replace(doctype, () => ''))
    .replace(HALVES, joinHalves)
    .replace(CONTROL, '');
  const declared = new Map<string, string>();
  for (const [, name, double, single] of (subset ?? '').matchAll(ENTITY))
    declared.set(name!, double ?? single ?? '');
  let added = 0;
  return xml.replace(BARE_LESS_THAN, '&lt;').replace(REFERENCE, (reference, name: string) => {
    if (XML_ENTITIES.has(name)) return reference;
    const value = declared.get(name);
    if (value === undefined) return decodeHtmlEntity(reference);
    added += value.length;
    return added > MAX_EXPANSION ? reference : value;
  });
};
