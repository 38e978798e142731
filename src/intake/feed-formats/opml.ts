/** In: an OPML document, or a list of feeds. Out: the other of the two. */
import { cleanLine } from '../../text/clean-text.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { decodeBytes } from './decode-bytes.ts';
import { resolveAddress } from './read-value.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** One feed of a reading list. */
export interface ListedFeed {
  /** Its address, as it stands there if it is not a web address. */
  readonly url: string;
  readonly name: string | null;
}

const outlines = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(outlines)];

/**
 * The feeds of an OPML document, folders flattened, each address once. Throws `invalid` if it is not OPML. As any
 * document from outside, it is to be read in a worker (`openParser`).
 */
export const readOpml = (bytes: Uint8Array, contentType: string | null): ListedFeed[] => {
  const elements = outlines(readXml(decodeBytes(bytes, contentType)));
  if (!elements.some(({ name }) => name === 'opml' || name === 'outline'))
    throw new UnreadableDocument('invalid', { kind: 'not-opml' });
  const feeds = new Map<string, ListedFeed>();
  for (const { name, attributes } of elements) {
    const given = name === 'outline' ? (attributes.xmlurl ?? attributes.url)?.trim() : undefined;
    const url = resolveAddress(given, '') ?? given ?? '';
    const label = cleanLine(attributes.title || attributes.text || '') || null;
    if (url !== '' && !feeds.has(url)) feeds.set(url, { url, name: label });
  }
  return [...feeds.values()];
};

/** An OPML 2.0 document that other readers import. Its writer, 132 modules, is loaded by the few who export their feeds. */
export const writeOpml = async (title: string, feeds: readonly ListedFeed[]): Promise<string> => {
  const { generateOpml } = await import('feedsmith');
  const outlines = feeds.map(({ url, name }) => ({
    type: 'rss',
    text: name ?? url,
    title: name ?? url,
    xmlUrl: url,
  }));
  return generateOpml({ head: { title }, body: { outlines } });
};
