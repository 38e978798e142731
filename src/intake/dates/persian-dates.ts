/** In: a date that may count as Iran does, in plain digits. Out: the same with the year, month and day of ISO dates. */

/** In order. */
const PERSIAN_MONTHS = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
/** No news is from these years but by Iran's count, as 22 Esfand 1402 or 1402/12/22. */
const PERSIAN_DATE = new RegExp(
  String.raw`(?<!\d)(?:(\d{1,2})\s+(${PERSIAN_MONTHS.join('|')})(?:\s+ماه)?,?\s+(1[34]\d\d)|(1[34]\d\d)([/.-])(\d{1,2})\5(\d{1,2}))(?!\d)`,
  'u',
);

/** Behind a time, or anywhere as a name. */
const ZONED = /\d ?[+-]\d{2}:?\d{2}$|\d ?z$|\b(?:utc|gmt)\b/i;

/** Iran's dates, which are in its zone if they name none. */
export const fromPersian = (text: string): string => {
  const written = text.replaceAll('ي', 'ی');
  const [found, day, name, year, yearFirst, , month, last] = PERSIAN_DATE.exec(written) ?? [];
  if (found === undefined) return text;
  const fields = {
    calendar: 'persian',
    year: Number(year ?? yearFirst),
    month: name === undefined ? Number(month) : PERSIAN_MONTHS.indexOf(name) + 1,
    day: Number(day ?? last),
  };
  if (fields.month < 1 || fields.month > 12 || fields.day < 1 || fields.day > 31) return text;
  const date = written.replace(found, Temporal.PlainDate.from(fields).withCalendar('iso8601').toString());
  return !date.includes(':') || ZONED.test(date) ? date : `${date} +0330`;
};
