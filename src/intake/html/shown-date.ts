/** In: a page's document. Out: the date it shows with its headline. */
import type { Published } from '../../domain/article.ts';
import { plainDigits } from '../../text/letter-variants.ts';
import { isWeekday } from '../dates/date-words.ts';
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
    String.raw`(?<!\d)\d{1,2} \p{Script=Arabic}{2,10}(?: ماه)?,? 1[34]\d\d(?!\d)|(?<!\d)1[34]\d\d[/-]\d{1,2}[/-]\d{1,2}(?!\d)`,
  ].join('|'),
  'gu',
);
/** A time and what names its zone, behind a day or before one ("9:30 AM EDT, March 12, 2024"). */
const TIME_OF_DAY = String.raw`\d{1,2}(?:[:.h]| h )\d\d(?::\d\d)?(?!\d)(?: ?[AaPp]\.? ?[Mm]\b\.?)?(?: ?(?:[Uu]hr|uur|hrs?|h)\b)?(?: ?\(?(?:[A-Z]{2,5}\b(?:[+-]\d{1,2}(?::?\d\d)?)?|Z\b|[+-]\d\d:?\d\d|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time))?`;
const CLOCK = new RegExp(
  String.raw`^(?:T|[^\d\p{L}]{0,4}(?:(?:um|at|à|às|alle|a las|om|kl\.?|klo|o) )?)(${TIME_OF_DAY}|\d{1,2} ?[時时시点點] ?\d{1,2} ?[分분])`,
  'u',
);
const CLOCK_BEFORE = new RegExp(
  String.raw`(?<!\d)(${TIME_OF_DAY})\)?,? (?:on )?(?:\p{Lu}\p{L}{2,9}\.?,? )?$`,
  'u',
);
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** A line that dates something is short. */
const MAX_LINE = 100;
/** What stands right before a date says what happened then. */
const LABEL_CHARS = 40;
const UPDATED =
  /up-?dated?|modified|edited|revised|last change|aktualisier|geändert|bearbeitet|mise? à jour|modifi[ée]|actualiza|atualiza|modificad|aggiornat|ultima modifica|bijgewerkt|gewijzigd|uppdatera|oppdatert|sist endret|opdateret|muokattu|päivitetty|aktualiz|zmodyfik|frissít|módosít|обновл|измен[ея]н|оновлен|ενημερ|τροποπ|güncelle|diperbarui|cập nhật|更新|修改|수정|업데이트|تحديث|به‌?روز|עודכן|עדכון|อัปเดต|अपडेट/iu;

interface WrittenDate {
  readonly date: string;
  /** Where in the line it stands. */
  readonly at: number;
  /** It is said to be that of the last change. */
  readonly isUpdate: boolean;
}

/** The first day of a line that is not said to be that of a change, else the first; `before` is what stands before the line. */
const findDate = (text: string, dayFirst: boolean, before = ''): WrittenDate | null => {
  const written = text.slice(0, 3 * MAX_LINE);
  if (!/\p{Nd}/u.test(written)) return null;
  const line = plainDigits(written.replace(/\s+/g, ' ').trim());
  let first: WrittenDate | null = null;
  let label = `${before} `;
  let end = 0;
  for (const found of line.matchAll(WRITTEN_DAY)) {
    const between = line.slice(end, found.index);
    label += between;
    end = found.index + found[0].length;
    const date = readAround(found[0], between, line.slice(end), dayFirst);
    const isUpdate = UPDATED.test(label.slice(-LABEL_CHARS));
    label = '';
    if (date === null) continue;
    const one = { date, at: found.index, isUpdate };
    if (!isUpdate) return one;
    first ??= one;
  }
  return first;
};

const readAround = (written: string, before: string, after: string, dayFirst: boolean): Published => {
  const plain = written.replace(/\b(?:del?|of) /g, '').replace(/^(\d{1,2})(?:er|º)(?= )/, '$1');
  const day = dayFirst ? plain.replace(SLASHED, '$1.$2.$3') : plain;
  const clock = CLOCK.exec(after)?.[1] ?? CLOCK_BEFORE.exec(before)?.[1];
  return (clock === undefined ? null : parseDate(`${day} ${clock}`)) ?? parseDate(day);
};

/** The first day written out at the beginning of a text, with its time if one follows. */
export const findWrittenDate = (text: string): Published => findDate(text, false)?.date ?? null;

/** What stands around the date in a line that says nothing else. */
const DATE_WORDS = new Set(
  'published posted updated first last date on at by from am pm publié publiée mis jour le à veröffentlicht aktualisiert stand am um uhr vom publicado actualizado el a las pubblicato aggiornato il alle ore em às geplaatst op om uur publicerad publisert opublikowano godz опубликовано в'.split(
    ' ',
  ),
);
const CLOCKS = new RegExp(TIME_OF_DAY, 'gu');

