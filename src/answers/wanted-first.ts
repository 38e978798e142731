/**
 * In: excerpts, best first. Out: the same with one put first that tells what is wanted, if the first does not: all that is
 * to be confirmed, or words of whoever is asked of.
 */
import type { Excerpt } from '../domain/answer.ts';
import { putFirst } from '../domain/put-first.ts';
import type { Intent, Query } from '../domain/query.ts';
import { termSet } from '../text/terms.ts';
import { heldAtOnce, heldBy } from './look-signs.ts';
import { unconfirmedBy } from './may-answer.ts';
import type { QuestionPlan } from './plan-question.ts';
import { isSpoken } from './speakers.ts';

/** All of the question, except for rounding. */
const ALL = 0.999;

/** Whether the excerpt has every word in a sentence with its title. */
const confirms = (excerpt: Excerpt, plan: QuestionPlan, intent: Intent): boolean =>
  unconfirmedBy(excerpt, plan, intent).length === 0 && heldAtOnce(excerpt, plan) >= ALL;

/** "Who is Ilse Dorn": up to three words and no article before them. */
const WHO_IS =
  /^who(?:['’]s|\s+(?:is|was))\s+(?!(?:the|a|an|this|that|it|he|she)\s)(?:\S+\s+){0,2}(?<name>\S+?)\??$/i;

/** What tells who somebody is, by the last word of the name: "Ilse Dorn, the mayor", "Dorn is a", "mayor Ilse Dorn". */
const introduction = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?:\\s\\([^)]*\\))?,? (?:(?:is|was|became|,)? ?(?:a|an|the|one of|who|former|an?other)\\b|\\d{1,3},)`,
    'iu',
  );

const introducing = (
  excerpts: readonly Excerpt[],
  plan: QuestionPlan,
  words: string,
): Excerpt | undefined => {
  const name = WHO_IS.exec(words)?.groups?.name;
  const [first] = excerpts;
  if (name === undefined || first === undefined) return undefined;
  const introduces = ({ text }: Excerpt): boolean => introduction(name).test(text);
  return introduces(first)
    ? undefined
    : excerpts.find((excerpt) => introduces(excerpt) && held(excerpt, plan) >= held(first, plan));
};

const held = ({ text, title }: Excerpt, plan: QuestionPlan): number =>
  heldBy([termSet(`${title}\n${text}`, plan.language)], plan);

/** The excerpt that is to come first in the place of the first one; undefined if that is the one. */
const wanted = (excerpts: readonly Excerpt[], plan: QuestionPlan, intent: Intent): Excerpt | undefined => {
  const [first] = excerpts;
  if (first === undefined) return undefined;
  if (intent.kind === 'yesno')
    return unconfirmedBy(first, plan, intent).length === 0
      ? undefined
      : excerpts.find((excerpt) => confirms(excerpt, plan, intent));
  return isSpoken(first, plan, intent)
    ? undefined
    : excerpts.find((excerpt) => isSpoken(excerpt, plan, intent) && held(excerpt, plan) >= held(first, plan));
};

export const wantedFirst = (
  excerpts: readonly Excerpt[],
  plan: QuestionPlan,
  { intent, sought }: Query,
): Excerpt[] => {
  const better = wanted(excerpts, plan, intent) ?? introducing(excerpts, plan, sought);
  return better === undefined ? [...excerpts] : putFirst(better, excerpts);
};
