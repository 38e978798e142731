/** In: a date as feeds, pages and files write it. Out: the day or instant it names, in the form of `Published`. */
import type { Published } from '../domain/article.ts';

/** RFC 822 zones and those that news feeds use beyond them, in minutes east of UTC. */
const ZONES: ReadonlyMap<string, number> = new Map(
  `z 0 ut 0 utc 0 gmt 0 wet 0 west 60 bst 60 cet 60 cest 120 eet 120 eest 180 msk 180 ast -240 adt -180 est -300 edt -240
   cst -360 cdt -300 mst -420 mdt -360 pst -480 pdt -420 akst -540 akdt -480 hst -600 nst -210 ndt -150 brt -180 ist 330
   pkt 300 sgt 480 hkt 480 jst 540 kst 540 awst 480 acst 570 acdt 630 aest 600 aedt 660 nzst 720 nzdt 780`
    .match(/\w+ -?\d+/g)!
    .map((pair) => [pair.split(' ')[0]!, Number(pair.split(' ')[1])]),
);

const LANGUAGES = 'en fr de es it pt nl sv da nb fi pl cs sk hu ro hr el ru uk bg tr id'.split(' ');

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();

/** Month names, long and short, in the languages above; English last, so that it wins. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ...LANGUAGES.toReversed().flatMap((language) =>
      (['long', 'short'] as const).flatMap((style) => {
        const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, month): [string, number] => {
          const name = format.formatToParts(Date.UTC(2024, month, 1)).find(({ type }) => type === 'month');
          return [plain(name?.value ?? ''), month + 1];
        });
      }),
    ),
    ['sept', 9] as const,
  ].filter(([name]) => /^\p{L}{3}/u.test(name)),
);

interface Reading {
  year: number;
  month: number;
  day: number;
  /** Minutes and seconds since midnight; null where only the day is given. */
  time: { hour: number; minute: number; second: number } | null;
  offsetMinutes: number;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Refuses what no calendar holds (31 February, 25:00); 24:00 and leap seconds roll over. */
const toPublished = ({ year, month, day, time, offsetMinutes }: Reading): Published => {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  if (time === null) return `${year}-${pad(month)}-${pad(day)}`;
  if (time.hour > 24 || time.minute > 59 || time.second > 60) return null;
  date.setUTCHours(time.hour, time.minute - offsetMinutes, time.second);
  return date.toISOString().replace('.000Z', 'Z');
};

const parseOffset = (zone: string | undefined): number => {
  const sign = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone ?? '');
  if (sign) return (sign[1] === '-' ? -1 : 1) * (Number(sign[2]) * 60 + Number(sign[3] ?? 0));
  return ZONES.get((zone ?? 'z').toLowerCase()) ?? 0;
};

/** RFC 2822: two digits under 50 are of this century; three digits count from 1900. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length === 3) return 1900 + year;
  return digits.length === 2 ? year + (year < 50 ? 2000 : 1900) : year;
};

const parseTime = (text: string): Reading['time'] => {
  const match = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\b)?/i.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, half] = match;
  const twelve = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  return { hour: twelve, minute: Number(minutes), second: Number(seconds ?? 0) };
};

const ISO =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:(?:t|\s+)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*((?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})?$/i;

/** ISO 8601 and its relaxed forms: parts left out, a blank for the T, compact. */
const readIso = (text: string): Reading | null => {
  const ordinal = /^(\d{4})-?(\d{3})(?=$|t)/i.exec(text);
  if (ordinal) {
    const day = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2]))).toISOString().slice(0, 10);
    return readIso(day + text.slice(ordinal[0].length));
  }
  const [, year, month, day, hour, minute, second, zone] = ISO.exec(text) ?? [];
  if (year === undefined) return null;
  const time = hour === undefined ? null : { hour: +hour, minute: +minute!, second: Number(second ?? 0) };
  return {
    year: +year,
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    time,
    offsetMinutes: parseOffset(zone),
  };
};

