/** In: the body of an article without a title. Out: a title made from how it begins. */
import { blocks } from '../../text/blocks.ts';
import { cleanLine } from '../../text/clean-text.ts';
import { sentences } from '../../text/sentences.ts';
import { DEFAULT_LANGUAGE } from '../../text/terms.ts';

/** Longer ones are cut at a word's end. */
const MAX_TITLE_CHARS = 120;

/** How far into the body a heading or first sentence is looked for. */
const HEAD_CHARS = 2_000;

/** `** Title **`, `== Title ==`: marks of the same kind on both sides, and none between. */
const DECORATED = /^([*=~_-]{1,9})\s*((?:(?!\1).)*\S)\s*\1$/;

const shorten = (text: string): string => {
  if (text.length <= MAX_TITLE_CHARS) return text;
  const cut = text.slice(0, MAX_TITLE_CHARS);
  const space = cut.lastIndexOf(' ');
  return `${cut
    .slice(0, space > MAX_TITLE_CHARS / 2 ? space : MAX_TITLE_CHARS)
    .toWellFormed()
    .replace(/[\s,;:–—-]+$/u, '')}…`;
};

/** The heading the body begins with, else its first sentence; one line, never empty. */
export const titleFromBody = (body: string, language: string | null): string => {
  const head = body.slice(0, HEAD_CHARS);
  const first = blocks(head)[0];
  if (first === undefined) return 'Untitled';
  const lead = sentences(head, language ?? DEFAULT_LANGUAGE, first.start, first.end)[0];
  const text = first.kind === 'heading' || lead === undefined ? first : lead;
  const line = cleanLine(head.slice(text.start, text.end))
    .replace(/^#{1,6}\s+/, '')
    .replace(DECORATED, '$2');
  return shorten(line) || 'Untitled';
};
