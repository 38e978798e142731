/** In: a date that may count from the hijra, by the sun (Iran) or by the moon (Arabia), in plain digits. Out: the same with an ISO day. */

/** Each calendar with its months in order, as parts of regular expressions, and the years that news is from. */
const CALENDARS = [
  {
    calendar: 'persian',
    months: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' '),
    years: '1[34]\\d\\d',
  },
  {
    calendar: 'islamic-umalqura',
    months: [
      'محرم|muharram',
      'صفر|safar',
      'ربیع ال[أا]ول|rabi al-awwal',
      'ربیع (?:الثان|ال[آا]خر)ی?|rabi al-thani',
      'جماد[یا] ال[أا]ول[یا]|jumada al-(?:awwal|ula)',
      'جماد[یا] (?:الثانیة|ال[آا]خرة?)|jumada al-(?:thani|akhira)',
      'رجب|rajab',
      "شعبان|sha['’‘ʿ]?ban",
      'رمضان|ramadan|ramazan',
      'شوال|shawwal',
      "ذ[وی] القعدة|dhu['’‘]? ?al-qa['’‘ʿ]?dah?",
      'ذ[وی] الحجة|dhu al-hijjah?',
    ],
    years: '14[2-9]\\d',
  },
] as const;

/** "22 Esfand 1402", "2 Ramadan 1445 AH"; the era is no zone. */
const WITH_NAME = CALENDARS.map(({ calendar, months, years }) => ({
  calendar,
  months: months.map((names) => new RegExp(`^(?:${names})$`, 'iu')),
  date: new RegExp(
    String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(${months.join('|')})(?:\s+ماه)?,?\s+(${years})(?!\d)(?:\s?(?:هجری|هـ?|AH\b)\.?)?`,
    'iu',
  ),
}));

/** Digits alone: `1402/12/22` is Iran's; years that are to come there, as in `1445/09/02`, are Arabia's. */
const IN_DIGITS = /(?<!\d)(1[34]\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?!\d)/;
const LAST_PERSIAN_YEAR = 1419;

/** Behind a time, or anywhere as a name. */
const ZONED = /\d ?[+-]\d{2}:?\d{2}$|\d ?z$|\b(?:utc|gmt)\b/i;

interface Found {
  readonly written: string;
  readonly calendar: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const findDate = (text: string): Found | null => {
  for (const { calendar, months, date } of WITH_NAME) {
    const [written, day, name, year] = date.exec(text) ?? [];
    if (written === undefined) continue;
    const month = months.findIndex((names) => names.test(name!)) + 1;
    return { written, calendar, year: Number(year), month, day: Number(day) };
  }
  const [written, year, , month, day] = IN_DIGITS.exec(text) ?? [];
  if (written === undefined) return null;
  const calendar = Number(year) > LAST_PERSIAN_YEAR ? 'islamic-umalqura' : 'persian';
  return { written, calendar, year: Number(year), month: Number(month), day: Number(day) };
};

/** Iran's dates are in its zone if they name none. */
export const fromHijri = (text: string): string => {
  const plain = text.replaceAll(/[يى]/g, 'ی');
  const found = findDate(plain);
  if (found === null || found.month < 1 || found.month > 12 || found.day < 1 || found.day > 31) return text;
  const { written, ...fields } = found;
  const date = plain.replace(written, Temporal.PlainDate.from(fields).withCalendar('iso8601').toString());
  const isZoned = !date.includes(':') || ZONED.test(date);
  return isZoned || fields.calendar !== 'persian' ? date : `${date} +0330`;
};
