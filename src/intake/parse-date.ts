/** In: a date as feeds, pages and files write it. Out: the day or instant it names, in the form of `Published`. */
import type { Published } from '../domain/article.ts';
import { DAY_MS } from '../domain/durations.ts';
import { isoDay, isoSecond } from '../domain/iso-time.ts';
import { spellOutDigits } from './dates/date-digits.ts';
import { isForeignWeekday, monthOf } from './dates/date-words.ts';
import { plainDate } from './dates/plain-dates.ts';
import { instantOf, readZone, type Zone, zoneBefore } from './dates/time-zones.ts';

export interface DateReading {
  readonly published: Published;
  /** What stands for a zone and is not understood; only the day is read then. Null if there is no such thing. */
  readonly unknownZone: string | null;
}

/** How the document that a date stands in writes them. */
export interface DateHabits {
  /** ISO 639-1; null if it is not known. */
  readonly language: string | null;
  /** See `showsDayFirst`. */
  readonly isDayFirst?: boolean;
}

/** With a backslash before each slash, as PHP writes them into JSON, or none. */
const DAY_FIRST = /(?<![\d/])(?:1[3-9]|2\d|3[01])\\?\/(?:0?[1-9]|1[0-2])\\?\/(?:19|20)\d\d(?![\d/])/;
const MONTH_FIRST = /(?<![\d/])(?:0?[1-9]|1[0-2])\\?\/(?:1[3-9]|2\d|3[01])\\?\/(?:19|20)\d\d(?![\d/])/;

/** Whether a document has dates with slashes that begin with a day that is no month, and none the other way round. */
export const showsDayFirst = (text: string): boolean => DAY_FIRST.test(text) && !MONTH_FIRST.test(text);

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const NOTHING: DateReading = { published: null, unknownZone: null };

/** Longer ones are no dates. */
const MAX_CHARS = 200;

/** Later ones are what databases write for "never", or other numbers. */
const MAX_YEAR = 2100;

/** Epoch milliseconds of the day's start; null for what no calendar holds, such as 31 February. */
const startOf = ({ year, month, day }: Day): number | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year <= MAX_YEAR ? date.getTime() : null;
};

/** 24:00 and leap seconds roll over; a time that no clock shows makes the whole date doubtful. */
const toInstant = (startMs: number, { hour, minute, second }: Time, zone: Zone): Published => {
  if (hour > 24 || minute > 59 || second > 60) return null;
  const ms = instantOf(startMs + ((hour * 60 + minute) * 60 + second) * 1000, zone);
  return isoSecond(ms);
};

/** RFC 2822: two digits under 50 are of this century; three digits count from 1900. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length === 3) return 1900 + year;
  return digits.length === 2 ? year + (year < 50 ? 2000 : 1900) : year;
};

const TIME =
  /(?<![\d.+]|(?:utc|gmt)\s?[+-]\s?)(?:(\d{1,2})(?::|h(?=\d\d))(\d{1,2})(?!\d)(?::(\d{1,2})(?!\d)(?:[.,]\d+)?)?(?:\s*([ap]m)(?![\p{L}]))?|(\d{1,2})\s*([ap]m)(?![\p{L}]))/iu;

const toTime = ([, hour, minute, second, half, hourAlone, halfAlone]: RegExpExecArray): Time => {
  const written = Number(hour ?? hourAlone);
  const of12 = half ?? halfAlone;
  return {
    hour: of12 === undefined ? written : (written % 12) + (/^p/i.test(of12) ? 12 : 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
};

const dayFrom = (date: Date): Day => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});

/** Null if the year has no such day. */
const dayOfYear = (year: number, ordinal: number): Day | null => {
  const day = dayFrom(new Date(Date.UTC(year, 0, ordinal)));
  return day.year === year ? day : null;
};

/** ISO 8601 weeks begin on Monday; their Thursday is in the year they belong to. Null if the year has no such week. */
const dayOfWeek = (year: number, week: number, weekday: number): Day | null => {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  const isInYear = dayOfYear(year, monday + 3) !== null;
  return isInYear ? dayFrom(new Date(Date.UTC(year, 0, monday + weekday - 1))) : null;
};

/** ISO 8601: parts may be left out, and the dashes; an offset behind a day says nothing about the day. */
const readIso = (text: string): Day | null => {
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(text);
  if (ordinal) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]));
  const week = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i.exec(text);
  if (week) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const [, year, month, day] =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:z|[+-]\d{2}:?\d{2})?$/i.exec(text) ?? [];
  return year === undefined ? null : { year: +year, month: Number(month ?? 1), day: Number(day ?? 1) };
};

