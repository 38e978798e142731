/**
 * In: an excerpt and a short English question. Out: the excerpt with another sentence in bold, if the one chosen lacks what every answer
 * of the kind has and another does not: of these the one that holds most of the question.
 */
import type { Excerpt, Span } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import { sentences } from '../text/sentences.ts';
import { termSet } from '../text/terms.ts';
import { isCaption } from './is-caption.ts';
import { heldBy } from './look-signs.ts';
import { tellsKind } from './may-answer.ts';
import type { QuestionPlan } from './plan-question.ts';

/** A sentence that holds less of the question, by rarity, is about something else. */
const ABOUT_IT = 1 / 8;
/** "She was 90": about whoever the sentence before is about. */
const GOES_ON = /^["“]?(?:He|She|They|It)\b/;
const ASKS = /\?["'”’)]*\s*$/;

export const withTellingSentence = (excerpt: Excerpt, plan: QuestionPlan, query: Query): Excerpt => {
  const { text, start, best } = excerpt;
  const spans = sentences(text, plan.language);
  const textOf = (span: Span): string => text.slice(span.start, span.end);
  const held = (some: string): number => heldBy([termSet(some, plan.language)], plan);
  const tells = (span: Span): boolean => {
    const own = textOf(span);
    const before = spans.findLast(({ end }) => end <= span.start);
    const read = GOES_ON.test(own) && before !== undefined ? `${textOf(before)} ${own}` : own;
    return !ASKS.test(own) && held(read) >= ABOUT_IT && tellsKind({ ...excerpt, text: read }, plan, query);
  };
  if (tells({ start: best.start - start, end: best.end - start })) return excerpt;
  const [better] = spans
    .filter((span) => !isCaption(textOf(span)) && tells(span))
    .toSorted((a, b) => held(textOf(b)) - held(textOf(a)));
  return better === undefined
    ? excerpt
    : { ...excerpt, best: { start: start + better.start, end: start + better.end } };
};
