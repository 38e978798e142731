/** Numbers, days and lists in the customs of the language that is spoken. */
import type { Language } from './languages.ts';
import { currentLanguage } from './speaking.ts';

/** A formatter for each language, made when it is needed first. */
const perLanguage = <T>(make: (customs: string) => T): ((language?: Language) => T) => {
  const made = new Map<string, T>();
  return ({ customs } = currentLanguage()) => made.getOrInsertComputed(customs, make);
};

/** The month by its name: digits alone are read in another order elsewhere, and turn round among words from right to left. */
export const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const numbers = perLanguage((customs) => new Intl.NumberFormat(customs));
const days = perLanguage((customs) => new Intl.DateTimeFormat(customs, { ...DAY, timeZone: 'UTC' }));
const lists = perLanguage((customs) => new Intl.ListFormat(customs));
const choices = perLanguage((customs) => new Intl.ListFormat(customs, { type: 'disjunction' }));

const rates = perLanguage((customs) => new Intl.NumberFormat(customs, { maximumFractionDigits: 1 }));

const percents = perLanguage((customs) => new Intl.NumberFormat(customs, { style: 'percent' }));

/** `1.5`. */
export const rateText = (rate: number): string => rates().format(rate);

/** `1,234`. */
export const numberText = (count: number, language = currentLanguage()): string =>
  numbers(language).format(count);

/** `37%`, of a share from 0 to 1; `100%` only of all. */
export const percentText = (share: number): string => percents().format(Math.floor(share * 100) / 100);

/** On a phone, a date with common spaces is often broken after its day. */
const unbroken = (date: string): string => date.replaceAll(' ', '\u00A0');

/** `12 Mar 2024`, in UTC, on one line. */
export const dayText = (ms: number): string => unbroken(days().format(ms));

/** `20–22 Mar 2024`. */
export const daysText = (fromMs: number, toMs: number): string => unbroken(days().formatRange(fromMs, toMs));

/** `A, B and C`. */
export const listText = (items: Iterable<string>): string => lists().format(items);

/** `“A”, “B”`. */
export const quotedText = (items: readonly string[]): string => {
  const { quotes, comma = ', ' } = currentLanguage();
  return items.map((item) => quotes.join(item)).join(comma);
};

/** `A, B or C`. */
export const orText = (items: Iterable<string>): string => choices().format(items);

/** `German`, of an ISO 639-1 code. */
export const languageName = (code: string, { customs } = currentLanguage()): string =>
  new Intl.DisplayNames(customs, { type: 'language' }).of(code) ?? code;
