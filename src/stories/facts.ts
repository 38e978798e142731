/** In: a text. Out: what it states that another telling of the same event may not: numbers, names of people and places, days. */
import { MONTH_NAMES, NUMBER_WORDS, WEEKDAY_NAMES } from '../text/english-facts.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { termOf, terms } from '../text/terms.ts';

export interface Facts {
  /** Without the commas of thousands, and without years: those belong to what lies behind an event. */
  readonly numbers: ReadonlySet<string>;
  /** As terms; a person's two names are two. */
  readonly names: ReadonlySet<string>;
  /** Days of the week, as terms. */
  readonly days: ReadonlySet<string>;
}

/** Not part of a name or a word ("G7", "7th", "1960s"). */
const NUMBER = /(?<![\p{L}\d.,-])\d+(?:[.,]\d+)*(?![\p{L}\d])/gu;
/** `Reed, 41, said` */
const AGE = /(?<=\p{L}, )\d{1,2}(?=[,.])/gu;
const YEAR = /^(?:19|20)\d\d$/;
const CAPITAL = /^\p{Lu}/u;
/** Behind these a capital letter is no sign of a name. */
const BEGINS = /(?:^|[.!?:;…]["”’»)\]]?\s+|["“„‘«([]\s*|\n\s*|[•–—]\s*)$/u;

/** From two on: one is a pronoun as well, and zero is rarely counted. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  NUMBER_WORDS.map((word, number) => [word, String(number)] as const).slice(2),
);
const DAYS = new Set(WEEKDAY_NAMES.map((day) => day.toLowerCase()));
/** Written with a capital letter, and no names of anything in the news. */
const NO_NAMES = new Set([
  ...MONTH_NAMES.map((month) => month.toLowerCase()),
  ...'mr mrs ms dr i gmt bst est pdt edt pst am pm'.split(' '),
]);

/** One pass; `language` as the article has it. */
export const factsOf = (text: string, language: string): Facts => {
  const numbers = new Set<string>();
  const names = new Set<string>();
  const days = new Set<string>();
  for (const [written] of text.replaceAll(AGE, '').matchAll(NUMBER)) {
    const number = written.replaceAll(',', '');
    if (!YEAR.test(number)) numbers.add(number);
  }
  for (const { term, start, end } of terms(text, language)) {
    const word = text.slice(start, end);
    const lower = word.toLowerCase();
    if (DAYS.has(lower)) days.add(term);
    else if (SPELLED.has(lower)) numbers.add(SPELLED.get(lower)!);
    else if (
      word.length > 1 &&
      CAPITAL.test(word) &&
      !FUNCTION_WORDS.has(lower) &&
      !NO_NAMES.has(lower) &&
      !BEGINS.test(text.slice(Math.max(0, start - 4), start))
    )
      names.add(term);
  }
  return { numbers, names, days };
};

/** Everything a text says, as terms and numbers: what it says is not new, however it is written. */
export const saidIn = (text: string, language: string): ReadonlySet<string> => {
  const { numbers } = factsOf(text, language);
  const said = new Set(numbers);
  for (const { term } of terms(text, language)) said.add(term);
  return said;
};

/** The terms an outlet's address is made of ("bbc.co.uk"): a text that names its own outlet adds nothing. */
export const outletTerms = (source: string, language: string): ReadonlySet<string> =>
  new Set(source.split(/[^\p{L}\p{N}]+/u).map((part) => termOf(part, language)));