/** Whether a line gives a date and nothing else. */
export const isDateLine = (written: string): boolean => {
  if (written.length > MAX_LINE || !/\p{Nd}/u.test(written)) return false;
  const line = plainDigits(written.replace(/\s+/g, ' '));
  const rest = line.replace(WRITTEN_DAY, ' ');
  const words = rest.replace(CLOCKS, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return rest !== line && words.every((word) => DATE_WORDS.has(word.toLowerCase()) || isWeekday(word));
};

/** Class names and ids of elements that hold a date. */
const DATE_NAME =
  /(?:^|[\s_-])(?:date|datum|datetime|fecha|data|pubdate|published|publicado|publication|posted|created|timestamp|time|webtime|uploaded|authored|dateline|post-meta|entry-meta)(?:$|[\s_-])|(?:date|datum|Date|Datum|Time)(?=[A-Z]|[\s_-]|$)/;
/** Parts of a page that are dated for themselves. */
const OTHER_NAME = /comment|related|sidebar|recent|latest|popular|footer|calendar|copyright/i;
const OTHER_PARTS = new Set(['header', 'nav', 'aside', 'footer', 'figcaption']);
/** Parts that may be another article's. */
const TEASER_NAME = /widget|teaser|archive|card|list/i;

const nameOf = ({ className, id }: PageElement): string => `${className} ${id}`;

/** What the names of the elements around a date say of it. */
interface Place {
  readonly isNamed: boolean;
  readonly isTeaser: boolean;
  readonly isUpdate: boolean;
}

interface Candidate extends Place {
  readonly date: string;
  /** In characters from the top of the page. */
  readonly at: number;
}

const UPDATE_NAME = /(?:^|[\s_-])(?:updated|modified|last-?mod\w*)(?=$|[\s_-])/i;

/** The texts in a short element, separated by blanks. */
const spacedText = (node: PageNode): string => {
  if (node.nodeType === 3) return node.textContent.trim();
  const texts: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) texts.push(spacedText(child));
  return texts.filter(Boolean).join(' ');
};

/** Every date of the page proper, and where its headlines begin. */
const findCandidates = (
  document: PageDocument,
  dayFirst: boolean,
): { found: Candidate[]; headings: number[] } => {
  const found: Candidate[] = [];
  const headings: number[] = [];
  let at = 0;
  /** The end of the text since the last date. */
  let before = '';
  const note = (text: string, { isNamed, isTeaser, isUpdate }: Place): void => {
    const written = findDate(text, dayFirst, before);
    before = written === null ? `${before} ${text.trim()}`.slice(-LABEL_CHARS) : '';
    if (written === null) return;
    const isLine = text.trim().length < MAX_LINE && (isNamed || !/[.!?。]\s*$/.test(text));
    if (!isLine && written.at >= 3) return;
    found.push({
      ...written,
      at,
      isNamed: isNamed && isLine,
      isTeaser,
      isUpdate: isUpdate || written.isUpdate,
    });
  };
  const visit = (node: PageNode, place: Place): void => {
    if (node.nodeType === 3) {
      const text = node.textContent;
      note(text, place);
      at += text.trim().length;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as PageElement;
    const { localName } = element;
    const name = nameOf(element).slice(0, 300);
    if (OTHER_PARTS.has(localName) || OTHER_NAME.test(name)) {
      if (element.querySelector('h1') === null) return;
    }
    if (localName === 'h1' && headings.length < MAX_HEADINGS) headings.push(at);
    const inside = {
      isNamed: place.isNamed || localName === 'time' || DATE_NAME.test(name),
      isTeaser: place.isTeaser || TEASER_NAME.test(name),
      isUpdate: place.isUpdate || UPDATE_NAME.test(name),
    };
    const given = element.getAttribute('datetime');
    const day = given === null ? null : parseDate(given);
    if (day !== null) {
      const isUpdate =
        inside.isUpdate || UPDATED.test(`${before} ${element.textContent.slice(0, LABEL_CHARS)}`);
      found.push({ date: day, at, isNamed: true, isTeaser: inside.isTeaser, isUpdate });
    }
    if (day === null && localName === 'time') {
      // Its day and its time may be in elements of their own.
      note(spacedText(element), inside);
      at += element.textContent.trim().length;
      return;
    }
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child, inside);
    if (day !== null) before = '';
  };
  if (document.body !== null) visit(document.body, { isNamed: false, isTeaser: false, isUpdate: false });
  return { found, headings };
};

/** How much farther away a date may stand that its element is named for, and how much nearer before the headline. */
const NAMED_LEAD = 600;
const BEFORE_FACTOR = 2;
const TEASER_LAG = 500;
/** Farther than any other by this, that of the last change counts if the page shows no other. */
const UPDATE_LAG = 1_500;
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
    (one.isTeaser ? TEASER_LAG : 0) +
    (one.isUpdate ? UPDATE_LAG : 0);
  const [nearest] = found
    .map((one) => ({ ...one, distance: distance(one) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined || nearest.distance > MAX_DISTANCE ? null : nearest.date;
};
