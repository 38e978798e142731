/**
 * In: a dictionary and a language. Out: what is known of its terms by meaning, as bits by term id: names of places, times,
 * numbers, and words that show what stands beside them. The bits above say how common a word is in the news at large.
 */
import type { Dictionary } from '../../search/forward-index.ts';
import { MONTH_NAMES, NUMBER_SCALES, NUMBER_WORDS, WEEKDAY_NAMES } from '../../text/english-facts.ts';
import { foreignFunctionWords } from '../../text/foreign-function-words.ts';
import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { languageWords } from '../../text/languages/known-languages.ts';
import { DEFAULT_LANGUAGE, terms } from '../../text/terms.ts';
import { COMMON_WORDS } from './common-words.ts';

export const COUNTRY = 1;
/** Of the United States. */
export const STATE = 2;
export const CITY = 4;
export const PLACE = COUNTRY | STATE | CITY;
export const TIME = 8;
export const NUMBER_WORD = 16;
/** What a length of time is counted in. */
export const TIME_UNIT = 32;
export const PERCENT_WORD = 64;
/** What a person is called by, right before the name: "Senator", "actor". */
export const PERSON_TITLE = 128;
/** What persons do, right behind the name: "said". */
export const PERSON_VERB = 256;
/** 1900 to 2099. */
export const YEAR = 512;
/** Carries no subject: "the", "of". */
export const FUNCTION_WORD = 1024;
/** Where the level of commonness begins (`common-words.ts`): the five highest bits. */
const LEVEL_SHIFT = 11;

/** How common a word is in the news at large, by what is known of it. */
export const levelOf = (kind: number): number => kind >>> LEVEL_SHIFT;

