/**
 * In: words of an article. Out: a block quotation in Discord's markdown. Every character is in it, in order; only marks,
 * backslashes and quote signs are added.
 */
import type { Excerpt, Span } from '../../domain/answer.ts';
import type { Quotation } from '../../domain/coverage.ts';
import { escapeMarkdown, type Markup, rawMarkup } from '../markup.ts';

/** Discord stops rendering marks in messages that hold many, so that an excerpt underlines only this many words. */
const MAX_UNDERLINED = 12;

type Quoted = Pick<Excerpt, 'text' | 'start' | 'best' | 'matches'>;

const VISIBLE = /[^\s\p{C}\p{Z}]/u;

const clipSpan = (span: Span, { start, end }: Span): Span => ({
  start: Math.min(Math.max(span.start, start), end),
  end: Math.max(Math.min(span.end, end), start),
});

/** The span without the white space at its ends: marks must stand next to the words. */
const trimSpan = (text: string, { start, end }: Span): Span => {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return { start: from, end: Math.max(from, start + inner.trimEnd().length) };
};

/** The words to underline, in order and not touching; those in the best sentence first if there are many. */
const underlined = ({ matches, best }: Quoted): Span[] => {
  const isBest = (span: Span) => span.start >= best.start && span.end <= best.end;
  const chosen = [...matches.filter(isBest), ...matches.filter((span) => !isBest(span))].slice(
    0,
    MAX_UNDERLINED,
  );
  const joined: Span[] = [];
  for (const span of chosen.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) joined.push(span);
  }
  return joined;
};

/** The part of the text with a mark on both sides of each span. A backslash never ends up before a mark of ours. */
const emphasise = (
  text: string,
  part: Span,
  spans: readonly Span[],
  mark: '**' | '__',
  isLineStart: boolean,
): string => {
  let markdown = '';
  let at = part.start;
  for (const { start, end } of spans.map((span) => trimSpan(text, clipSpan(span, part)))) {
    if (end <= start) continue;
    markdown += escapeMarkdown(text.slice(at, start), isLineStart && at === part.start);
    markdown += `${mark}${escapeMarkdown(text.slice(start, end), false)}${mark}`;
    at = end;
  }
  return markdown + escapeMarkdown(text.slice(at, part.end), isLineStart && at === part.start);
};

/** One line: the best sentence bold, the words underlined. */
const quoteLine = (text: string, line: Span, best: Span, words: readonly Span[]): string => {
  const bold = trimSpan(text, clipSpan(best, line));
  if (bold.end <= bold.start) return `> ${emphasise(text, line, words, '__', true)}`;
  const before = emphasise(text, { start: line.start, end: bold.start }, words, '__', true);
  const after = emphasise(text, { start: bold.end, end: line.end }, words, '__', false);
  return `> ${before}**${emphasise(text, bold, words, '__', false)}**${after}`;
};

const lines = (text: string): Span[] => {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
};

/** The best sentence bold, and the question's words underlined. */
export const quoteExcerpt = (excerpt: Quoted): Markup => {
  const { text, start } = excerpt;
  const local = (span: Span): Span => ({ start: span.start - start, end: span.end - start });
  const words = underlined(excerpt).map(local);
  return rawMarkup(
    lines(text)
      .map((line) => quoteLine(text, line, local(excerpt.best), words))
      .join('\n'),
  );
};

/** Up to this many UTF-16 units text is set in the largest size, in the next, and bold; longer, it would fill a phone's screen. */
const LARGEST = 120;
const LARGE = 300;
const BOLD = 450;

/** As large as its length lets it be, no word marked. */
export const quoteLarge = ({ text }: Pick<Excerpt, 'text'>): Markup => {
  if (text.length > LARGE)
    return quoteExcerpt({
      text,
      start: 0,
      best: { start: 0, end: text.length <= BOLD ? text.length : 0 },
      matches: [],
    });
  const size = text.length <= LARGEST ? '##' : '###';
  // A heading shows no line that is blank, nor white space at its end.
  const line = (one: string): string => (VISIBLE.test(one) ? `> ${size} ${escapeMarkdown(one)}` : `> ${one}`);
  return rawMarkup(text.split('\n').map(line).join('\n'));
};

/** As it stands, line by line. */
export const quotePlain = (text: string): Markup =>
  rawMarkup(
    text
      .split('\n')
      .map((line) => `> ${escapeMarkdown(line)}`)
      .join('\n'),
  );

/** On one line, line ends as spaces, what stands out in bold. */
export const quoteSentence = ({
  text,
  start,
  marks,
}: Pick<Quotation, 'text' | 'start' | 'marks'>): Markup => {
  const bold = marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  const markdown = emphasise(text, { start: 0, end: text.length }, bold, '**', true);
  return rawMarkup(`> ${markdown.replace(/\n+/g, ' ')}`);
};
