/**
 * In: an article's body. Out: its paragraphs and headings, in order, as UTF-16 offsets. A blank line parts
 * paragraphs; so does a line end, unless the text is wrapped there.
 */
import { endsSentence, isHeading } from './headings.ts';

export interface Block {
  readonly kind: 'paragraph' | 'heading';
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly start: number;
  end: number;
  /** A blank line stands after it. */
  readonly isLast: boolean;
}

/** Lines shorter than this were not wrapped by a margin, so their end means something. */
const WRAP_WIDTH = 50;
const STARTS_LOWER = /^\s*\p{Ll}/u;

const linesOf = (body: string): Line[] => {
  const lines: Line[] = [];
  let start = 0;
  while (start < body.length) {
    const found = body.indexOf('\n', start);
    const end = found === -1 ? body.length : found;
    if (body.slice(start, end).trim() !== '') {
      const after = body.indexOf('\n', end + 1);
      const isLast = body.slice(end + 1, after === -1 ? body.length : after).trim() === '';
      lines.push({ start, end, isLast });
    }
    start = end + 1;
  }
  return lines;
};

/** Whether a margin, not the writer, ended the first of two neighbouring lines. */
const isWrapped = (body: string, line: Line, next: Line): boolean => {
  if (line.isLast) return false;
  const text = body.slice(line.start, line.end);
  return (
    text.length >= WRAP_WIDTH && !endsSentence(text) && STARTS_LOWER.test(body.slice(next.start, next.end))
  );
};

/** The paragraphs and headings of a body. Lines that are blank belong to none. */
export const blocks = (body: string): Block[] => {
  const joined: Line[] = [];
  for (const line of linesOf(body)) {
    const last = joined.at(-1);
    if (last !== undefined && isWrapped(body, last, line))
      joined[joined.length - 1] = { ...line, start: last.start };
    else joined.push(line);
  }
  return joined.map(({ start, end }, at) => {
    const next = joined[at + 1];
    const following = next === undefined ? null : body.slice(next.start, next.end);
    return { kind: isHeading(body.slice(start, end), following) ? 'heading' : 'paragraph', start, end };
  });
};