/** The zone after (or, in `date` output, between) the time and the year. */
const zoneIn = (text: string): string | undefined =>
  /(?:\d|\s)((?:utc|gmt)?[+-]\d{2}:?\d{2}|(?:utc|gmt)[+-]\d{1,2})(?=\s|$)/i.exec(text)?.[1] ??
  text.split(/[\s\d:.]+/).findLast((word) => ZONES.has(word.toLowerCase()));

/** RFC 822 and all that names its month in words: any order of day, month and year, weekday and zone optional. */
const readWords = (text: string): Reading | null => {
  const date = text.replace(/t?\d{1,2}:\d{2}[\d:.,]*/i, ' ').replace(/[+-]\d{2}:?\d{2}(?=\s|$)/, ' ');
  const words = date.split(/[\s,\-/]+/).filter(Boolean);
  const monthAt = words.findLastIndex((word) => MONTHS.has(plain(word)));
  if (monthAt === -1) return null;
  const numbers = words.flatMap((word) => /^(\d{1,4})(?:st|nd|rd|th|\.|º)?$/i.exec(word)?.[1] ?? []);
  const [day, year] = numbers[0]?.length === 4 ? [numbers[1], numbers[0]] : [numbers[0], numbers[1]];
  if (day === undefined || year === undefined) return null;
  const afterTime = text.slice(text.search(/\d{1,2}:\d{2}/) + 1);
  const time = parseTime(text);
  return {
    year: fullYear(year),
    month: MONTHS.get(plain(words[monthAt]!))!,
    day: +day,
    time,
    offsetMinutes: time ? parseOffset(zoneIn(afterTime)) : 0,
  };
};

/** Digits alone: year first, or day first with dots, or American with slashes unless the first number is a day. */
const readNumbers = (text: string): Reading | null => {
  const match = /^(?:\p{L}+,?\s+)?(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})((?:[\sT,].*)?)$/u.exec(text);
  if (!match) return null;
  const [, first, mark, second, third, rest] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const time = parseTime(rest);
  const offsetMinutes = time ? parseOffset(zoneIn(rest)) : 0;
  if (first.length === 4) return { year: +first, month: +second, day: +third, time, offsetMinutes };
  const dayFirst = mark !== '/' || +first > 12;
  const [day, month] = dayFirst ? [+first, +second] : [+second, +first];
  return { year: fullYear(third), month, day, time, offsetMinutes };
};

/** East Asian dates in the shape of ISO ones; those that name no zone are in their country's. */
const westernise = (text: string): string => {
  const korean = /[년월오전후]/.test(text);
  const japanese = /[年月日]/.test(text);
  if (!korean && !japanese) return text;
  const half = /오후|午後|下午/.test(text) ? ' pm' : /오전|午前|上午/.test(text) ? ' am' : '';
  const date = text
    .replace(/오후|오전|午後|午前|下午|上午|[일日]/g, ' ')
    .replace(/\s*[년월年月]\s*/g, '-')
    .replace(/(\d{1,2})[시時时]\s*(\d{1,2})[분分]/g, '$1:$2')
    .trim();
  const zoned = /[+-]\d{2}:?\d{2}$|[a-z]{1,4}$/i.test(date);
  return `${date}${half}${zoned || !date.includes(':') ? '' : ' +0900'}`;
};

/**
 * Reads ISO 8601, RFC 822 and 2822, asctime, and the usual misspellings of them (missing or wrong weekday, two-digit
 * years, other languages' months, numbers alone). Without a zone, UTC. Null where no day can be made out.
 */
export const parseDate = (written: string): Published => {
  const text = westernise(written.slice(0, 200))
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const reading = readIso(text) ?? readWords(text) ?? readNumbers(text);
  return reading === null ? null : toPublished(reading);
};

/** A clock set to the wrong zone is at most this far ahead. */
const ZONE_SLACK_MS = 24 * 3600 * 1000;

/** A date that has come: later ones become the present moment, and those days ahead say nothing and become null. */
export const notInFuture = (published: Published, nowMs: number): Published => {
  if (published === null) return null;
  const ahead = Date.parse(published) - nowMs;
  if (ahead <= 0) return published;
  return ahead > ZONE_SLACK_MS ? null : `${new Date(nowMs).toISOString().slice(0, 19)}Z`;
};
