/**
 * In: a question or topic as typed, and the clock it is read by. Out: a `Query`. Operators (see `read-operators.ts`) are
 * taken out first; dates in natural words are read from what is left.
 */

import { DatelineError } from '../domain/errors.ts';
import type { DayRange, Query, QueryPiece } from '../domain/query.ts';
import { counted, sentence } from '../language/message.ts';
import { cleanLine } from '../text/clean-text.ts';
import { plainForeign } from '../text/foreign-chat-words.ts';
import { questionLanguage } from '../text/question-language.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { plainEnglish } from './chat-words.ts';
import { readForeignTimes } from './read-foreign-times.ts';
import { FACT, type ReadIntent, readIntent, turnLanguage } from './read-intent.ts';
import { readOperators, wordsOfClause } from './read-operators.ts';
import { type NamedTime, readTimes } from './read-times.ts';
import { callsForNews, hasSubject, newsLanguage } from './subject.ts';
import { type Parts, takeParts } from './take-parts.ts';

/** Longer questions are refused: no one types them, and reading them would cost time. UTF-16 units. */
const QUERY_LIMIT = 1_000;

/** Of a text that holds no word. */
const SHOWN_CHARS = 60;

const HAS_WORD = /[\p{L}\p{N}]/u;

/** Chat words are read as what they stand for. */
const inPlainWords = (pieces: readonly QueryPiece[], language: string): QueryPiece[] => {
  const plain = (text: string): string =>
    language === DEFAULT_LANGUAGE ? plainEnglish(text) : plainForeign(text, language);
  return pieces.map((piece) => (piece.kind === 'text' ? { ...piece, text: plain(piece.text) } : piece));
};

/** The words to search for: plain ones, and what is quoted or grouped as `show` gives it. */
const wordsOf = (pieces: readonly QueryPiece[], show: (quoted: string) => string): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'phrase') return show(piece.text);
      return piece.kind === 'group' ? show(wordsOfClause(piece.clause).join(' ')) : '';
    })
    .filter((text) => text !== '')
    .join(' ');

const withoutTimes = (text: string, times: readonly NamedTime[]): string => {
  let rest = text;
  for (const time of times.toReversed()) rest = `${rest.slice(0, time.start)} ${rest.slice(time.end)}`;
  return rest;
};

/** A day without its year ("September 11") may as well be the name of what happened on it. */
const isSurelyTime = (text: string, { isRelative, start, end }: NamedTime): boolean =>
  isRelative || /\d{4}/.test(text.slice(start, end));

/** In English "what's new" calls for news, although it is small talk as well. */
const isForeignTalk = (text: string, language: string): boolean =>
  language !== DEFAULT_LANGUAGE && readIntent(text, language).intent.kind === 'talk';

/** Whether a day is named whose story is asked for: "jan 6 summary" means what is known by that day. */
const asksForStory = (text: string, language: string): boolean =>
  readIntent(text, language).intent.kind === 'summary';

/** Whether nothing is named but days and other filters, if any: "what happened yesterday", "source:x", "latest news". */
const namesFiltersAlone = (
  text: string,
  language: string,
  times: readonly NamedTime[],
  parts: Parts,
): boolean => {
  const { phrases, excluded, groups, sources, excludedSources, authors, excludedAuthors, after, before } =
    parts;
  const left = withoutTimes(text, times).replace(/\bright now\b/i, 'now');
  if (phrases.length > 0 || hasSubject(left, language) || isForeignTalk(text, language)) return false;
  if (times.some((time) => isSurelyTime(text, time))) return true;
  if (times.length > 0) return HAS_WORD.test(left) && !asksForStory(text, language);
  const named = [excluded, groups, sources, excludedSources, authors, excludedAuthors].flat().length;
  const hasFilters = named > 0 || after !== null || before !== null;
  return hasFilters || callsForNews(left, language);
};

