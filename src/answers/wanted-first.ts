/**
 * In: excerpts, best first. Out: the same with one put first that tells what is wanted, if the first does not: all that is
 * to be confirmed, or words of whoever is asked of.
 */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent } from '../domain/query.ts';
import { cuesOf } from '../query/read-intent.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE, termSet, terms } from '../text/terms.ts';
import { heldAtOnce, heldBy, sentencesOf } from './look-signs.ts';
import { unconfirmedBy } from './may-answer.ts';
import type { QuestionPlan } from './plan-question.ts';

/** All of the question, except for rounding. */
const ALL = 0.999;

/** Whether the excerpt has every word in a sentence with its title. */
const confirms = (excerpt: Excerpt, plan: QuestionPlan, intent: Intent): boolean =>
  unconfirmedBy(excerpt, plan, intent).length === 0 && heldAtOnce(excerpt, plan) >= ALL;

/** Words from a speaker to what tells that they spoke: "Moor has also repeatedly denied". */
const NEAR = 4;
const SPEECH: ReadonlySet<string> = new Set(cuesOf('quote').flatMap((cue) => [...termSet(cue)]));

/** Whether a sentence tells that somebody spoke: a word of `names` stands near a word of speaking. */
const speaks = (sentence: string, names: ReadonlySet<string>): boolean => {
  const words = terms(sentence, DEFAULT_LANGUAGE).map(({ term }) => term);
  return words.some(
    (word, at) =>
      names.has(word) && words.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((near) => SPEECH.has(near)),
  );
};

/** The terms that name the speaker; none if nobody is asked of. */
const namesOf = ({ kind, speaker }: Intent): ReadonlySet<string> =>
  kind !== 'quote' || speaker === null
    ? new Set()
    : new Set([...termSet(speaker)].filter((term) => !FUNCTION_WORDS.has(term)));

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
  const names = namesOf(intent);
  const isSpoken = ({ text }: Excerpt): boolean =>
    sentencesOf(text, plan).some((sentence) => speaks(sentence, names));
  if (names.size === 0 || isSpoken(first)) return undefined;
  return excerpts.find((excerpt) => isSpoken(excerpt) && held(excerpt, plan) >= held(first, plan));
};

export const wantedFirst = (excerpts: readonly Excerpt[], plan: QuestionPlan, intent: Intent): Excerpt[] => {
  const better = wanted(excerpts, plan, intent);
  return better === undefined ? [...excerpts] : [better, ...excerpts.filter((excerpt) => excerpt !== better)];
};