/** Months stand apart from what they were written together with: "12Mar2024", "12.März.2024". */
const withMonthsApart = (text: string): string =>
  text.replace(/[\p{L}\p{M}]{3,}\.?/gu, (word) => (monthOf(word) === undefined ? word : ` ${word} `));

/** All that names its month in words: any order of day, month and year, other words ignored. */
const readWords = (text: string): Day | null => {
  if (!/\p{L}/u.test(text)) return null;
  const words = withMonthsApart(text)
    .split(/[\s,\-/]+/)
    .filter(Boolean);
  const month = words.map(monthOf).findLast((found) => found !== undefined);
  const numbers = words.flatMap((word) => /^(\d{1,4})(?:st|nd|rd|th|er|\.|º|ος|η)?$/i.exec(word)?.[1] ?? []);
  const year = numbers.find(({ length }) => length === 4) ?? numbers[1];
  const day = numbers.find((number) => number !== year);
  if (month === undefined || year === undefined) return null;
  // "12-12-12": the year is as its day.
  const dayOrYear = day ?? (numbers.length > 1 ? year : undefined);
  return dayOrYear === undefined ? null : { year: fullYear(year), month, day: Number(dayOrYear) };
};

const isForeign = (text: string, language: string | null): boolean =>
  (language ?? 'en') !== 'en' || (text.match(/\p{L}+/gu) ?? []).some(isForeignWeekday);

/**
 * Digits alone: year first, or day first with dots or dashes. With slashes the month is first, as Americans write it, unless
 * that is no month, the language or a weekday is another than English, or the document's other dates show that the day is.
 */
const readNumbers = (text: string, { language, isDayFirst }: DateHabits): Day | null => {
  const match = /^(?:\p{L}[\p{L}.]*:?,?\s+)*(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})(?=$|[\s.,])/u.exec(
    text,
  );
  if (!match) return null;
  const [, first, mark, second, third] = match as unknown as [string, string, string, string, string];
  if (first.length === 4) return { year: +first, month: +second, day: +third };
  const dayFirst = mark !== '/' || +first > 12 || isDayFirst === true || isForeign(text, language);
  const [day, month] = dayFirst ? [+first, +second] : [+second, +first];
  return { year: fullYear(third), month, day };
};

const readDay = (written: string, habits: DateHabits): Day | null => {
  const text = written.replace(/^[\s,:]+|[\s,:]+$|t$/gi, '').trim();
  return readIso(text) ?? readWords(text) ?? readNumbers(text, habits);
};

/**
 * Reads ISO 8601, RFC 822 and 2822, asctime, epoch numbers, and the usual misspellings of them (missing or wrong weekday,
 * two-digit years, other languages' months, zones and digits, numbers alone). A date without a zone is in UTC; one with
 * a zone that is not understood is a day without its time. `published` is null if no day can be made out. The language
 * decides whether a date of 年月日 is Chinese or Japanese, and with `isDayFirst` whether 3/5/2024 is in March.
 */
export const readDate = (written: string, habits: DateHabits = { language: null }): DateReading => {
  const cut = plainDate(written.slice(0, MAX_CHARS), habits.language);
  const text = spellOutDigits(cut) ?? cut;
  const found = TIME.exec(text);
  const before = found === null ? text : text.slice(0, found.index);
  const after = found === null ? '' : text.slice(found.index + found[0].length);
  const parts = after === '' ? [before] : [before, `${before} ${after}`, after];
  let day: Day | null = null;
  for (const part of parts) day ??= readDay(part, habits);
  const startMs = day === null ? null : startOf(day);
  if (startMs === null) return NOTHING;
  const published = isoDay(startMs);
  if (found === null) return { published, unknownZone: null };
  const { zone, unknown } = readZone(after);
  if (unknown !== null) return { published, unknownZone: unknown };
  return { published: toInstant(startMs, toTime(found), zone ?? zoneBefore(before) ?? 0), unknownZone: null };
};

/** The date alone that `readDate` reads. */
export const parseDate = (written: string): Published => readDate(written).published;

/** A clock set to the wrong zone is at most this far ahead. */
const ZONE_SLACK_MS = DAY_MS;

/** What programs write that have no date, or that take seconds for milliseconds. */
const isNone = (published: string): boolean => published.startsWith('1970-01');

/** A date that has come, null for none: later ones become the present moment, and those days ahead say nothing and become null. */
export const notInFuture = (published: Published, nowMs: number): Published => {
  if (published === null || isNone(published)) return null;
  const ahead = Date.parse(published) - nowMs;
  if (ahead <= 0) return published;
  return ahead > ZONE_SLACK_MS ? null : isoSecond(nowMs);
};
