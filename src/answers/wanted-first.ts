/**
 * In: excerpts, best first. Out: the same with one put first that tells what is wanted, if the first does not: all that is
 * to be confirmed, words of whoever is asked about, the thing asked about and not another, or the very question with its answer.
 */
import type { Excerpt } from '../domain/answer.ts';
import { putFirst } from '../domain/put-first.ts';
import type { Intent, Query } from '../domain/query.ts';
import { termSet } from '../text/terms.ts';
import { isAboutAnother } from './about-another.ts';
import { excerptTerms } from './excerpt-terms.ts';
import { heldAtOnce, heldBy, sentencesOf } from './look-signs.ts';
import { mayAnswer, unconfirmedBy } from './may-answer.ts';
import type { QuestionPlan } from './plan-question.ts';
import type { QuestionType } from './question-words.ts';
import { isShort } from './second-look.ts';
import { isSpoken } from './speakers.ts';

/** All of the question, except for rounding. */
const ALL = 0.999;

/** Whether the excerpt has every word in a sentence with its title. */
const confirms = (excerpt: Excerpt, plan: QuestionPlan, intent: Intent): boolean =>
  unconfirmedBy(excerpt, plan, intent).length === 0 && heldAtOnce(excerpt, plan) >= ALL;

const firstWord = (text: string): string => /\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '';

/** Whether a sentence asks the very question, and another goes on behind it: "Where is the telescope now? It …". */
const asksTheSame = ({ text }: Excerpt, plan: QuestionPlan, sought: string): boolean =>
  sentencesOf(text, plan)
    .slice(0, -1)
    .some(
      (sentence) =>
        /\?\s*$/.test(sentence) &&
        firstWord(sentence) === firstWord(sought) &&
        heldBy([termSet(sentence, plan.language)], plan) >= ALL,
    );

/** Days, persons and reasons are looked for in other ways; by these the answer behind its question was found more often. */
const FOUND_BY_QUESTION: ReadonlySet<QuestionType> = new Set(['place', 'number', 'manner']);

const askingTheSame = (
  excerpts: readonly Excerpt[],
  plan: QuestionPlan,
  query: Query,
): Excerpt | undefined =>
  FOUND_BY_QUESTION.has(plan.type)
    ? excerpts.find((excerpt) => asksTheSame(excerpt, plan, query.sought) && mayAnswer(excerpt, plan, query))
    : undefined;

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

const held = (excerpt: Excerpt, plan: QuestionPlan): number =>
  heldBy([excerptTerms(excerpt, plan.language)], plan);

/** The excerpt that is to come first in the place of the first one; undefined if that is the one. */
const wanted = (excerpts: readonly Excerpt[], plan: QuestionPlan, intent: Intent): Excerpt | undefined => {
  const [first] = excerpts;
  if (first === undefined) return undefined;
  if (intent.kind === 'yesno')
    return unconfirmedBy(first, plan, intent).length === 0
      ? undefined
      : excerpts.find((excerpt) => confirms(excerpt, plan, intent));
  // What still holds is told by the newest, whatever it lacks.
  const tells = (excerpt: Excerpt): boolean =>
    isSpoken(excerpt, plan, intent) && (intent.newest || !isShort(plan) || !isAboutAnother(excerpt, plan));
  return tells(first)
    ? undefined
    : excerpts.find((excerpt) => tells(excerpt) && held(excerpt, plan) >= held(first, plan));
};

export const wantedFirst = (excerpts: readonly Excerpt[], plan: QuestionPlan, query: Query): Excerpt[] => {
  const better =
    askingTheSame(excerpts, plan, query) ??
    wanted(excerpts, plan, query.intent) ??
    introducing(excerpts, plan, query.sought);
  return better === undefined ? [...excerpts] : putFirst(better, excerpts);
};