/** The days in both; a side that one leaves open is the other's. */
export const intersect = (a: DayRange | null, b: DayRange | null): DayRange | null => {
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

const requireWords = (typed: string, pieces: readonly QueryPiece[]): void => {
  if (pieces.some((piece) => piece.kind === 'filter' || HAS_WORD.test(piece.text))) return;
  throw new DatelineError(
    'invalid',
    typed === ''
      ? sentence`Expected a question or some words to look for; got nothing.`
      : sentence`Expected a question or some words to look for; “${typed.slice(0, SHOWN_CHARS).toWellFormed()}” holds none.`,
  );
};

/** "on March 12 and yesterday": "March 12". */
const timeWords = (text: string, times: readonly NamedTime[]): string =>
  times
    .filter(({ isRelative }) => !isRelative)
    .map(({ start, end }) => text.slice(start, end).replace(TIME_LEAD, ''))
    .join(' ');

const TIME_LEAD = /^(?:on|in|during|from|between|since|after|before|until|till|by)\s+(?:the\s+)?/i;

/**
 * The language of the words that call for news ("noticias de Loreto") or of a turn of phrase ("streszczenie wypadku"), if the words
 * that every sentence has show no other.
 */
const queryLanguage = (text: string): string => {
  const language = questionLanguage(text);
  const other = newsLanguage(text);
  if (other === null) return (language === DEFAULT_LANGUAGE ? turnLanguage(text) : null) ?? language;
  if (!hasSubject(text, language)) return language;
  const isCall = !hasSubject(text, other) || readIntent(text, other).intent.newest;
  return isCall ? other : language;
};

interface ReadWords {
  readonly rest: string;
  readonly times: readonly NamedTime[];
  /** Those that count from the clock, as written. */
  readonly relativeTimes: string;
  /** Without them. */
  readonly words: string;
}

const readWords = (pieces: readonly QueryPiece[], language: string, asOfMs: number): ReadWords => {
  const rest = wordsOf(pieces, (quoted) => quoted);
  // A time in quotation marks is a phrase like any other.
  const masked = wordsOf(pieces, (quoted) => '_'.repeat(quoted.length));
  const times =
    language === DEFAULT_LANGUAGE ? readTimes(masked, asOfMs) : readForeignTimes(masked, language, asOfMs);
  const relative = times.filter(({ isRelative }) => isRelative);
  return {
    rest,
    times,
    relativeTimes: relative.map(({ start, end }) => rest.slice(start, end)).join(' '),
    words: cleanLine(withoutTimes(rest, relative)),
  };
};

/** Who quotes or groups words means them as they stand. */
const asWritten = (words: string): ReadIntent => ({ intent: FACT, sought: words });

/** Earlier builds kept a question and its filters as one text, with this between them: each is read by itself. */
const KEPT_SEPARATOR = '\u001f';

/** "/ask who won", "/timeline topic: the dam", typed as a message: the question alone. All commands that take one are here. */
const withoutCommand = (text: string): string =>
  text.replace(
    /^[/!](?:(?:ask|search|article|story|alerts|digest|subscribe)|(latest|timeline|compare|why))\s+(?:(?:question|topic|title|article):\s*)?(?=\S)/i,
    (_, asked?: string) => (asked === undefined ? '' : `${asked} `),
  );

/** A character of emoji, one of those that join them among them; flags and "©" stand in names. */
const EMOJI = String.raw`(?![\p{Regional_Indicator}©®™])[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u200d]`;
/** A quotation, an item of a list ("1." only before a word that asks: it stands in names as well), "Q:", and emoji. */
const MARKUP_BEFORE = new RegExp(
  String.raw`^(?:\s|>+ |[-*•–—] |q(?:uestion)?: |\d{1,2}[.)] (?=(?:who|what|wat|when|wen|where|why|y|how|which|is|are|was|were|did|does|do|has|have|can|will)(?:['’]?s)?\b)|${EMOJI})+`,
  'iu',
);
const EMOJI_BEHIND = new RegExp(
  String.raw`(?:\s*${EMOJI}|\s+(?::\w{2,}:|[:;=]['’-]?[()DPpOo3/|\\]+|[xX][dD]+|<3+|\^\^))+\s*$`,
  'u',
);
/** Mentions, channels, a server's emoji, and addresses. */
const NO_WORDS = /<(?:@[!&]?|#|a?:\w+:)\d+>|(?<!\S)https?:\/\/\S+/g;
/** Marks of bold, italics, code and spoilers, or brackets, around the whole. */
const MARKED_WHOLE = /^(\*{1,3}|_{1,3}|~~|\|\||`{1,3})(?!\s)([^*_~|`]+)\1$|^\(([^()]+)\)$/;

/** What a message is dressed in says nothing of what it asks: "**who won?** 🤔", "> who won", "1. who won". */
const withoutMarkup = (text: string): string => {
  const bare = text
    .replace(NO_WORDS, ' ')
    .replace(MARKUP_BEFORE, '')
    .replace(EMOJI_BEHIND, '')
    .replace(MARKED_WHOLE, (_, __, marked?: string, bracketed?: string) => marked ?? bracketed ?? '');
  return HAS_WORD.test(bare) ? cleanLine(bare) : text;
};

/** How the words that are left are read: what is wanted of them, and what is sought. */
type ReadWanted = (words: string, language: string) => ReadIntent;

const readQuery = (
  text: string,
  asOfMs: number,
  also: readonly QueryPiece[],
  readWanted: ReadWanted,
): Query => {
  const queries = text.split(KEPT_SEPARATOR).map(cleanLine);
  const typed = queries.join(' ').trim();
  if (typed.length > QUERY_LIMIT)
    throw new DatelineError(
      'invalid',
      sentence`Expected a question of at most ${counted(QUERY_LIMIT, 'character')}; got ${typed.length}. Please shorten it.`,
    );
  const pieces = [...queries.map(withoutMarkup).map(withoutCommand).flatMap(readOperators), ...also];
  requireWords(typed, pieces);
  const parts = takeParts(pieces, asOfMs);
  const language = queryLanguage(`${typed} ${wordsOf(also, (quoted) => quoted)}`);
  const plain = inPlainWords(pieces, language);
  const { rest, times, relativeTimes, words: left } = readWords(plain, language, asOfMs);
  const { after: from, before: to, ...found } = parts;
  const within = from === null && to === null ? null : { from, to };
  const about = times[0]?.range ?? null;
  const isFilter = namesFiltersAlone(rest, language, times, parts);
  const words = isFilter ? '' : left;
  const outside = plain.filter(({ kind }) => kind !== 'group');
  const isLiteral = parts.phrases.length + parts.groups.length > 0;
  const { intent, sought } = isLiteral ? asWritten(words) : readWanted(words, language);
  return {
    text: typed,
    words,
    ungrouped:
      isFilter || outside.length === plain.length ? words : readWords(outside, language, asOfMs).words,
    intent,
    sought: sought || words,
    ...found,
    within: isFilter ? intersect(within, spanOf(times)) : within,
    about: isFilter ? null : about,
    relativeTimes: isFilter ? '' : relativeTimes,
    named: isFilter && times.length > 0 ? { words: timeWords(rest, times), within, about } : null,
  };
};

/**
 * Reads what was typed, and what has to hold besides it (`also`). `asOfMs` is the clock that "last week" counts from. If only
 * news of some days or sources is called for, there are no words to search for, and a time in plain words is a filter.
 * Errors: `invalid` if the text is empty, holds no word or too many phrases, or is too long, or a filter's value cannot be read.
 */
export const parseQuery = (text: string, asOfMs: number, also: readonly QueryPiece[] = []): Query =>
  readQuery(text, asOfMs, also, readIntent);

/** Reads the topic of a subscription, of which nothing is asked: its words are looked for as they stand. */
export const parseTopic = (text: string, asOfMs: number): Query => readQuery(text, asOfMs, [], asWritten);
