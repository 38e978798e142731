/** In: text in a language other than English, and the clock it is read by. Out: the days it names ("am 12. März 2024", "昨日"). */
import { createRequire } from 'node:module';
import type { Chrono, ParsedResult } from 'chrono-node/en';
import { DAY_MS } from '../domain/durations.ts';
import { isoDay } from '../domain/iso-time.ts';
import type { NamedTime } from './read-times.ts';

/** Languages that the date reader knows; each is loaded when it is first needed. */
const READABLE: ReadonlySet<string> = new Set('ar de es fi fr id it ja nl pt ru sv uk vi zh'.split(' '));

type Reader = Pick<Chrono, 'parse'>;

const load = createRequire(import.meta.url);
const readers = new Map<string, Reader>();

const readerOf = (language: string): Reader | null => {
  if (!READABLE.has(language)) return null;
  return readers.getOrInsertComputed(
    language,
    () => (load(`chrono-node/${language}`) as { casual: Reader }).casual,
  );
};

const SIX_DAYS_MS = 6 * DAY_MS;

const HAS_DIGIT = /\p{Nd}/u;
const HAS_YEAR = /\p{Nd}{4}/u;

const lastDayOfMonth = (fromMs: number): number => {
  const date = new Date(fromMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
};

/** A day, or the month if no day is named; null if the words name no time ("mars", "mai"), or one after the clock. */
const read = ({ index, text, start }: ParsedResult, asOfMs: number): NamedTime | null => {
  const isRelative = !HAS_DIGIT.test(text);
  const hasDay = start.isCertain('day');
  const foundMs = Date.UTC(start.get('year')!, start.get('month')! - 1, hasDay ? start.get('day')! : 1);
  const isTime = HAS_YEAR.test(text) || (hasDay && start.isCertain('month'));
  if (!isTime || foundMs > asOfMs || Number.isNaN(foundMs)) return null;
  // "Last week" is read as one day of that week: the range goes from there to the clock.
  const isWeek = isRelative && asOfMs - foundMs > SIX_DAYS_MS;
  const toMs = isWeek ? asOfMs : hasDay ? foundMs : lastDayOfMonth(foundMs);
  return {
    start: index,
    end: index + text.length,
    range: { from: isoDay(foundMs), to: isoDay(toMs) },
    isRelative,
  };
};

/** The times in the order of the text; empty for languages whose dates cannot be read. Days are UTC. */
export const readForeignTimes = (text: string, language: string, asOfMs: number): NamedTime[] =>
  (readerOf(language)?.parse(text, { instant: new Date(asOfMs), timezone: 0 }) ?? []).flatMap(
    (found) => read(found, asOfMs) ?? [],
  );
