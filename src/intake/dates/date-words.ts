/** The names of months and weekdays, in the languages whose feeds and pages we read. */

const DATE_LANGUAGES =
  'en fr de es it pt nl sv da nb fi pl cs sk hu ro hr el ru uk bg tr id ms ar ar-SY ar-MA ar-DZ sr sr-Latn hi fa-u-ca-gregory th-u-ca-gregory he ca et lv lt sl mk be bn ta ur vi sw cy ga gl eu sq is af az uz fil ka hy kk mr gu pa te ml kn ne si'.split(
    ' ',
  );

/** A word as names are compared: lower case, without accents and dots, and without the "of" that Catalan and the "in" that
 * Hebrew joins to a month. */
export const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0653-\u0655.\u0970\u05f3]/g, '')
    .toLowerCase()
    .replace(/^(?:d['’]|ב(?=\p{L}{2}))/u, '')
    .replaceAll('ı', 'i');

/** Languages inflect a month that stands beside a day: both forms are asked for. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = (['long', 'short'] as const).flatMap((style) => [
  { month: style },
  { month: style, day: 'numeric' },
]);

/** English last, so that its months win. */
const monthNames = (): [string, number][] =>
  DATE_LANGUAGES.toReversed().flatMap((language) =>
    STYLES.flatMap((style) => {
      const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, month): [string, number] => {
        const name = format.formatToParts(Date.UTC(2024, month, 1)).find(({ type }) => type === 'month');
        return [plain(name?.value ?? ''), month + 1];
      });
    }),
  );

/** Of English, Quebec, German, Austria, Italian, Peru and Russian. */
const OTHER_NAMES: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['juill', 7],
  ['janner', 1],
  ['feber', 2],
  ['mrz', 3],
  ['maerz', 3],
  ['sett', 9],
  ['setiembre', 9],
  ['фев', 2],
  ['сен', 9],
  ['ноя', 11],
];

const readMonths = (): ReadonlyMap<string, number> =>
  new Map([...monthNames(), ...OTHER_NAMES].filter(([name]) => /^[\p{L}\p{M}]{2,}$/u.test(name)));

/** Those of several words by each word. */
const readWeekdays = (languages: readonly string[]): ReadonlySet<string> =>
  new Set(
    languages.flatMap((language) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
        return Array.from({ length: 7 }, (_, day) =>
          plain(format.format(Date.UTC(2024, 0, day + 1))).split(/[\s-]+/),
        ).flat();
      }),
    ),
  );

/** Made when they are first needed: that takes a tenth of a second, and most dates are digits. */
let months: ReadonlyMap<string, number> | null = null;
let weekdays: ReadonlySet<string> | null = null;
let englishWeekdays: ReadonlySet<string> | null = null;

/** 1 to 12 for the name of a month, long or short; undefined for any other word. */
export const monthOf = (word: string): number | undefined => {
  months ??= readMonths();
  return months.get(plain(word));
};

/** Whether the word names a day of the week, long or short. */
export const isWeekday = (word: string): boolean => {
  weekdays ??= readWeekdays(DATE_LANGUAGES);
  return weekdays.has(plain(word));
};

/** Whether the word names a day of the week in a language other than English. */
export const isForeignWeekday = (word: string): boolean => {
  englishWeekdays ??= readWeekdays(['en']);
  return isWeekday(word) && !englishWeekdays.has(plain(word));
};
