/** In: a page's document. Out: the date it shows with its headline. */
import type { Published } from '../../domain/article.ts';
import { parseDate } from '../parse-date.ts';
import type { PageDocument, PageElement, PageNode } from './page-elements.ts';

const MONTH = String.raw`\p{L}[\p{L}\p{M}]{2,14}\.?`;
/** A day with its year, as people write it. */
const WRITTEN_DAY = new RegExp(
  [
    String.raw`(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)`,
    String.raw`(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\. ?(?:0?[1-9]|1[0-2])\. ?(?:(?:19|20)\d\d|\d\d)(?!\d|\.\d)`,
    String.raw`(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)\d\d(?!\d)`,
    String.raw`(?<![\d-])\d{1,2}-\d{1,2}-(?:19|20)\d\d(?!\d)`,
    String.raw`(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|\.)? ?(?:de |of )?${MONTH},? (?:de |del )?(?:19|20)\d\d(?!\d)`,
    String.raw`(?<!\p{L})${MONTH} (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)`,
    String.raw`(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]`,
  ].join('|'),
  'u',
);
const CLOCK = /^[^\d\p{L}]{0,4}(?:um |at |à |alle |a las )?(\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?)/iu;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** A line that dates something is short. */
const MAX_LINE = 100;

interface WrittenDate {
  readonly date: string;
  /** Where in the line it stands. */
  readonly at: number;
}

const findDate = (text: string, dayFirst: boolean): WrittenDate | null => {
  const line = text
    .slice(0, 3 * MAX_LINE)
    .replace(/\s+/g, ' ')
    .trim();
  const found = WRITTEN_DAY.exec(line);
  if (found === null) return null;
  const [first] = found;
  const plain = first.replace(/\b(?:del?|of) /g, '').replace(/^(\d{1,2})(?:er|º)(?= )/, '$1');
  const day = dayFirst ? plain.replace(SLASHED, '$1.$2.$3') : plain;
  const clock = CLOCK.exec(line.slice(found.index + first.length))?.[1];
  const date = (clock === undefined ? null : parseDate(`${day} ${clock}`)) ?? parseDate(day);
  return date === null ? null : { date, at: found.index };
};

/** The first day written out at the beginning of a text, with its time where one follows. */
export const findWrittenDate = (text: string): Published => findDate(text, false)?.date ?? null;

/** Class names and ids of elements that hold a date. */
const DATE_NAME =
  /(?:^|[\s_-])(?:date|datum|datetime|fecha|data|pubdate|published|publicado|publication|posted|created|timestamp|time|webtime|uploaded|authored|dateline|post-meta|entry-meta)(?:$|[\s_-])|(?:date|datum|Date|Datum|Time)(?=[A-Z]|[\s_-]|$)/;
/** Parts of a page that are dated for themselves. */
const OTHER_NAME = /comment|related|sidebar|recent|latest|popular|footer|calendar|copyright/i;
const OTHER_PARTS = new Set(['nav', 'aside', 'footer', 'figcaption']);
/** Parts that may be another article's. */
const TEASER_NAME = /widget|teaser|archive|card|list/i;

const nameOf = ({ className, id }: PageElement): string => `${className} ${id}`;

interface Candidate {
  readonly date: string;
  /** In characters from the top of the page. */
  readonly at: number;
  readonly isNamed: boolean;
  readonly isTeaser: boolean;
}

/** Every date of the page proper, and where its headlines begin. */
const findCandidates = (
  document: PageDocument,
  dayFirst: boolean,
): { found: Candidate[]; headings: number[] } => {
  const found: Candidate[] = [];
  const headings: number[] = [];
  let at = 0;
  const note = (text: string, isNamed: boolean, isTeaser: boolean): void => {
    const written = findDate(text, dayFirst);
    if (written === null) return;
    const isLine = text.trim().length < MAX_LINE && (isNamed || !/[.!?。]\s*$/.test(text));
    if (isLine || written.at < 3)
      found.push({ date: written.date, at, isNamed: isNamed && isLine, isTeaser });
  };
  const visit = (node: PageNode, isNamed: boolean, isTeaser: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.textContent;
      if (/\d/.test(text)) note(text, isNamed, isTeaser);
      at += text.trim().length;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as PageElement;
    const { localName } = element;
    if (OTHER_PARTS.has(localName) || OTHER_NAME.test(nameOf(element).slice(0, 300))) {
      if (element.querySelector('h1') === null) return;
    }
    if (localName === 'h1' && headings.length < MAX_HEADINGS) headings.push(at);
    const named = isNamed || localName === 'time' || DATE_NAME.test(nameOf(element).slice(0, 300));
    const teaser = isTeaser || TEASER_NAME.test(nameOf(element).slice(0, 300));
    const given = element.getAttribute('datetime');
    const day = given === null ? null : parseDate(given);
    if (day !== null) found.push({ date: day, at, isNamed: true, isTeaser: teaser });
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child, named, teaser);
  };
  if (document.body !== null) visit(document.body, false, false);
  return { found, headings };
};

/** How much farther away a date may stand that its element is named for, and how much nearer before the headline. */
const NAMED_LEAD = 600;
const BEFORE_FACTOR = 2;
const TEASER_LAG = 500;
/** In characters; farther from the headline a date is not the article's. */
const MAX_DISTANCE = 3_000;

const MAX_HEADINGS = 5;

/** Pages in American English, or that do not say, write the month first between slashes. */
const writesDayFirst = (document: PageDocument): boolean =>
  /^(?!en(?:[-_]us)?$)[a-z]{2}/i.test(document.documentElement.getAttribute('lang') ?? '');

/** The date nearest to a headline, one in an element named for it before others. */
export const findShownDate = (document: PageDocument): Published => {
  const { found, headings } = findCandidates(document, writesDayFirst(document));
  const distanceTo = (heading: number, { at }: Candidate): number =>
    at < heading ? (heading - at) * BEFORE_FACTOR : at - heading;
  const distance = (one: Candidate): number =>
    Math.min(...(headings.length > 0 ? headings : [0]).map((heading) => distanceTo(heading, one))) +
    (one.isNamed ? 0 : NAMED_LEAD) +
    (one.isTeaser ? TEASER_LAG : 0);
  const [nearest] = found
    .map((one) => ({ ...one, distance: distance(one) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined || nearest.distance > MAX_DISTANCE ? null : nearest.date;
};
