/** In: a number. Out: a word no language has, always the same one for that number and another for every other. */

const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'k', 'l', 'm', 'n', 'p', 't', 'tr', 'v', 'z'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
/** None that a stemmer takes for an ending. */
const CODAS = ['', 'k', 'm', 'r'];
const LAST_CODAS = ['k', 'm', 'p', 'x'];

const SYLLABLES = ONSETS.length * VOWELS.length * CODAS.length;
/** How many words there are: about 33 million of three syllables. */
export const COINABLE = SYLLABLES ** 3;
/** Shares no factor with `COINABLE`, so that n · STEP mod COINABLE takes each value once, and neighbours differ widely. Products stay exact. */
const STEP = 20_251_747;

const syllable = (number: number, codas: readonly string[]): string => {
  const onset = ONSETS[number % ONSETS.length]!;
  const rest = Math.floor(number / ONSETS.length);
  return onset + VOWELS[rest % VOWELS.length]! + codas[Math.floor(rest / VOWELS.length)]!;
};

/** Three syllables in lower case, such as `grukatrem`. `number` is a whole number from 0 to below `COINABLE`. */
export const coinWord = (number: number): string => {
  const place = (number * STEP) % COINABLE;
  const last = Math.floor(place / SYLLABLES ** 2);
  const middle = Math.floor(place / SYLLABLES) % SYLLABLES;
  return syllable(place % SYLLABLES, CODAS) + syllable(middle, CODAS) + syllable(last, LAST_CODAS);
};
