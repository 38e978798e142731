/** English words for days, months and numbers, in their order: facts that articles state, whatever they are about. */

export const WEEKDAY_NAMES = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

/** From zero to twenty, each at its number. */
export const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

export const NUMBER_SCALES = ['hundred', 'thousand', 'million', 'billion', 'trillion'];
