/** In: text and the clock it is read by. Out: the days it names ("last week", "in March 2024", "since Tuesday"). */
import { casual, type ParsedResult } from 'chrono-node/en';
import { DAY_MS } from '../domain/durations.ts';
import { isoDay } from '../domain/iso-time.ts';
import type { DayRange } from '../domain/query.ts';

/** A time named in a text: where (UTF-16 offsets), the days it covers, and whether it counts from the clock. */
export interface NamedTime {
  readonly start: number;
  readonly end: number;
  readonly range: DayRange;
  /** "yesterday", "last week", "3 days ago": words that no article is found by. */
  readonly isRelative: boolean;
}

/** Reading dates costs most of a millisecond, so texts without any of these words are not read. */
const HINT =
  /\b(?:19|20)\d\d\b|\b(?:yesterday|today|tonight|tomorrow|morning|afternoon|evening|night|hours?|days?|weeks?|weekend|months?|years?|spring|summer|autumn|fall|winter|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b|\d[-/.]\d/i;

/** Whole spans of time, which the date reader would take for one day: "this week" is the week, not a day of it. */
const SPAN =
  /\b(?<which>this|last|past|previous|the past|the last)\s+(?:(?<count>\d{1,3}|few|couple of|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+)?(?<unit>hour|morning|afternoon|evening|night|day|week|weekend|month|year|spring|summer|autumn|fall(?!\s+(?:in|of)\b)|winter)s?\b/gi;
const UNIT_DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  morning: 0,
  afternoon: 0,
  evening: 0,
  night: 0,
  day: 1,
  week: 7,
  weekend: 7,
  month: 31,
  year: 366,
  // Which months it has depends on the hemisphere: any within a year.
  spring: 366,
  summer: 366,
  autumn: 366,
  fall: 366,
  winter: 366,
};
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const COUNTS: Readonly<Record<string, number>> = { few: 3, 'couple of': 2, twelve: 12 };

const countOf = (count: string | undefined): number => {
  const word = count?.toLowerCase() ?? '1';
  return COUNTS[word] ?? (NUMBERS.includes(word) ? NUMBERS.indexOf(word) : Number(word));
};

const daysBack = (which: string, count: string | undefined, unit: string): number => {
  const days = UNIT_DAYS[unit] ?? 1;
  if (days === 0) return which === 'this' ? 0 : 1;
  // "last week" said on a Friday means the calendar week before or the past seven days: both are taken in.
  return countOf(count) * (which === 'last' && count === undefined ? 2 : 1) * days;
};

/** "News from the week": with capitals it is the name of an outlet. */
const SPAN_OF_NEWS =
  /(?<=\b(?:news|headlines|stories|happened|events|recap|summary)\s+(?:from|of|for|in|during)\s+)(?<which>the)\s+(?<unit>day|week|weekend|month)(?=[\s?!.,]*$)/g;

const readSpans = (text: string, asOfMs: number): NamedTime[] =>
  [...text.matchAll(SPAN), ...text.matchAll(SPAN_OF_NEWS)].map((match) => {
    const { which = '', count, unit = 'day' } = match.groups ?? {};
    const days = daysBack(which.toLowerCase(), count, unit.toLowerCase());
    return {
      start: match.index,
      end: match.index + match[0].length,
      range: { from: isoDay(asOfMs - days * DAY_MS), to: isoDay(asOfMs) },
      isRelative: true,
    };
  });

/** The date reader counts it from this machine's own midnight. */
const DAY_BEFORE = /\b(?:the\s+)?day\s+before\s+yesterday\b/gi;

const readDayBefore = (text: string, asOfMs: number): NamedTime[] =>
  [...text.matchAll(DAY_BEFORE)].map((match) => {
    const day = isoDay(asOfMs - 2 * DAY_MS);
    const end = match.index + match[0].length;
    return { start: match.index, end, range: { from: day, to: day }, isRelative: true };
  });

const lastDayOfMonth = (year: number, month: number): string => isoDay(Date.UTC(year, month, 0));
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

const yearBefore = (day: string): string => `${pad(Number(day.slice(0, 4)) - 1, 4)}${day.slice(4)}`;
/** The first and last of the days that one end of a found date covers: a month if no day is named. */
const daysOf = (date: ParsedResult['start']): { first: string; last: string } => {
  const [year, month, day] = [date.get('year')!, date.get('month')!, date.get('day')!];
  const hasDay = date.isCertain('day') || date.isCertain('weekday');
  const first = `${pad(year, 4)}-${pad(month)}-${pad(hasDay ? day : 1)}`;
  return { first, last: hasDay ? first : lastDayOfMonth(year, month) };
};

const isWeekday = (date: ParsedResult['start']): boolean =>
  date.isCertain('weekday') && !date.isCertain('day');

/** The latest such weekday that is past or today, by UTC; behind "last" not today. */
const rangeOfWeekday = ({ start, end, text }: ParsedResult, asOfMs: number): { from: string; to: string } => {
  const weekday = start.get('weekday')!;
  const back = (new Date(asOfMs).getUTCDay() - weekday + 7) % 7 || (/\blast\b/i.test(text) ? 7 : 0);
  const fromMs = asOfMs - back * DAY_MS;
  if (!end) return { from: isoDay(fromMs), to: isoDay(fromMs) };
  const toMs = fromMs + ((end.get('weekday')! - weekday + 7) % 7) * DAY_MS;
  return { from: isoDay(fromMs), to: isWeekday(end) ? isoDay(toMs) : daysOf(end).last };
};

/** The days a found date covers. What is not said of it (the year, the week) is the latest that is past. */
const rangeOf = (found: ParsedResult, asOfMs: number): { from: string; to: string } => {
  const { start, end } = found;
  if (isWeekday(start)) return rangeOfWeekday(found, asOfMs);
  const from = daysOf(start).first;
  const to = daysOf(end ?? start).last;
  // If it is tomorrow already, a date of that day is not a year old.
  if (start.isCertain('year') || from <= isoDay(asOfMs + DAY_MS)) return { from, to };
  return { from: yearBefore(from), to: end?.isCertain('year') ? to : yearBefore(to) };
};

/** "may", "march", "sun" are often no dates: a lone month or clipped day counts only with a number, a capital or "in" before it. */
const isPlausible = (text: string, before: string): boolean =>
  SLASHED.test(text)
    ? DAY_BEFORE_IT.test(before) && text !== '9/11'
    : /\d/.test(text) ||
      /[A-Z]/.test(text[0] ?? '') ||
      /yesterday|today|tonight|tomorrow|ago|last|next|this|day\b/i.test(text) ||
      (MONTH.test(text) && MONTH_BEFORE_IT.test(before));

/** "24/7", "room 12/14", "9/11": two numbers are a day only if a word says so. */
const SLASHED = /^\d{1,2}\/\d{1,2}$/;
const DAY_BEFORE_IT = /\b(?:on|since|after|before|until|till|by|from|between|and|to)\s+$|-\s*$/i;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const MONTH_BEFORE_IT = /\b(?:in|during|since|until|till)\s+(?:early |late |mid-?)?$/i;
/** "may 2024 be worse": of the Buddhist era, for the date reader. */
const FIRST_YEAR = 1900;

/** "in 140 years": the news has no answer from the future. */
const IN_FUTURE = /^(?:in|within)\s.*\b(?:second|minute|hour|day|week|month|year)s?$|\b(?:next|tomorrow)\b/i;
const RELATIVE = /yesterday|today|tonight|tomorrow|\bago\b|\b(?:last|next|this)\b/i;
/** "last March", of which the date reader reads the month alone. */
const LAST = /\blast\s+$/i;
const WEEKDAYS_ONLY =
  /^(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s*(?:-|–|to|until|till|through)\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day)?$/i;

/** "between 14 and 16 March", "on Monday and Tuesday": the date reader knows "14 - 16 March". The text keeps its length. */
const BETWEEN = /(?<=\b(?:between|on|of|from)\s[^.?!]{1,30}\s)and(?=\s)/gi;
/** "2024-03-12 until 2024-03-14", "2024-03-12/2024-03-14". */
const ISO_SPAN = /(?<=\d{4}-\d\d-\d\d)(?:\s+(?:until|till|through)\s+|\/)(?=\d{4}-\d\d-\d\d)/gi;
/** "12.03.2024", "3. 5. 2024", "3-5-2024": with dots and dashes the day comes first, which the reader of English does not know. */
const DOTTED = /(?<![\d.])(\d{1,2})(\.|(?<!\d{4}-\d\d)-)\s?(\d{1,2})\2\s?(\d{4})(?![\d.]\d|\d)/g;

/** Behind a word of a language that writes the day first. */
const DAY_FIRST =
  /(?<=\b(?:le|du|au|el|del|al|il|dal|op|em|dia|am|vom|den|dnia)\s)(\d{1,2})\/(\d{1,2})(?=\/\d{4}(?!\d))/gi;

/** Dates with the day first as the date reader knows them; the text keeps its length. */
const withoutDots = (text: string): string =>
  text
    .replace(DAY_FIRST, (written, day, month) => (Number(month) > 12 ? written : `${month}/${day}`))
    .replace(DOTTED, (written, day, _, month, year) =>
      Number(day) > 31 || Number(month) > 12 ? written : `${month}/${day}/${year}`.padEnd(written.length),
    )
    .replace(/(?<=\/\d{4} *)-(?= *\d{1,2}\/)/g, '–');

/** Where a date ends in the text as it was written: blanks inside a dotted one stand behind it for the date reader. */
const endAsWritten = (text: string, end: number): number => {
  const around = [...text.matchAll(DOTTED)].find(
    ({ index, 0: { length } }) => index < end && end < index + length,
  );
  return around === undefined ? end : around.index + around[0].length;
};

/** "Black Friday" and "Monday Night Football" are names, not days. */
const DAY_NAME_BEFORE =
  /\b(?:black|bloody|blue|cyber|easter|ash|fat|giving|good|holy|maundy|palm|shrove|super|whit)\s+$/i;
const DAY_NAME =
  /^\w+day\s+(?:night\s+(?:live|football|fever|lights)|express|mail|mirror|post|telegraph|times)\b/i;

/** The newspaper. */
const USA_TODAY = /\busa\s+$/i;

const isNameOfDay = (text: string, { index, start }: ParsedResult): boolean =>
  (USA_TODAY.test(text.slice(0, index)) && /^today/i.test(text.slice(index))) ||
  (isWeekday(start) && (DAY_NAME_BEFORE.test(text.slice(0, index)) || DAY_NAME.test(text.slice(index))));

const readDates = (text: string, asOfMs: number): NamedTime[] =>
  casual
    .parse(
      withoutDots(
        text
          .replace(BETWEEN, ' - ')
          .replace(ISO_SPAN, ({ length }) => (length === 1 ? '–' : '-'.padEnd(length))),
      ),
      { instant: new Date(asOfMs), timezone: 0 },
      { forwardDate: false },
    )
    .filter(
      (found) =>
        !isNameOfDay(text, found) &&
        isPlausible(found.text, text.slice(0, found.index)) &&
        found.start.get('year')! >= FIRST_YEAR &&
        !isTimeOfDay(found) &&
        !IN_FUTURE.test(found.text),
    )
    .map((found) => {
      const last = LAST.exec(text.slice(0, found.index));
      return {
        start: last?.index ?? found.index,
        end: endAsWritten(text, found.index + found.text.length),
        range: rangeOf(found, asOfMs),
        isRelative: last !== null || RELATIVE.test(found.text) || WEEKDAYS_ONLY.test(found.text),
      };
    });

const isTimeOfDay = ({ start }: ParsedResult): boolean =>
  !start.isCertain('day') &&
  !start.isCertain('weekday') &&
  !start.isCertain('month') &&
  !start.isCertain('year');

const OPEN_END = /\b(?:since|after)\s+$/i;
const OPEN_START = /\b(?:before|until|till|by)\s+$/i;
const AT = /\b(?:on|in|during|from|between)\s+(?:the\s+)?$/i;
/** "from Monday on". */
const ONWARD = /^\s+on(?:wards?)?(?=\s*(?:$|[.,;?!]))/i;

const withLead = (text: string, time: NamedTime): NamedTime => {
  const lead = text.slice(0, time.start);
  const { from, to } = time.range;
  const open = OPEN_END.exec(lead);
  if (open !== null) return { ...time, start: open.index, range: { from, to: null } };
  const start = OPEN_START.exec(lead);
  // Before a month or a week is before it begins.
  if (start !== null)
    return {
      ...time,
      start: start.index,
      range: { from: null, to: /^before/i.test(start[0]) ? from : to },
    };
  const at = AT.exec(lead);
  const onward = /^from/i.test(at?.[0] ?? '') ? ONWARD.exec(text.slice(time.end)) : null;
  return {
    ...time,
    start: at?.index ?? time.start,
    end: time.end + (onward?.[0].length ?? 0),
    range: onward === null ? time.range : { from, to: null },
  };
};

const YEARS =
  /(?<=\b(?:in|from|during|since|after|before|until|till|between)\s+)(?<first>(?:19|20)\d\d)(?:\s*(?:-|–|to|and|until|till)\s*(?<last>(?:19|20)\d\d))?\b(?![-/.]\d)/gi;

const readYears = (text: string): NamedTime[] =>
  [...text.matchAll(YEARS)].map((match) => {
    const { first = '', last = first } = match.groups ?? {};
    const [from, to] = [first, last].toSorted();
    const [start, end] = [match.index, match.index + match[0].length];
    return { start, end, range: { from: `${from}-01-01`, to: `${to}-12-31` }, isRelative: false };
  });

const mask = (text: string, times: readonly NamedTime[]): string =>
  times.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end),
    text,
  );

/** The times a text names, in order and not overlapping. Days are UTC; `asOfMs` is the clock they count from. */
export const readTimes = (text: string, asOfMs: number): NamedTime[] => {
  if (!HINT.test(text)) return [];
  const spans = [...readSpans(text, asOfMs), ...readDayBefore(text, asOfMs), ...readYears(text)];
  const masked = mask(text, spans);
  const dates = HINT.test(masked) ? readDates(masked, asOfMs) : [];
  return [...spans, ...dates].sort((a, b) => a.start - b.start).map((time) => withLead(text, time));
};

/** A filter's value as days: `2024-03-12`, `2024-03`, `2024`, or natural words; null if it names none. */
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
  const isReal = !Number.isNaN(Date.parse(from)) && isoDay(Date.parse(from)) === from;
  if (!isReal) return null;
  if (day !== undefined) return { from, to: from };
  return { from, to: month === undefined ? `${pad(year, 4)}-12-31` : lastDayOfMonth(year, Number(month)) };
};
