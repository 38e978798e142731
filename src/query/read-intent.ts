/**
 * In: the words of a question. Out: what is wanted of them, and the words left to search for: "any update on the dam"
 * wants the latest of "the dam".
 */
import type { Intent, IntentKind } from '../domain/query.ts';
import { likelierLanguage } from '../text/detect-language.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { eachWord } from '../text/words.ts';
import { ENGLISH } from './frames/english.ts';
import { foreignTable, LANGUAGES_WITH_TURNS, plainLetters } from './frames/foreign.ts';
import type { Frame, FrameTable } from './frames/frames.ts';

const tableFor = (language: string): FrameTable | null =>
  language === DEFAULT_LANGUAGE ? ENGLISH : foreignTable(language);

export interface ReadIntent {
  readonly intent: Intent;
  /** Empty if the whole is a frame. */
  readonly sought: string;
}

/** A typed text and its likeness in lower case (without marks but in English), of one length throughout, so that names keep their capitals. */
interface Pair {
  readonly typed: string;
  readonly lower: string;
}

const lowerIn = (text: string, { language }: FrameTable): string =>
  (language === DEFAULT_LANGUAGE ? text.toLowerCase() : plainLetters(text)).replace(/[’‘ʼ]/g, "'");

const pairOf = (text: string, table: FrameTable): Pair => {
  const typed = text
    .replace(/\s+/g, ' ')
    .replace(/(?:[\s?!.…？！。؟]|(?<=!)1)+$/u, '')
    .trim();
  const lower = lowerIn(typed, table);
  // In a few scripts lower case is longer.
  return { typed, lower: lower.length === typed.length ? lower : typed };
};

const cut = ({ typed, lower }: Pair, start: number, end: number): Pair => ({
  typed: `${typed.slice(0, start)}${typed.slice(end)}`.trimStart(),
  lower: `${lower.slice(0, start)}${lower.slice(end)}`.trimStart(),
});

/** Takes off what a pattern matches, for as long as it does and something is left. */
const takeOff = (pair: Pair, pattern: RegExp): Pair => {
  let rest = pair;
  for (let found = pattern.exec(rest.lower); found !== null; found = pattern.exec(rest.lower)) {
    const next = cut(rest, found.index, found.index + found[0].length);
    if (next.lower.trim() === '' || found[0] === '') break;
    rest = next;
  }
  return rest;
};

/** `keep` with the groups as typed. */
const kept = (keep: string, { typed }: Pair, { indices }: RegExpExecArray): string =>
  keep
    .replace(/\$<(\w+)>/g, (_, name: string) => {
      const span = indices?.groups?.[name];
      return span === undefined ? '' : ` ${typed.slice(...span).trim()} `;
    })
    .replace(/ {2,}/g, ' ')
    .trimStart();

const applyFrame = (pair: Pair, { keep = '' }: Frame, found: RegExpExecArray): string =>
  `${pair.typed.slice(0, found.index)}${kept(keep, pair, found)}${pair.typed.slice(found.index + found[0].length)}`.trim();

const speakerOf = ({ typed }: Pair, { indices }: RegExpExecArray): string | null => {
  const span = indices?.groups?.speaker;
  return span === undefined ? null : typed.slice(...span).trim();
};

/** As it is typed in one language or another. */
const LAUGHTER =
  /^(?:(ha|he|ja|je|xa|ah|ih|ks|rs|wk|ха|хе|хи|ах)\1+[hkaаxх]?|k{4,}|к{3,}|w{4,}|5{3,}|[ㅋㅎㅠㅜ]{2,}|[哈呵嘻]{2,}|ｗ{2,}|lo+l+|xd+|ه{3,})$/;

const isTalkWord = (word: string, { talkWords }: FrameTable): boolean =>
  talkWords.has(word) ||
  LAUGHTER.test(word) ||
  /^(?:lm+f?a+o+|ro+fl+|br+u+h+|hi+|he+y+|hello+|y+e+s+|no+o+|o+k+|tha+nks+|wo+w+)$/.test(word);

/** A command of another bot ("!rank", "/imagine a cat"), a smiley, or code; but not "?why", nor "senator(s)". */
const FOR_PROGRAMS =
  /^[!?./](?!(?:latest|digest|why|what|who|when|where|how|is|are|was|did|does|net)\b)\p{Ll}\w*(?:\s|$)|^(?:<3+|[:;=xX]['-]?[3()DPpOo/|\\])$|^<[^>]+>.*>$|^\{.*\}$|^\[[^\p{L}\]]*\]$|\w\((?:|(?=[^()]*[\d"'=,])[^()]*)\)\s*;?$/u;

/** In lower case a greeting and slang. */
const NAMES_IN_CAPITALS = /(?<![\p{L}\p{N}])(?:GM|CAP)(?![\p{L}\p{N}])/u;

