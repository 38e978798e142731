/**
 * In: XML of any quality. Out: a tree of its elements under their usual names, whatever prefixes the document chose.
 * Tags left open, bare ampersands, HTML's entities and undeclared prefixes are all read for what they mean.
 */
import { Parser } from 'htmlparser2';
import { UnreadableDocument } from '../unreadable-document.ts';
import { expandEntities } from './expand-entities.ts';

export interface XmlElement {
  /**
   * Lower-case. Elements of RSS, and those without a known namespace, have no prefix (`title`); others have the
   * usual one of their namespace (`atom:title`, `dc:creator`, `content:encoded`).
   */
  readonly name: string;
  /** Names in lower case, as written: `href`, `xml:lang`, `rdf:about`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, decoded, CDATA included; not that of its children. */
  readonly text: string;
  /** What stands between its tags, as written. */
  readonly markup: string;
  /** The `xml:base` in force, resolved against those outside it and the document's address; empty if none is known. */
  readonly base: string;
  /** The `xml:lang` in force; empty if none is. */
  readonly language: string;
}

interface Open {
  readonly element: { -readonly [key in keyof XmlElement]: XmlElement[key] } & { children: XmlElement[] };
  /** As written, to find the matching end tag. */
  readonly tag: string;
  readonly contentStart: number;
  readonly textParts: string[];
  readonly namespaces: ReadonlyMap<string, string>;
}

/** Namespace addresses, by a part that all their spellings share, and the prefix each is known by. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/www\.w3\.org\/2005\/atom|purl\.org\/atom\//, 'atom'],
  [/purl\.org\/dc\/elements/, 'dc'],
  [/purl\.org\/dc\/terms/, 'dcterms'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [
    /purl\.org\/rss\/1\.0\/?$|purl\.org\/net\/rss1|netscape\.com\/(rdf|publish)|userland\.com\/rss|harvard\.edu\/(tech\/)?rss/,
    '',
  ],
  [/search\.yahoo\.com\/mrss|video\.search\.yahoo/, 'media'],
  [/itunes\.com\/dtds|podcast-1\.0\.dtd/, 'itunes'],
  [/22-rdf-syntax-ns/, 'rdf'],
  [/1999\/xhtml/, 'xhtml'],
  [/feedburner/, 'feedburner'],
];

/** Deeper elements are read as part of the one above them. No feed needs a tenth of this. */
const MAX_DEPTH = 400;
/** Elements left open at which a document is not worth reading on: each end tag is compared with all of them. */
const MAX_OPEN = 4_000;

/** Entries never hold entries, and these fields hold text alone: a start tag inside them means an end tag is missing. */
const ENTRIES = new Set(['item', 'atom:entry', 'entry']);
const TEXT_FIELDS = new Set(['title', 'link', 'guid', 'pubdate']);
const FIELDS = new Set([
  ...TEXT_FIELDS,
  'description',
  'author',
  'category',
  'comments',
  'enclosure',
  'content:encoded',
]);

/** Where entries have more than their title. */
const TEXTS = new Set([
  'description',
  'content:encoded',
  'atom:summary',
  'atom:content',
  'summary',
  'content',
]);

const splitName = (name: string): [prefix: string, local: string] => {
  const at = name.indexOf(':');
  return at === -1 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
};

const usualName = (tag: string, namespaces: ReadonlyMap<string, string>): string => {
  const [prefix, local] = splitName(tag);
  const usual = namespaces.get(prefix) ?? prefix;
  return usual === '' ? local : `${usual}:${local}`;
};

/** The prefixes in force inside an element: those outside it and those it declares. */
const declare = (
  outer: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> => {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  );
  if (declared.length === 0) return outer;
  return new Map([
    ...outer,
    ...declared.map(([name, address]): [string, string] => {
      const prefix = name.slice('xmlns:'.length);
      const known = PREFIXES.find(([pattern]) => pattern.test(address.toLowerCase()));
      return [prefix, known ? known[1] : prefix];
    }),
  ]);
};

