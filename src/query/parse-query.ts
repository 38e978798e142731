/**
 * In: a question or topic as typed, and the clock it is read by. Out: a `Query`. Operators (`"phrase"`, `-word`,
 * `source:`, `after:`, `before:`) are taken out first; dates in natural words are read from what is left.
 */
import { DatelineError } from '../domain/errors.ts';
import type { DayRange, Query } from '../domain/query.ts';
import { cleanLine } from '../text/clean-text.ts';
import { questionLanguage } from '../text/question-language.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { plainEnglish } from './chat-words.ts';
import { readForeignTimes } from './read-foreign-times.ts';
import { FACT, type ReadIntent, readIntent } from './read-intent.ts';
import { type NamedTime, readDay, readTimes } from './read-times.ts';
import { callsForNews, hasSubject } from './subject.ts';

/** Longer questions are refused: no one types them, and reading them would cost time. UTF-16 units. */
const QUERY_LIMIT = 1_000;

/** Each phrase, wanted or not, is looked for in every article that holds its words. */
const PHRASE_LIMIT = 10;

/** Of a text that holds no word. */
const SHOWN_CHARS = 60;

/** `-"…"`, `"…"` in the quotation marks of several languages, `name:value`, `-source:value`, `-word`. */
const OPERATOR =
  /(?<![\p{L}\p{N}])(?:(?<minus>-)?(?:"(?<straight>[^"]+)"|“(?<curly>[^”]+)”|„(?<low>[^“”]+)[“”]|«(?<angle>[^»]+)»)|(?<name>-?source|after|before):\s*(?:"(?<quoted>[^"]*)"|(?<value>\S*))|-(?<excluded>[\p{L}\p{N}][^\s]*))/giu;

const HAS_WORD = /[\p{L}\p{N}]/u;

interface Parts {
  phrases: string[];
  excluded: string[];
  sources: string[];
  excludedSources: string[];
  after: string | null;
  before: string | null;
}

const takeFilter = (parts: Parts, name: string, value: string, asOfMs: number): void => {
  if (name.endsWith('source')) {
    if (value === '')
      throw new DatelineError(
        'invalid',
        'source: expects the name of a source, such as source:example.org; nothing came after it.',
      );
    (name === 'source' ? parts.sources : parts.excludedSources).push(value.toLowerCase());
    return;
  }
  const day = readDay(value, asOfMs);
  if (day === null) {
    const came = value === '' ? 'nothing' : `“${value}”`;
    throw new DatelineError(
      'invalid',
      `${name}: expects a day such as ${name}:2024-03-12 or ${name}:"last week"; ${came} came.`,
    );
  }
  if (name === 'after') parts.after = day.from;
  else parts.before = day.to;
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

type Groups = Readonly<Record<string, string | undefined>>;

const quotedIn = ({ straight, curly, low, angle }: Groups): string | undefined =>
  straight ?? curly ?? low ?? angle;

const takeOperators = (text: string, asOfMs: number): Parts => {
  const parts: Parts = {
    phrases: [],
    excluded: [],
    sources: [],
    excludedSources: [],
    after: null,
    before: null,
  };
  for (const { groups = {} } of text.matchAll(OPERATOR)) {
    const quoted = quotedIn(groups);
    if (quoted !== undefined) (groups.minus ? parts.excluded : parts.phrases).push(quoted.trim());
    else if (groups.name !== undefined)
      takeFilter(parts, groups.name.toLowerCase(), groups.quoted ?? groups.value ?? '', asOfMs);
    else if (groups.excluded !== undefined) parts.excluded.push(groups.excluded);
  }
  return { ...parts, phrases: distinct(parts.phrases), excluded: distinct(parts.excluded) };
};

/** The text without operators, but with what is quoted, as `show` gives it. */
const withoutOperators = (text: string, show: (quoted: string) => string): string =>
  text.replace(OPERATOR, (...found) => {
    const groups: Groups = found.at(-1);
    const quoted = quotedIn(groups);
    return quoted === undefined || groups.minus ? '' : ` ${show(quoted)} `;
  });

/** The text with chat words read as what they stand for, operators and what is quoted as they are. */
const inPlainEnglish = (text: string): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { index, 0: operator } of text.matchAll(OPERATOR)) {
    parts.push(plainEnglish(text.slice(at, index)), operator);
    at = index + operator.length;
  }
  return [...parts, plainEnglish(text.slice(at))].filter((part) => part !== '').join(' ');
};

const checkOrder = ({ after, before }: Parts): void => {
  if (after === null || before === null || after <= before) return;
  throw new DatelineError(
    'invalid',
    `Expected after: to be no later than before:; got after ${after} and before ${before}.`,
  );
};

const checkPhrases = ({ phrases, excluded }: Parts): void => {
  const count = phrases.length + excluded.filter((text) => /[^\p{L}\p{N}]/u.test(text)).length;
  if (count <= PHRASE_LIMIT) return;
  throw new DatelineError(
    'invalid',
    `Expected at most ${PHRASE_LIMIT} phrases, to be found or left out; got ${count}. Please leave some out.`,
  );
};

