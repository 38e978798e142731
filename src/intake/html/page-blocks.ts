/** In: the document of a page. Out: its paragraphs, numbered, so that it is known which of them an extraction took. */

import type { PageDocument, PageElement, PageNode } from './page-elements.ts';
import { ARTICLE_NAME, nameOf } from './prune-furniture.ts';

/** An element of text without elements of text in it. */
export interface PageBlock {
  readonly element: PageElement;
  readonly name: string;
  readonly text: string;
  /** Characters of it in links. */
  readonly links: number;
}

/** A part of the page that its markup says is the article: the blocks `from` to `to`, exclusive. */
export interface PageContainer {
  readonly element: PageElement;
  readonly from: number;
  readonly to: number;
}

export interface PageBlocks {
  readonly blocks: readonly PageBlock[];
  readonly container: PageContainer | null;
}

const BLOCK = new Set(
  'p div li h1 h2 h3 h4 h5 h6 td th dd dt blockquote pre section article main header aside address summary figure center ul ol dl table tbody thead tr form fieldset details'.split(
    ' ',
  ),
);
/** The attribute that carries a block's number through an extraction. */
const NUMBER = 'data-block';

const lengthInLinks = (element: PageElement): number => {
  let links = 0;
  for (const link of element.querySelectorAll('a')) links += link.textContent.trim().length;
  return element.localName === 'a' ? element.textContent.length : links;
};

/** Characters of running text; none in lines that are mostly links, or too short for a sentence. */
export const proseLength = ({ text, links }: PageBlock): number =>
  text.length >= 30 && links < text.length * 0.4 ? text.length : 0;

/** How sure the markup is that an element is the article; 0 if it says nothing. */
const containerRank = (element: PageElement): number => {
  if (/(?:^|\s)(?:articleBody|reviewBody)(?:\s|$)/i.test(element.getAttribute('itemprop') ?? '')) return 4;
  if (element.localName === 'article') return 2;
  if (element.localName === 'main' || element.getAttribute('role') === 'main') return 1;
  return ARTICLE_NAME.test(nameOf(element)) ? 3 : 0;
};

/** A container counts if it has this share of the prose of the widest one. */
const MIN_SHARE = 0.5;

/** Numbers the blocks of the document, and finds the part that holds the article. */
export const numberBlocks = (document: PageDocument): PageBlocks => {
  const blocks: PageBlock[] = [];
  const found: (PageContainer & { rank: number; prose: number })[] = [];
  const visit = (element: PageElement): boolean => {
    const from = blocks.length;
    const rank = containerRank(element);
    let hasBlocks = false;
    for (let child: PageNode | null = element.firstChild; child !== null; child = child.nextSibling)
      if (child.nodeType === 1 && visit(child as PageElement)) hasBlocks = true;
    const isBlock = BLOCK.has(element.localName);
    if (isBlock && !hasBlocks) {
      const text = element.textContent.replace(/\s+/g, ' ').trim();
      if (text !== '') {
        element.setAttribute(NUMBER, String(blocks.length));
        blocks.push({ element, name: element.localName, text, links: lengthInLinks(element) });
      }
    }
    if (rank > 0 && blocks.length > from) {
      let prose = 0;
      for (let at = from; at < blocks.length; at++) prose += proseLength(blocks[at]!);
      found.push({ element, from, to: blocks.length, rank, prose });
    }
    return isBlock || hasBlocks;
  };
  if (document.body !== null) visit(document.body);
  const widest = Math.max(0, ...found.map(({ prose }) => prose));
  const [container = null] = found
    .filter(({ prose }) => prose > 0 && prose >= widest * MIN_SHARE)
    .toSorted((a, b) => b.rank - a.rank || b.prose - a.prose);
  return { blocks, container };
};

/** The numbers of the blocks in an extraction's HTML. */
export const blocksIn = (html: string): ReadonlySet<number> =>
  new Set([...html.matchAll(/ data-block="(\d+)"/g)].map(([, number]) => Number(number)));

/** A lead is a sentence at least, and no longer than this altogether. */
const MIN_LEAD = 40;
const MAX_LEAD = 2_000;
const LEAD_NAME =
  /(?:^|[\s-])(?:lead|lede|intro\w*|standfirst|chapo|excerpt|subtitle|subhead\w*|sub-?title|dek|abstract|bajada|entradilla|vorspann|teaser-text|summary|description|subheadline|sommario|ingress|kicker-text)(?=$|[\s-])/;
const SENTENCE_END = /[.!?…。！？।؟]["”»“’)\]]*$/;

const isLead = ({ element, text, links }: PageBlock): boolean => {
  if (text.length < MIN_LEAD || text.length > MAX_LEAD || links > text.length * 0.3) return false;
  const names = [element, element.parentElement].map((one) => (one === null ? '' : nameOf(one)));
  return text.length > 100 || SENTENCE_END.test(text) || names.some((name) => LEAD_NAME.test(name));
};

/** The lead, if it stands between the headline and the first block that was taken. */
export const findLead = (blocks: readonly PageBlock[], taken: ReadonlySet<number>): string[] => {
  const first = Math.min(...taken);
  const heading = blocks.findLastIndex(({ name }, at) => at < first && name === 'h1');
  if (heading === -1 || !Number.isFinite(first)) return [];
  const lead = blocks.slice(heading + 1, first).filter(isLead);
  const texts = lead.map(({ text }) => text);
  return texts.join('').length > MAX_LEAD ? [] : texts;
};

const HEADING = /^h[2-6]$/;
/** A block in which nearly all is a link leads elsewhere. */
const LINK_SHARE = 0.9;
const MAX_POINTER = 200;
/** If more of the article than this is links, it is an article of links. */
const MAX_LINKED = 0.5;

/**
 * The texts of blocks that were taken although they are not the article's: lines that only lead elsewhere, and
 * headings with nothing below them but those, or nothing at all.
 */
export const findPointers = (
  blocks: readonly PageBlock[],
  taken: ReadonlySet<number>,
  isFurniture: (line: string) => boolean,
): ReadonlySet<string> => {
  const all = blocks.filter((_, at) => taken.has(at));
  const amount = all.reduce((sum, { text }) => sum + text.length, 0);
  const linked = all.reduce((sum, { links }) => sum + links, 0);
  const isPointer = ({ text, links, name }: PageBlock): boolean =>
    isFurniture(text) ||
    (linked < amount * MAX_LINKED &&
      name !== 'td' &&
      text.length < MAX_POINTER &&
      links >= text.length * LINK_SHARE);
  const pointers = new Set<string>();
  let hasText = false;
  let isAboveList = false;
  for (const block of all.toReversed()) {
    const isHeading = HEADING.test(block.name);
    const isOne: boolean = isPointer(block) || (isHeading && (!hasText || isAboveList));
    if (isOne) pointers.add(block.text);
    else hasText = !isHeading;
    isAboveList = isOne && block.name === 'li';
  }
  return pointers;
};