/** A short message of such words alone: "thanks, you're the best!". */
const isTalk = (text: string, table: FrameTable): boolean => {
  if (FOR_PROGRAMS.test(text)) return true;
  const plain = lowerIn(text, table)
    .replace(/[^\p{L}\p{M}\p{N}'+*/^=.() -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim();
  const words: string[] = [];
  const starts: number[] = [];
  eachWord(plain, (start, end) => {
    words.push(plain.slice(start, end));
    starts.push(start);
  });
  const subject = words.findIndex((word) => !isTalkWord(word, table) && !table.talkFillers.has(word));
  const opening = subject < 0 ? words : words.slice(0, subject);
  const greeting = opening.findIndex((word) => isTalkWord(word, table));
  const isAllTalk = greeting >= 0 && opening.length === words.length && words.length <= MAX_TALK_WORDS;
  if (isAllTalk && !NAMES_IN_CAPITALS.test(text)) return true;
  const matches = (said: string) => table.talk.some((pattern) => pattern.test(said));
  if (matches(plain)) return true;
  const behindGreeting =
    greeting < 0 ? [] : starts.slice(greeting + 1, Math.min(opening.length, MAX_GREETING_WORDS) + 1);
  return behindGreeting.some((start) => matches(plain.slice(start)));
};

const MAX_TALK_WORDS = 12;

/** "Hi there Dateline, how are you?" */
const MAX_GREETING_WORDS = 4;

const without = (words: ReadonlySet<string>, text: string): string => {
  const left = text
    .split(' ')
    .filter((word) => !words.has(word.replace(/[^\p{L}\p{N}]+$/u, '')) || /^\p{Lu}/u.test(word))
    .join(' ');
  return /[\p{L}\p{N}]/u.test(left) ? left : text;
};

/** Nothing is said beyond what to look for. */
export const FACT: Intent = { kind: 'fact', newest: false, speaker: null };

const readFrame = (pair: Pair, { frames }: FrameTable): { intent: Intent; sought: string } => {
  for (const frame of frames) {
    const found = frame.pattern.exec(pair.lower);
    if (found === null) continue;
    return {
      intent: { kind: frame.kind, newest: frame.newest === true, speaker: speakerOf(pair, found) },
      sought: applyFrame(pair, frame, found),
    };
  }
  return { intent: FACT, sought: pair.typed };
};

/** A greeting in one language is typed under questions in any: "moin", "слава", "gracias!". */
const isTalkAnywhere = (text: string): boolean =>
  text.length <= MAX_TALK_CHARS &&
  !/^\p{Lu}{2,}$/u.test(text) &&
  LANGUAGES_WITH_TURNS.some((language) => isTalk(text, foreignTable(language)!));

const MAX_TALK_CHARS = 40;

interface Turns extends ReadIntent {
  /** Without a greeting and endings that say nothing, and then without those that ask for the newest. */
  readonly bare: Pair;
  readonly timeless: Pair;
}

const readTurns = (pair: Pair, table: FrameTable): Turns => {
  const bare = takeOff(takeOff(pair, table.tail), table.lead);
  const timeless = takeOff(bare, table.nowTail);
  return { bare, timeless, ...readFrame(takeOff(timeless, table.tail), table) };
};

/** Those for the latest and for "still" may be one word, which stands in names as well: "Fox News", "Hala Madrid". */
const MAY_BE_NAMES: ReadonlySet<IntentKind> = new Set(['fact', 'latest', 'still']);

/** A longer text holds words that show its language. To look for the turns of all languages takes a third of a millisecond there. */
const MAX_TURN_CHARS = 40;

/** The language of whose turns of phrase a text is one: "streszczenie wypadku". Null if it is one of English, or of none. */
export const turnLanguage = (text: string): string | null => {
  if (text.length > MAX_TURN_CHARS) return null;
  const isTurn = (language: string): boolean => {
    const table = tableFor(language)!;
    return !MAY_BE_NAMES.has(readTurns(pairOf(text, table), table).intent.kind);
  };
  const [first = null, ...others] = isTurn(DEFAULT_LANGUAGE) ? [] : LANGUAGES_WITH_TURNS.filter(isTurn);
  return first === null || others.length === 0 ? first : likelierLanguage(text, [first, ...others]);
};

/**
 * `text` is plain already (`plainEnglish`, `plainForeign`), without operators and relative times. What is wanted of a text in a
 * language whose turns of phrase are not known, or of none of those known, is a `fact`.
 */
export const readIntent = (text: string, language = DEFAULT_LANGUAGE): ReadIntent => {
  const table = tableFor(language);
  if ((table !== null && isTalk(text, table)) || isTalkAnywhere(text))
    return { intent: { ...FACT, kind: 'talk' }, sought: '' };
  if (table === null) return { intent: FACT, sought: text };
  const pair = pairOf(text, table);
  const { bare, timeless, intent, sought } = readTurns(pair, table);
  const isErrand = table.errands.some((pattern) => pattern.test(bare.lower));
  const isNewest = intent.newest || timeless !== bare;
  const isAsTyped = language === DEFAULT_LANGUAGE ? sought === text : timeless.typed === pair.typed;
  if (!isErrand && !isNewest && intent === FACT && isAsTyped)
    return { intent: FACT, sought: without(table.hedges, text) };
  return {
    intent: { ...intent, newest: isNewest, ...(isErrand && { kind: 'errand' as const }) },
    sought: without(table.fillers, sought),
  };
};

/** Words that go with what an intent asks for: "because" if a cause is wanted. Of other languages those of speaking and feeling are known. */
export const cuesOf = (kind: Intent['kind'], language = DEFAULT_LANGUAGE): readonly string[] =>
  tableFor(language)?.cues[kind]?.split(/\s+/) ?? [];

/** Whether a word, as typed, is too common to search for: "take", "people", "big", a letter alone. */
export const isVague = (word: string, language = DEFAULT_LANGUAGE): boolean => {
  if (/^\p{Ll}$/u.test(word)) return true;
  const table = tableFor(language);
  if (table === null) return false;
  const lower = lowerIn(word, table);
  return word === word.toLowerCase() && (table.vague.has(lower) || table.fillers.has(lower));
};
