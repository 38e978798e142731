/** In: a date written as one number. Out: the calendar date or instant it is. */
import { DAY_MS } from '../../domain/durations.ts';
import { isoDay, isoSecond } from '../../domain/iso-time.ts';

/** The last second of the year 9999, which stands for "never". */
const NEVER = '253402300799';

/** `1.7102358E+12`, if it has the digits of its hour at least. */
const withoutExponent = (text: string): string =>
  /^\d\.\d{6,18}e\+?(?:9|1[258])$/i.test(text) ? Number(text).toFixed(0) : text;

/** How many digits epoch numbers have between 1973 and 2286, and what they count. */
const UNITS_PER_SECOND: Readonly<Record<number, bigint>> = {
  9: 1n,
  10: 1n,
  12: 1_000n,
  13: 1_000n,
  15: 1_000_000n,
  16: 1_000_000n,
  18: 1_000_000_000n,
  19: 1_000_000_000n,
};

/** `20260918123000` and its shorter forms; a year alone or a day of the year (`2024072`) is left to ISO 8601. */
const CALENDAR = /^((?:19|20)\d\d)(\d\d)(\d\d)?(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\d{3})?)?)?)?$/;

const asCalendar = (digits: string): string | null => {
  const [, year, month, day = '01', hour, minute = '00', second = '00'] = CALENDAR.exec(digits) ?? [];
  // Ten digits that begin with 19 are seconds in the 2030s rather than an hour of the last century.
  if (month === undefined || (digits.length === 10 && digits.startsWith('19'))) return null;
  const isReal = +month >= 1 && +month <= 12 && +day >= 1 && +day <= 31;
  if (!isReal || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${minute}:${second}`}`;
};

const asEpoch = (digits: string): string | null => {
  const perSecond = UNITS_PER_SECOND[digits.length];
  if (perSecond === undefined || digits.startsWith('0') || digits === NEVER) return null;
  return isoSecond(Number(BigInt(digits) / perSecond) * 1000);
};

/** Day 0 of spreadsheets, and the days of 1990 and 2100. */
const SHEET_START_MS = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [32_874, 73_050];

/** `45363.395833`: the days that spreadsheets count, if a table was saved without saying that they are dates. */
const asSerial = (text: string): string | null => {
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : 0;
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  const ms = SHEET_START_MS + Math.round((serial * DAY_MS) / 1000) * 1000;
  return ms % DAY_MS === 0 ? isoDay(ms) : isoSecond(ms);
};

/**
 * The same date in the form of ISO 8601, for a text that is one number: a calendar date (`20260917`), seconds,
 * milliseconds, microseconds or nanoseconds since 1970, also as `1520932969.0`, `1.520932969e9`, `@1520932969` or `/Date(1520932969123)/`,
 * or the days of a spreadsheet (`45363`). Null for any other text.
 */
export const spellOutDigits = (text: string): string | null => {
  const serial = asSerial(text);
  if (serial !== null) return serial;
  const digits = /^(?:@|\/Date\()?(\d{5,20})(?:\.\d*)?(?:(?:[+-]\d{4})?\)\/)?$/.exec(
    withoutExponent(text),
  )?.[1];
  return digits === undefined ? null : (asCalendar(digits) ?? asEpoch(digits));
};
