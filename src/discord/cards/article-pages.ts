/** In: a body. Out: where its pages begin and end, so that each fits into a card and ends between paragraphs or sentences. */
import type { Span } from '../../domain/answer.ts';

/** Characters of a page once escaped; a card holds 4000, and title, source and buttons come on top. */
export const PAGE_CHARACTERS = 3_000;

/** Every character that escaping may double, generously: a page is never longer than reckoned here. */
const MAY_DOUBLE = /[\\*_~`|<>[\]:@\n#+\-.)]/;
const doubles = Uint8Array.from({ length: 128 }, (_, code) =>
  MAY_DOUBLE.test(String.fromCharCode(code)) ? 1 : 0,
);

/** The furthest end at which the text from `start` is sure to fit. */
const furthest = (body: string, start: number, to: number, characters: number): number => {
  let room = characters;
  let at = start;
  while (at < to) {
    room -= 1 + (doubles[body.charCodeAt(at)] ?? 0);
    if (room < 0) break;
    at += 1;
  }
  const splitsPair = at < to && (body.charCodeAt(at) & 0xfc00) === 0xdc00;
  return splitsPair ? at - 1 : at;
};

/** The last place to end a page in its second half: after a paragraph, a line, a sentence, a word. */
const goodEnd = (body: string, start: number, end: number): number => {
  // Searched in the page alone: in the whole body, a search for what is not there would read all that comes before.
  const page = body.slice(start, end);
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = page.lastIndexOf(mark) + mark.length;
    if (at > page.length / 2) return start + at;
  }
  return end;
};

/**
 * In order and without a gap; at least one. `to` is where reading ends, the body's length for all of it; `characters`
 * is the room a page has, escaped.
 */
export const articlePages = (body: string, to: number, characters = PAGE_CHARACTERS): Span[] => {
  const pages: Span[] = [];
  let start = 0;
  do {
    const reach = furthest(body, start, to, characters);
    const end = reach >= to ? to : goodEnd(body, start, reach);
    pages.push({ start, end });
    start = end;
  } while (start < to);
  return pages;
};

/** Where an article may be read to: all of it, or about as far as `READ_LIMIT` says, to the end of a word. */
export const readableEnd = (body: string, readLimit: number): number => {
  if (readLimit === 0 || body.length <= readLimit) return body.length;
  const space = body.lastIndexOf(' ', readLimit);
  if (space > readLimit / 2) return space;
  return (body.charCodeAt(readLimit) & 0xfc00) === 0xdc00 ? readLimit - 1 : readLimit;
};
