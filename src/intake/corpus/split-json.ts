/**
 * In: the text of a JSON file. Out: where its articles stand, so that each is parsed by itself: a broken one does not
 * affect the others, and a large file is read in small steps.
 */
import { createLineCounter } from './line-counter.ts';

/** A piece of the text. */
export interface JsonPiece {
  readonly start: number;
  readonly end: number;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Its place in the list, from 1; null if the whole text is one article. */
  readonly number: number | null;
}

/**
 * The names under which an object holds a list of articles: NewsAPI's, JSON Feed's, Telegram's, Reddit's, ActivityPub's and
 * those of common exports.
 */
const LIST_NAMES = new Set(
  'articles items data results documents entries docs hits stories news posts feed records rows messages children ordereditems'.split(
    ' ',
  ),
);

/** The names under which an answer of a service holds the object with the list: the Guardian's, Elasticsearch's. */
const ENVELOPES = new Set([...LIST_NAMES, 'response', 'result', 'payload', 'content']);

/** The name before the value at an offset, in lower case; null if there is none. */
const nameBefore = (text: string, at: number): string | null =>
  /"(\w+)"\s*:\s*$/.exec(text.slice(Math.max(0, at - 40), at))?.[1]?.toLowerCase() ?? null;

const STRUCTURE = /["[\]{},]/g;

/** The offset after the string that begins at `quote`; the end of the text if it is never closed. */
const skipString = (text: string, quote: number): number => {
  for (let at = text.indexOf('"', quote + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
};

/** A table of rows, whose first names the columns. */
const ROWS = /^\s*\[\s*\[\s*"/;

/** Calls `visit` for every structural character outside strings, with the depth around it, until it returns true. */
const walk = (text: string, from: number, visit: (at: number, depth: number) => boolean): void => {
  let depth = 0;
  STRUCTURE.lastIndex = from;
  for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
    const at = found.index;
    const isClosing = text[at] === ']' || text[at] === '}';
    if (isClosing) depth--;
    if (visit(at, depth)) return;
    if (text[at] === '[' || text[at] === '{') depth++;
    STRUCTURE.lastIndex = text[at] === '"' ? skipString(text, at) : at + 1;
  }
};

/** Whether the list that opens there holds an object, or nothing at all: one of mere words belongs to an article. */
const mayHoldArticles = (text: string, list: number): boolean => {
  let may = false;
  walk(text, list, (at, depth) => {
    const isEnd = depth === 0 && at > list;
    may = isEnd ? text.slice(list + 1, at).trim() === '' : depth === 1 && text[at] === '{';
    return may || isEnd;
  });
  return may;
};

/** The offset of the `[` that opens the list of articles, or null if the text is one article (or no JSON). */
const findList = (text: string): number | null => {
  const first = text.search(/\S/);
  if (text[first] === '[') return first;
  if (text[first] !== '{') return null;
  let list: number | null = null;
  let isInEnvelope = false;
  walk(text, first, (at, depth) => {
    if (depth === 1 && text[at] === '{') isInEnvelope = ENVELOPES.has(nameBefore(text, at) ?? '');
    else if (text[at] === '[' && (depth === 1 || (depth === 2 && isInEnvelope))) {
      const name = nameBefore(text, at);
      if (name !== null && LIST_NAMES.has(name) && mayHoldArticles(text, at)) list = at;
    } else if (depth === 1 && text[at] === '[') isInEnvelope = false;
    return list !== null || (depth === 0 && at > first);
  });
  return list;
};

/** Whether articles follow one after the other, as in a file of lines that is named `.json`. */
const holdsMany = (text: string): boolean => {
  const first = text.search(/\S/);
  if (text[first] !== '{') return false;
  const end = valueEnd(text, first);
  const next = end + text.slice(end).search(/\S/);
  return text[next] === '{';
};

/** The offset after the object or list that opens there. */
const valueEnd = (text: string, start: number): number => {
  let end = text.length;
  walk(text, start, (at, depth) => {
    if (depth > 0 || at === start) return false;
    end = at + 1;
    return true;
  });
  return end;
};

/** The end of the list's element that begins at `start`: the offset of the comma or bracket after it. */
const elementEnd = (text: string, start: number): number => {
  let end = text.length;
  walk(text, start, (at, depth) => {
    if (depth > 0 || (depth === 0 && text[at] !== ',')) return false;
    end = at;
    return true;
  });
  return end;
};

/**
 * The articles of a list, of an object that holds one (`{"articles": […]}`), or the whole text as one article.
 * Returns whether it came to the end: false if the file breaks off before its list is closed.
 */
export function* splitJson(text: string): Generator<JsonPiece, boolean> {
  const list = ROWS.test(text) ? null : findList(text);
  if (list === null && holdsMany(text)) return yield* splitValues(text);
  if (list === null) {
    yield { start: 0, end: text.length, line: 1, number: null };
    return true;
  }
  const lineAt = createLineCounter(text);
  let number = 1;
  let at = list;
  let isStart = true;
  while (at < text.length && (isStart || text[at] === ',')) {
    const end = elementEnd(text, at + 1);
    const start = at + 1 + Math.max(0, text.slice(at + 1, end).search(/\S/));
    const isNone = text[end] === ']' && text.slice(start, end).trim() === '';
    if (!isNone) yield { start, end, line: lineAt(start), number: number++ };
    at = end;
    const next = text[at] === ']' ? nextList(text, at + 1) : null;
    if (next !== null) at = next;
    isStart = next !== null;
  }
  return at < text.length;
}

/** The `[` of another list that follows right after one. */
const nextList = (text: string, from: number): number | null => {
  const next = from + text.slice(from).search(/\S/);
  return text[next] === '[' ? next : null;
};

/** Articles one after the other. If each has a line of its own, a broken one costs itself alone. */
function* splitValues(text: string): Generator<JsonPiece, boolean> {
  const lineAt = createLineCounter(text);
  const endOf = (start: number): number => {
    const newline = text.indexOf('\n', start);
    return newline === -1 ? text.length : newline;
  };
  const first = text.search(/\S/);
  const end = valueEnd(text, first);
  const isByLine = end <= endOf(first) && text.slice(end, endOf(first)).trim() === '';
  let number = 1;
  for (let at = first; at < text.length; ) {
    const end = isByLine ? endOf(at) : valueEnd(text, at);
    yield { start: at, end, line: lineAt(at), number: number++ };
    const next = text.slice(end).search(/\S/);
    at = next === -1 ? text.length : end + next;
  }
  return true;
}