const resolveBase = (outer: string, inner: string | undefined): string =>
  inner === undefined ? outer : (URL.parse(inner.trim(), outer || undefined)?.href ?? inner.trim());

/**
 * Reads a document; one cut short yields what came, without an entry that has no text yet. The root has no name and
 * holds the rest. `address` is where it was fetched from. Throws `limit` if elements nest beyond all sense.
 */
export const readXml = (source: string, address = ''): XmlElement => {
  const xml = expandEntities(source);
  const root: Open['element'] = {
    name: '',
    attributes: {},
    children: [],
    text: '',
    markup: xml,
    base: address,
    language: '',
  };
  const stack: Open[] = [{ element: root, tag: '', contentStart: 0, textParts: [], namespaces: new Map() }];
  let open = 0;
  let tooDeep = 0;
  let ended = false;
  /** Whether entries have end tags, as far as can be seen. */
  let areEntriesClosed = false;

  const closeDownTo = (index: number, contentEnd: number): void => {
    for (const { element, contentStart, textParts } of stack.splice(index)) {
      element.text = textParts.join('');
      element.markup = xml.slice(contentStart, contentEnd);
    }
  };
  /** Closes what the start of `name` shows to have been left open. */
  const closeLeftOpen = (name: string, at: number): void => {
    const entry = ENTRIES.has(name) ? stack.findIndex(({ element }) => element.name === name) : -1;
    if (entry > 0) {
      areEntriesClosed = false;
      closeDownTo(entry, at);
    } else if (TEXT_FIELDS.has(stack.at(-1)!.element.name) && FIELDS.has(name))
      closeDownTo(stack.length - 1, at);
  };

  /** The entry in which the document breaks off before its text would be but its title; it comes whole another time. */
  const dropCutEntry = (): void => {
    const at = stack.findLastIndex(({ element }) => ENTRIES.has(element.name));
    if (at <= 0) return;
    const inside = stack
      .slice(at + 1)
      .flatMap(({ textParts, element }) => [...textParts, ...element.children]);
    const hasText =
      stack[at]!.element.children.some(({ name, text }) => TEXTS.has(name) && text.trim() !== '') ||
      (TEXTS.has(stack[at + 1]?.element.name ?? '') && inside.some((part) => part !== ''));
    const isInField = at < stack.length - 1 || xml.lastIndexOf('<') > xml.lastIndexOf('>');
    if (!hasText && (isInField || areEntriesClosed)) stack[at - 1]!.element.children.pop();
  };

  const parser = new Parser(
    {
      onopentag(rawName, attributes) {
        if (++open > MAX_OPEN) throw new UnreadableDocument('limit', { kind: 'too-deep', max: MAX_OPEN });
        if (stack.length > MAX_DEPTH) return void tooDeep++;
        const tag = rawName.toLowerCase();
        const namespaces = declare(stack.at(-1)!.namespaces, attributes);
        const name = usualName(tag, namespaces);
        closeLeftOpen(name, parser.startIndex);
        const parent = stack.at(-1)!.element;
        const base = resolveBase(parent.base, attributes['xml:base']);
        const language = attributes['xml:lang'] ?? parent.language;
        const element = { name, attributes, children: [], text: '', markup: '', base, language };
        parent.children.push(element);
        stack.push({ element, tag, contentStart: parser.endIndex + 1, textParts: [], namespaces });
      },
      ontext(text) {
        stack.at(-1)!.textParts.push(text);
      },
      onclosetag(rawName) {
        open--;
        if (tooDeep > 0 && !ended) return void tooDeep--;
        const tag = rawName.toLowerCase();
        const index = stack.findLastIndex((one) => one.tag === tag);
        if (index <= 0) return;
        areEntriesClosed ||= !ended && ENTRIES.has(stack[index]!.element.name);
        closeDownTo(index, ended ? xml.length : parser.startIndex);
      },
    },
    { xmlMode: true, lowerCaseAttributeNames: true },
  );
  parser.write(xml);
  dropCutEntry();
  ended = true;
  parser.end();
  closeDownTo(0, xml.length);
  return root;
};
