/** In: an excerpt. Out: a shorter one around its best sentence: whole sentences, one contiguous span of the article. */
import type { Excerpt, Span } from '../domain/answer.ts';
import { blocks } from './blocks.ts';
import { sentences } from './sentences.ts';
import { DEFAULT_LANGUAGE } from './terms.ts';

/** What a card shows of an excerpt besides the answer: about four lines on a desktop, seven on a phone. UTF-16 units. */
export const SHORT_EXCERPT = 300;

/** A new paragraph takes up a line and a half more, on a phone. */
const PARAGRAPH_COST = 45;

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

type Cut = Pick<Excerpt, 'text' | 'language' | 'start' | 'best' | 'matches'>;

/** The excerpt of `span` alone, which lies within it. */
const narrow = <E extends Cut>(excerpt: E, { start, end }: Span): E => ({
  ...excerpt,
  start,
  end,
  text: excerpt.text.slice(start - excerpt.start, end - excerpt.start),
  best: { start: Math.max(excerpt.best.start, start), end: Math.min(excerpt.best.end, end) },
  matches: excerpt.matches.filter((match) => match.start >= start && match.end <= end),
});

/** Sentences of the excerpt from one of its offsets to another, as offsets into the body. */
const sentencesIn = ({ text, language, start: shift }: Cut, from: number, to: number): Span[] => {
  const part = text.slice(from - shift, to - shift);
  return blocks(part).flatMap(({ start, end }) =>
    sentences(part, language ?? DEFAULT_LANGUAGE, start, end).map((span) => ({
      start: from + span.start,
      end: from + span.end,
    })),
  );
};

const bestOf = (excerpt: Cut): Span => {
  const { text, start, best } = excerpt;
  if (VISIBLE.test(text.slice(best.start - start, best.end - start))) return best;
  return sentencesIn(excerpt, start, start + text.length)[0] ?? { start, end: start + text.length };
};

/** The excerpt's best sentence alone; its first if none is marked. */
export const bestSentence = <E extends Cut>(excerpt: E): E => {
  const best = bestOf(excerpt);
  return narrow({ ...excerpt, best }, best);
};

/** How much of the limit a span takes: its characters, and more for each paragraph it opens. */
const costOf = ({ text, start }: Cut, span: Span): number => {
  const breaks = text.slice(span.start - start, span.end - start).match(/\n+/g)?.length ?? 0;
  return span.end - span.start + breaks * PARAGRAPH_COST;
};

/**
 * Grows from the best sentence to both sides while no more than `limit` UTF-16 units result: first to where more words
 * of the question stand, and if that is the same, to what was said before. A best sentence that is longer stands
 * alone. Looks at the excerpt's text only, which is short.
 */
export const shortenExcerpt = <E extends Cut>(excerpt: E, limit = SHORT_EXCERPT): E => {
  const { text, start, matches } = excerpt;
  if (costOf(excerpt, { start, end: start + text.length }) <= limit) return excerpt;
  const best = bestOf(excerpt);
  const before = sentencesIn(excerpt, start, best.start);
  const after = sentencesIn(excerpt, best.end, start + text.length).reverse();
  const told = (span: Span | undefined): number =>
    span === undefined
      ? -1
      : matches.filter((match) => match.start >= span.start && match.end <= span.end).length;
  let shown = best;
  const widened = (): Span | null => {
    const left = before.at(-1);
    const right = after.at(-1);
    const wider = [
      left && { span: { start: left.start, end: shown.end }, from: before, worth: told(left) },
      right && { span: { start: shown.start, end: right.end }, from: after, worth: told(right) },
    ].filter((each) => each !== undefined);
    const [chosen] = wider
      .filter(({ span }) => costOf(excerpt, span) <= limit)
      .sort((a, b) => b.worth - a.worth);
    chosen?.from.pop();
    return chosen?.span ?? null;
  };
  for (let next = widened(); next !== null; next = widened()) shown = next;
  return narrow({ ...excerpt, best }, shown);
};