const withoutTimes = (text: string, times: readonly NamedTime[]): string => {
  let rest = text;
  for (const time of times.toReversed()) rest = `${rest.slice(0, time.start)} ${rest.slice(time.end)}`;
  return rest;
};

/** A day without its year ("September 11") may as well be the name of what happened on it. */
const isSurelyTime = (text: string, { isRelative, start, end }: NamedTime): boolean =>
  isRelative || /\d{4}/.test(text.slice(start, end));

/** Whether nothing is named but days and other filters, if any: "what happened yesterday", "source:x", "latest news". */
const namesFiltersAlone = (
  text: string,
  times: readonly NamedTime[],
  { phrases, excluded, sources, excludedSources, after, before }: Parts,
): boolean => {
  const left = withoutTimes(text, times).replace(/\bright now\b/i, 'now');
  if (phrases.length > 0 || hasSubject(left)) return false;
  if (times.length > 0) return HAS_WORD.test(left) || times.some((time) => isSurelyTime(text, time));
  const named = excluded.length + sources.length + excludedSources.length;
  const hasFilters = named > 0 || after !== null || before !== null;
  return hasFilters || callsForNews(left);
};

/** The days in both; a side that one leaves open is the other's. */
const intersect = (a: DayRange | null, b: DayRange | null): DayRange | null => {
  if (a === null || b === null) return a ?? b;
  const from = [a.from, b.from].filter((day) => day !== null);
  const to = [a.to, b.to].filter((day) => day !== null);
  return { from: from.sort().at(-1) ?? null, to: to.sort()[0] ?? null };
};

const isClosed = ({ from, to }: DayRange): boolean => from !== null && to !== null;

/** All days named, from the first of them to the last, and on the side of "since" or "before" that is meant. */
const spanOf = (times: readonly NamedTime[]): DayRange | null => {
  const ranges = times.map(({ range }) => range);
  const [first = null, ...more] = ranges.filter(isClosed);
  const named = more.reduce<DayRange | null>(
    (span, { from, to }) => ({ from: [span!.from!, from!].sort()[0]!, to: [span!.to!, to!].sort()[1]! }),
    first,
  );
  return ranges.filter((range) => !isClosed(range)).reduce(intersect, named);
};

const requireWords = (typed: string): void => {
  if (HAS_WORD.test(typed)) return;
  const came = typed === '' ? 'nothing came' : `“${typed.slice(0, SHOWN_CHARS).toWellFormed()}” holds none`;
  throw new DatelineError('invalid', `Expected a question or some words to look for; ${came}.`);
};

/** "on March 12 and yesterday": "March 12". */
const timeWords = (text: string, times: readonly NamedTime[]): string =>
  times
    .filter(({ isRelative }) => !isRelative)
    .map(({ start, end }) => text.slice(start, end).replace(TIME_LEAD, ''))
    .join(' ');

const TIME_LEAD = /^(?:on|in|during|from|between|since|after|before|until|till|by)\s+(?:the\s+)?/i;

/** Who quotes words means them as they stand. */
const asWritten = (words: string): ReadIntent => ({ intent: FACT, sought: words });

/**
 * Reads what was typed. `asOfMs` is the clock that "last week" counts from. Where only news of some days or sources is
 * called for, there are no words to search for, and a time in plain words is a filter. Errors: `invalid` where the text
 * is empty, holds no word or too many phrases, or is too long, or a filter's value cannot be read.
 */
export const parseQuery = (text: string, asOfMs: number): Query => {
  const typed = cleanLine(text);
  requireWords(typed);
  if (typed.length > QUERY_LIMIT)
    throw new DatelineError(
      'invalid',
      `Expected a question of at most ${QUERY_LIMIT} characters; got ${typed.length}. Please shorten it.`,
    );
  const parts = takeOperators(typed, asOfMs);
  checkOrder(parts);
  checkPhrases(parts);
  const language = questionLanguage(typed);
  const isEnglish = language === DEFAULT_LANGUAGE;
  const plain = isEnglish ? inPlainEnglish(typed) : typed;
  const rest = withoutOperators(plain, (quoted) => quoted);
  // A time in quotation marks is a phrase like any other.
  const unquoted = withoutOperators(plain, (quoted) => '_'.repeat(quoted.length));
  const times = isEnglish ? readTimes(unquoted, asOfMs) : readForeignTimes(unquoted, language, asOfMs);
  const { after: from, before: to } = parts;
  const within = from === null && to === null ? null : { from, to };
  const about = times[0]?.range ?? null;
  const isFilter = namesFiltersAlone(rest, times, parts);
  const relative = times.filter(({ isRelative }) => isRelative);
  const words = isFilter ? '' : cleanLine(withoutTimes(rest, relative));
  const { intent, sought } = parts.phrases.length > 0 || !isEnglish ? asWritten(words) : readIntent(words);
  return {
    text: typed,
    words,
    intent,
    sought: sought || words,
    phrases: parts.phrases,
    excluded: parts.excluded,
    sources: parts.sources,
    excludedSources: parts.excludedSources,
    within: isFilter ? intersect(within, spanOf(times)) : within,
    about: isFilter ? null : about,
    named: isFilter && times.length > 0 ? { words: timeWords(rest, times), within, about } : null,
  };
};
