/** In: the document of a page. Out: the text of its article. */
import { Readability } from '@mozilla/readability';
import { dropLines, isFurnitureLine } from './furniture-lines.ts';
import { type HtmlText, htmlToText } from './html-to-text.ts';
import {
  blocksIn,
  findLead,
  findPointers,
  numberBlocks,
  type PageBlock,
  type PageBlocks,
  type PageContainer,
  proseLength,
} from './page-blocks.ts';
import type { PageDocument } from './page-elements.ts';
import { pruneFurniture } from './prune-furniture.ts';
import type { ArticleData } from './read-json-ld.ts';
import { isDateLine } from './shown-date.ts';

/**
 * An extraction of less prose than this that has less than half of the prose in the article's own part has missed it.
 */
const LITTLE_PROSE = 1_000;
const MIN_TAKEN = 0.5;

const rangeOf = ({ from, to }: PageContainer): ReadonlySet<number> =>
  new Set(Array.from({ length: to - from }, (_, at) => from + at));

const proseOf = (blocks: readonly PageBlock[], taken: Iterable<number>): number =>
  [...taken].reduce((sum, at) => sum + proseLength(blocks[at]!), 0);

const isMissed = (
  blocks: readonly PageBlock[],
  taken: ReadonlySet<number>,
  container: PageContainer,
): boolean => {
  const wanted = proseOf(blocks, rangeOf(container)) * MIN_TAKEN;
  const prose = proseOf(blocks, taken);
  return prose < LITTLE_PROSE && prose < wanted;
};

/** Elements that date the article, and are no part of its text. */
const DATES = 'time, [itemprop~="datePublished"], [itemprop~="dateModified"], [property$="datePublished"]';
/** Longer lines are more than a time. */
const MAX_LABEL = 100;

const plain = (line: string): string =>
  line
    .replace(/^(?:•|\d+\.) /, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Dates that stand above the text or below it; elsewhere they are headings of a chronicle. */
const withoutDateLines = (text: string): string => {
  const paragraphs = text.split('\n\n');
  const isAside = (at: number): boolean => at < 3 || at === paragraphs.length - 1;
  const dates = paragraphs
    .keys()
    .filter((at) => isDateLine(paragraphs[at]!))
    .toArray();
  if (!dates.every(isAside)) return text;
  return paragraphs.filter((_, at) => !dates.includes(at)).join('\n\n');
};

const chooseText = (
  extracted: string,
  containerHtml: string,
  { blocks, container }: PageBlocks,
  labels: readonly string[],
): HtmlText => {
  const taken = blocksIn(extracted);
  const missed = container !== null && isMissed(blocks, taken, container);
  const { text, images } = htmlToText(missed ? containerHtml : extracted);
  const used = missed ? rangeOf(container) : taken;
  const lead = findLead(blocks, used).filter((one) => !text.includes(one.slice(0, 60)));
  const unwanted = new Set([...findPointers(blocks, used, isFurnitureLine), ...labels.map(plain)]);
  const own = dropLines(text, (line) => unwanted.has(plain(line)) || isFurnitureLine(line));
  return { text: withoutDateLines([...lead, own].filter(Boolean).join('\n\n')), images };
};

/** What the structured data gives as the text if the page shows less than half of it. */
const fuller = (shown: string, given: string | null): string =>
  given !== null && shown.length < given.length / 2 ? dropLines(given, isFurnitureLine) : shown;

/** Takes the article's text out of the document, which it leaves unfit for anything else. */
export const readArticleText = (
  document: PageDocument,
  headings: readonly string[],
  data: ArticleData | null,
): HtmlText => {
  pruneFurniture(document);
  const times = [...document.querySelectorAll(DATES)].map(({ textContent }) =>
    textContent.slice(0, MAX_LABEL),
  );
  const blocks = numberBlocks(document);
  const containerHtml = blocks.container?.element.innerHTML ?? '';
  const extracted = new Readability(document as never, { disableJSONLD: true }).parse()?.content ?? '';
  const { text, images } = chooseText(extracted, containerHtml, blocks, [...headings, ...times]);
  return { text: fuller(text, data?.body ?? null), images };
};
