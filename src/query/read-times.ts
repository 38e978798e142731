/** In: text and the clock it is read by. Out: the days it names ("last week", "in March 2024", "since Tuesday"). */
import { casual, type ParsedResult } from 'chrono-node/en';
import type { DayRange } from '../domain/query.ts';

/** A time named in a text: where (UTF-16 offsets), the days it covers, and whether it counts from the clock. */
export interface NamedTime {
  readonly start: number;
  readonly end: number;
  readonly range: DayRange;
  /** "yesterday", "last week", "3 days ago": words that no article is found by. */
  readonly isRelative: boolean;
}

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Reading dates costs most of a millisecond, so texts without any of these words are not read. */
const HINT =
  /\b(?:19|20)\d\d\b|\b(?:yesterday|today|tonight|tomorrow|days?|weeks?|weekend|months?|years?|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b|\d[-/.]\d/i;

/** Whole spans of days, which the date reader would take for one day: "this week" is the week, not a day of it. */
const SPAN =
  /\b(?<which>this|last|past|previous|the past|the last)\s+(?:(?<count>\d{1,3}|few|couple of|two|three)\s+)?(?<unit>day|week|weekend|month|year)s?\b/gi;
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, weekend: 7, month: 31, year: 366 };
const COUNTS: Readonly<Record<string, number>> = { few: 3, 'couple of': 2, two: 2, three: 3 };

const readSpans = (text: string, asOfMs: number): NamedTime[] =>
  [...text.matchAll(SPAN)].map((match) => {
    const { which = '', count, unit = 'day' } = match.groups ?? {};
    const units = count === undefined ? 1 : (COUNTS[count.toLowerCase()] ?? Number(count));
    // "last week" said on a Friday means the calendar week before or the past seven days: both are taken in.
    const factor = which.toLowerCase() === 'last' && count === undefined ? 2 : 1;
    const days = units * factor * (UNIT_DAYS[unit.toLowerCase()] ?? 1);
    return {
      start: match.index,
      end: match.index + match[0].length,
      range: { from: dayOf(asOfMs - days * DAY_MS), to: dayOf(asOfMs) },
      isRelative: true,
    };
  });

const lastDayOfMonth = (year: number, month: number): string => dayOf(Date.UTC(year, month, 0));
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** The days a found date covers: a day, a month where no day is named; without a year, the latest that is past. */
const rangeOf = ({ start, end }: ParsedResult, asOfMs: number): { from: string; to: string } => {
  const isFuture = !start.isCertain('year') && start.date().getTime() > asOfMs + DAY_MS;
  const year = start.get('year')! - (isFuture ? 1 : 0);
  const month = start.get('month')!;
  const hasDay = start.isCertain('day') || start.isCertain('weekday');
  const from = `${pad(year, 4)}-${pad(month)}-${pad(hasDay ? start.get('day')! : 1)}`;
  if (end)
    return { from, to: `${pad(end.get('year')!, 4)}-${pad(end.get('month')!)}-${pad(end.get('day')!)}` };
  return { from, to: hasDay ? from : lastDayOfMonth(year, month) };
};

/** "may", "march", "sun" are often no dates: a lone month or clipped day counts only with a number or a capital. */
const isPlausible = (text: string): boolean =>
  /\d/.test(text) ||
  /[A-Z]/.test(text[0] ?? '') ||
  /yesterday|today|tonight|tomorrow|ago|last|next|this|day\b/i.test(text);

/** "in 140 years": the news has no answer from the future. */
const IN_FUTURE = /^(?:in|within)\s.*\b(?:second|minute|hour|day|week|month|year)s?$|\b(?:next|tomorrow)\b/i;
const RELATIVE = /yesterday|today|tonight|tomorrow|\bago\b|\b(?:last|next|this)\b/i;
const WEEKDAY_ONLY = /^(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

const readDates = (text: string, asOfMs: number): NamedTime[] =>
  casual
    .parse(text, { instant: new Date(asOfMs), timezone: 0 }, { forwardDate: false })
    .filter((found) => isPlausible(found.text) && !isTimeOfDay(found) && !IN_FUTURE.test(found.text))
    .map((found) => ({
      start: found.index,
      end: found.index + found.text.length,
      range: rangeOf(found, asOfMs),
      isRelative: RELATIVE.test(found.text) || WEEKDAY_ONLY.test(found.text),
    }));

const isTimeOfDay = ({ start }: ParsedResult): boolean =>
  !start.isCertain('day') &&
  !start.isCertain('weekday') &&
  !start.isCertain('month') &&
  !start.isCertain('year');

const OPEN_END = /\b(?:since|after|from)\s+$/i;
const OPEN_START = /\b(?:before|until|till|by)\s+$/i;

const openSides = (text: string, time: NamedTime): NamedTime => {
  const lead = text.slice(0, time.start);
  const end = OPEN_END.exec(lead);
  if (end !== null) return { ...time, start: end.index, range: { from: time.range.from, to: null } };
  const start = OPEN_START.exec(lead);
  if (start !== null) return { ...time, start: start.index, range: { from: null, to: time.range.to } };
  const on = /\b(?:on|in|during)\s+$/i.exec(lead);
  return on === null ? time : { ...time, start: on.index };
};

const YEAR = /\bin\s+(?<year>(?:19|20)\d\d)\b/gi;

const readYears = (text: string): NamedTime[] =>
  [...text.matchAll(YEAR)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    range: { from: `${match.groups!.year}-01-01`, to: `${match.groups!.year}-12-31` },
    isRelative: false,
  }));

const mask = (text: string, times: readonly NamedTime[]): string =>
  times.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end),
    text,
  );

/** The times a text names, in order and not overlapping. Days are UTC; `asOfMs` is the clock they count from. */
export const readTimes = (text: string, asOfMs: number): NamedTime[] => {
  if (!HINT.test(text)) return [];
  const spans = [...readSpans(text, asOfMs), ...readYears(text)];
  const masked = mask(text, spans);
  const dates = HINT.test(masked) ? readDates(masked, asOfMs) : [];
  return [...spans, ...dates].sort((a, b) => a.start - b.start).map((time) => openSides(text, time));
};

/** A filter's value as days: `2024-03-12`, `2024-03`, `2024`, or natural words; null where it names none. */
export const readDay = (value: string, asOfMs: number): { from: string; to: string } | null => {
  const iso = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value.trim());
  if (iso !== null) return readIso(Number(iso[1]), iso[2], iso[3]);
  const [time] = readTimes(value, asOfMs);
  return time === undefined
    ? null
    : { from: time.range.from ?? '0000-01-01', to: time.range.to ?? '9999-12-31' };
};

const readIso = (year: number, month?: string, day?: string): { from: string; to: string } | null => {
  const from = `${pad(year, 4)}-${month ?? '01'}-${day ?? '01'}`;
  const isReal = !Number.isNaN(Date.parse(from)) && dayOf(Date.parse(from)) === from;
  if (!isReal) return null;
  if (day !== undefined) return { from, to: from };
  return { from, to: month === undefined ? `${pad(year, 4)}-12-31` : lastDayOfMonth(year, Number(month)) };
};
