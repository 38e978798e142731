/**
 * In: a question or topic as typed, and the clock it is read by. Out: a `Query`. Operators (`"phrase"`, `-word`,
 * `source:`, `after:`, `before:`) are taken out first; dates in natural words are read from what is left.
 */
import { DatelineError } from '../domain/errors.ts';
import type { DayRange, Query } from '../domain/query.ts';
import { cleanLine } from '../text/clean-text.ts';
import { type NamedTime, readDay, readTimes } from './read-times.ts';

/** Longer questions are refused: no one types them, and reading them would cost time. UTF-16 units. */
export const QUERY_LIMIT = 1_000;

/** Of a text that holds no word. */
const SHOWN_CHARS = 60;

/** `-"…"`, `"…"` in the quotation marks of several languages, `name:value`, `-word`. */
const OPERATOR =
  /(?<![\p{L}\p{N}])(?:(?<minus>-)?(?:"(?<straight>[^"]+)"|“(?<curly>[^”]+)”|„(?<low>[^“”]+)[“”]|«(?<angle>[^»]+)»)|(?<name>source|after|before):\s*(?:"(?<quoted>[^"]*)"|(?<value>\S*))|-(?<excluded>[\p{L}\p{N}][^\s]*))/giu;

interface Parts {
  phrases: string[];
  excluded: string[];
  sources: string[];
  after: string | null;
  before: string | null;
}

const takeFilter = (parts: Parts, name: string, value: string, asOfMs: number): void => {
  if (name === 'source') {
    if (value === '')
      throw new DatelineError(
        'invalid',
        'source: expects the name of a source, such as source:example.org; nothing came after it.',
      );
    parts.sources.push(value.toLowerCase());
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

const takeOperators = (text: string, asOfMs: number): { parts: Parts; rest: string } => {
  const parts: Parts = { phrases: [], excluded: [], sources: [], after: null, before: null };
  const rest = text.replace(OPERATOR, (whole, ...found) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    const quoted = groups.straight ?? groups.curly ?? groups.low ?? groups.angle;
    if (quoted !== undefined) (groups.minus ? parts.excluded : parts.phrases).push(quoted.trim());
    else if (groups.name !== undefined)
      takeFilter(parts, groups.name.toLowerCase(), groups.quoted ?? groups.value ?? '', asOfMs);
    else if (groups.excluded !== undefined) parts.excluded.push(groups.excluded);
    // The words of a phrase are searched for as well.
    return quoted !== undefined && !groups.minus ? ` ${quoted} ` : whole.startsWith(' ') ? ' ' : '';
  });
  return { parts, rest };
};

const checkOrder = ({ after, before }: Parts): void => {
  if (after === null || before === null || after <= before) return;
  throw new DatelineError(
    'invalid',
    `A time between after: and before: was expected, but after (${after}) is later than before (${before}).`,
  );
};

const joinRanges = (times: readonly NamedTime[]): DayRange | null => {
  const first = times[0];
  if (first === undefined) return null;
  return { from: first.range.from, to: first.range.to };
};

const withoutTimes = (text: string, times: readonly NamedTime[]): string => {
  let rest = text;
  for (const time of times.toReversed()) {
    if (time.isRelative) rest = `${rest.slice(0, time.start)} ${rest.slice(time.end)}`;
  }
  return rest;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const requireWords = (typed: string): void => {
  if (/[\p{L}\p{N}]/u.test(typed)) return;
  const came = typed === '' ? 'nothing came' : `“${typed.slice(0, SHOWN_CHARS).toWellFormed()}” holds none`;
  throw new DatelineError('invalid', `A question or some words to look for were expected; ${came}.`);
};

/**
 * Reads what was typed. `asOfMs` is the clock that "last week" counts from. Errors: `invalid` where the text is empty,
 * holds no word or is too long, or a filter's value cannot be read.
 */
export const parseQuery = (text: string, asOfMs: number): Query => {
  const typed = cleanLine(text);
  requireWords(typed);
  if (typed.length > QUERY_LIMIT)
    throw new DatelineError(
      'invalid',
      `A question of at most ${QUERY_LIMIT} characters was expected; ${typed.length} came. Please shorten it.`,
    );
  const { parts, rest } = takeOperators(typed, asOfMs);
  checkOrder(parts);
  const times = readTimes(rest, asOfMs);
  const hasWithin = parts.after !== null || parts.before !== null;
  return {
    text: typed,
    words: oneLine(withoutTimes(rest, times)),
    phrases: parts.phrases.filter((phrase) => phrase !== ''),
    excluded: parts.excluded,
    sources: parts.sources,
    within: hasWithin ? { from: parts.after, to: parts.before } : null,
    about: joinRanges(times),
  };
};