const STATES = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
  Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
  Montana Nebraska Nevada Hampshire Jersey Mexico York Carolina Dakota Ohio Oklahoma Oregon Pennsylvania Rhode
  Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming`;
/** What the names of regions leave out. */
const NATIONS = 'US UK Britain England Scotland Wales Russia';
const CITIES = `London Paris Berlin Madrid Rome Tokyo Beijing Moscow Kyiv Brussels Geneva Delhi Mumbai Chicago Houston
  Boston Manchester Birmingham Angeles Francisco Diego Antonio Philadelphia Phoenix Dallas Austin Seattle Denver Detroit
  Miami Atlanta Orleans Vegas Baltimore Memphis Nashville Portland Minneapolis Cleveland Pittsburgh Buffalo Orlando
  Istanbul Cairo Lagos Dubai Toronto Sydney Melbourne Shanghai Seoul Vienna Barcelona Milan Munich Amsterdam Dublin
  Edinburgh Glasgow Liverpool Leeds Warsaw Prague Budapest Athens Lisbon Stockholm Oslo Copenhagen Helsinki`;
const TIMES = [...MONTH_NAMES, ...WEEKDAY_NAMES].join(' ');
const TIME_UNITS = 'years months weeks days hours minutes';
const NUMBERS = [...NUMBER_WORDS.slice(2, 13), 'dozen', ...NUMBER_SCALES, 'half third quarter'].join(' ');
const PERSON_TITLES = `mr mrs ms dr sir president senator sen representative rep congressman congresswoman governor gov
  secretary minister chancellor mayor judge justice prince princess king queen actor actress singer rapper comedian star
  coach quarterback pitcher ceo founder chairman director author host spokesman spokeswoman spokesperson professor
  billionaire candidate leader general gen lieutenant lt detective sheriff officer`;
const PERSON_VERBS = 'said told says tweeted wrote who whose whom';
const YEARS = Array.from({ length: 200 }, (_, at) => String(1900 + at)).join(' ');

/** The shortest word of a country's name that names it, so that "of" is no place; of scripts where a letter says more, fewer. */
const NAME_LETTERS = 4;
const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Names of all countries and territories, as the runtime's language data gives them for two-letter codes. */
const regionNames = (language: string): string => {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = letters.flatMap((first) => letters.map((second) => display.of(first + second)));
  return names.filter((name) => name !== undefined).join(' ');
};

/** A kind, the words of that kind and how long a word has to be. */
type WordsOfKind = readonly [kind: number, words: string, shortest: number];

const ENGLISH: readonly WordsOfKind[] = [
  [STATE, STATES, NAME_LETTERS],
  [COUNTRY, regionNames(DEFAULT_LANGUAGE), NAME_LETTERS],
  [COUNTRY, NATIONS, 1],
  [CITY, CITIES, NAME_LETTERS],
  [TIME, TIMES, 1],
  [NUMBER_WORD, NUMBERS, 1],
  [TIME_UNIT, TIME_UNITS, 1],
  [PERCENT_WORD, 'percent', 1],
  [PERSON_TITLE, PERSON_TITLES, 1],
  [PERSON_VERB, PERSON_VERBS, 1],
  [YEAR, YEARS, 1],
  [FUNCTION_WORD, [...FUNCTION_WORDS].join(' '), 1],
];

const partOf = (
  parts: readonly Intl.DateTimeFormatPart[] | readonly Intl.NumberFormatPart[],
  type: string,
): string =>
  parts
    .filter((part) => part.type === type)
    .map(({ value }) => value)
    .join(' ');

/** Months as they stand alone and in dates, and days of the week. */
const timesIn = (language: string): string => {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15));
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
  const written = (options: Intl.DateTimeFormatOptions, type: string, times: readonly number[]): string[] => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return times.map((time) => partOf(format.formatToParts(time), type));
  };
  return [
    ...written({ month: 'long' }, 'month', months),
    ...written({ month: 'long', day: 'numeric' }, 'month', months),
    ...written({ weekday: 'long' }, 'weekday', days),
  ].join(' ');
};

/** The words for a unit, for one and for several of it. */
const unitIn = (language: string, unit: string): string => {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return [1, 2, 5].map((count) => partOf(format.formatToParts(count), 'unit')).join(' ');
};

const UNITS_OF_TIME = ['year', 'month', 'week', 'day', 'hour', 'minute'];

/** What the runtime's language data holds of a language; persons it knows by nothing. */
const listsOf = (language: string): readonly WordsOfKind[] => {
  if (language === DEFAULT_LANGUAGE) return ENGLISH;
  const regions = regionNames(language);
  return [
    [COUNTRY, regions, SYLLABIC.test(regions) ? 2 : NAME_LETTERS],
    [CITY, CITIES, NAME_LETTERS],
    [TIME, timesIn(language), 2],
    [NUMBER_WORD, languageWords(language)?.numbers ?? '', 1],
    [TIME_UNIT, UNITS_OF_TIME.map((unit) => unitIn(language, unit)).join(' '), 1],
    [PERCENT_WORD, unitIn(language, 'percent'), 1],
    [YEAR, YEARS, 1],
    [FUNCTION_WORD, [...foreignFunctionWords(language)].join(' '), 1],
  ];
};

const readKinds = (language: string): ReadonlyMap<string, number> => {
  const kinds = new Map<string, number>();
  for (const [kind, words, shortest] of listsOf(language))
    for (const { term } of terms(words, language))
      if (term.length >= shortest) kinds.set(term, (kinds.get(term) ?? 0) | kind);
  for (const [term, level] of COMMON_WORDS) kinds.set(term, (kinds.get(term) ?? 0) | (level << LEVEL_SHIFT));
  return kinds;
};

/** What is known of the terms of one language, as far as articles hold them. */
class KindsOfLanguage {
  readonly #kindOf: ReadonlyMap<string, number>;
  /** Terms that no article held so far. */
  readonly #unknown: Set<string>;
  #size = 0;
  #kinds = new Uint16Array(0);

  constructor(language: string) {
    this.#kindOf = readKinds(language);
    this.#unknown = new Set(this.#kindOf.keys());
  }

  async read(dictionary: Dictionary): Promise<Uint16Array> {
    if (dictionary.size === this.#size) return this.#kinds;
    const found = await dictionary.whole.ids([...this.#unknown]);
    const longest = Math.max(0, ...found.values()) + 1;
    if (longest > this.#kinds.length) {
      const longer = new Uint16Array(longest);
      longer.set(this.#kinds);
      this.#kinds = longer;
    }
    for (const [term, id] of found) {
      this.#kinds[id] = this.#kindOf.get(term)!;
      this.#unknown.delete(term);
    }
    this.#size = dictionary.size;
    return this.#kinds;
  }
}

/** Kinds by language; what was learned of the ids of terms serves the next dictionary. */
export class TermKinds {
  readonly #languages = new Map<string, KindsOfLanguage>();

  /** By term id, of words as that language (ISO 639-1) has them. Ids beyond the end of the array have no kind. */
  read(dictionary: Dictionary, language: string): Promise<Uint16Array> {
    return this.#languages
      .getOrInsertComputed(language, () => new KindsOfLanguage(language))
      .read(dictionary);
  }
}
