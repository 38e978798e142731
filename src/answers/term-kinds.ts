/** In: a vocabulary. Out: which of its terms name places, times, units of time and numbers, as bits by term id. */
import type { Vocabulary } from '../search/vocabulary.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';

export const PLACE = 1;
export const TIME = 2;
export const NUMBER_WORD = 4;
/** What a length of time is counted in. */
export const TIME_UNIT = 8;

const STATES = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
  Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
  Montana Nebraska Nevada Hampshire Jersey Mexico York Carolina Dakota Ohio Oklahoma Oregon Pennsylvania Rhode
  Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming England Scotland Wales London Paris Berlin Madrid
  Rome Tokyo Beijing Moscow Kyiv Brussels Geneva Delhi Mumbai Chicago Houston Boston Manchester Birmingham`;
const TIMES = `January February March April May June July August September October November December Monday Tuesday
  Wednesday Thursday Friday Saturday Sunday`;
const TIME_UNITS = 'years months weeks days hours minutes';
const NUMBERS = `two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
  trillion half third quarter`;

/** Names of all countries and territories, as the runtime's language data gives them for two-letter codes. */
const regionNames = (): string[] => {
  const display = new Intl.DisplayNames([DEFAULT_LANGUAGE], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => display.of(first + second)))
    .filter((name) => name !== undefined);
};

const termsOf = (text: string, shortest: number): string[] =>
  terms(text, DEFAULT_LANGUAGE)
    .map(({ term }) => term)
    .filter((term) => term.length >= shortest);

const KINDS: ReadonlyMap<string, number> = new Map([
  ...termsOf([STATES, ...regionNames()].join(' '), 4).map((term) => [term, PLACE] as const),
  ...termsOf('US UK', 1).map((term) => [term, PLACE] as const),
  ...termsOf(TIMES, 1).map((term) => [term, TIME] as const),
  ...termsOf(TIME_UNITS, 1).map((term) => [term, TIME_UNIT] as const),
  ...termsOf(NUMBERS, 1).map((term) => [term, NUMBER_WORD] as const),
]);

const known = new WeakMap<Vocabulary, { size: number; kinds: Uint8Array }>();

/** Bits by term id; the array may be longer than the vocabulary. */
export const termKinds = (vocabulary: Vocabulary): Uint8Array => {
  const found = known.get(vocabulary);
  if (found !== undefined && found.size === vocabulary.size) return found.kinds;
  const kinds =
    found !== undefined && found.kinds.length >= vocabulary.size
      ? found.kinds
      : new Uint8Array(vocabulary.size * 2);
  for (const [term, kind] of KINDS) {
    const id = vocabulary.find(term);
    if (id >= 0) kinds[id] = kind;
  }
  known.set(vocabulary, { size: vocabulary.size, kinds });
  return kinds;
};
