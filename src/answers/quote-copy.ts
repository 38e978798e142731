/** In: an excerpt and a copy of its article. Out: the same excerpt, with the copy's exact characters. */
import { type ArticleRef, type Excerpt, type Span, toRef } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import { WINDOW_CHARACTERS } from './ranking/cut-windows.ts';

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Where the character stands that this many others, white space aside, stand before. */
const placeOf = (text: string, before: number): number => {
  let left = before;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    if (word.length > left) return index + left;
    left -= word.length;
  }
  return text.length;
};

/**
 * Where the spans of an excerpt lie in another text that differs in case and white space alone: both have the same
 * characters in between. A span must begin and end with one that is no white space. One that lies more than
 * `WINDOW_CHARACTERS` behind the excerpt's beginning ends behind the text.
 */
const placeIn = (other: string, text: string, from: number): ((span: Span) => Span) => {
  const first = placeOf(other, bare(text.slice(0, from)).length);
  const window = other.slice(first, first + WINDOW_CHARACTERS + 1);
  const places = Array.from(window.matchAll(/\S/g), ({ index }) => first + index);
  const countTo = (end: number): number => bare(text.slice(from, end)).length;
  return ({ start, end }) => ({
    start: places[countTo(start)] ?? other.length,
    end: (places[countTo(end) - 1] ?? other.length) + 1,
  });
};

/**
 * The copy's text may differ in case and white space. Null if the excerpt cannot be quoted as the copy has it: its
 * characters are others in lower case, or it is too long with its white space.
 */
export const quoteCopy = (
  copy: Article,
  original: Article,
  excerpt: Excerpt,
  alsoIn: readonly ArticleRef[],
): Excerpt | null => {
  const place = placeIn(copy.body, original.body, excerpt.start);
  const { start, end } = place(excerpt);
  const text = copy.body.slice(start, end);
  const isSame = bare(text).toLowerCase() === bare(excerpt.text).toLowerCase();
  if (!isSame || text.length > WINDOW_CHARACTERS) return null;
  const moved = { start, end, best: place(excerpt.best), matches: excerpt.matches.map(place) };
  return { ...excerpt, ...toRef(copy), ...moved, text, alsoIn };
};
