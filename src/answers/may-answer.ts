/**
 * In: an excerpt and what is asked. Out: whether it may answer at all, by what stands in every answer of a kind as English
 * writes it: a number if a number is asked for, a day if a time is, a name if a person is, and every word of
 * what is to be confirmed.
 */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent } from '../domain/query.ts';
import { sentences } from '../text/sentences.ts';
import { termSet } from '../text/terms.ts';
import { count, DATE, heldBy, holdsNumber } from './look-signs.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';

/** A day beside less of the question, by rarity, is that of something else. */
const DATED = 1 / 3;

const holdsDay = (text: string, plan: QuestionPlan): boolean =>
  [...sentences(text, plan.language, 0, text.length)].some(({ start, end }) => {
    const sentence = text.slice(start, end);
    return count(sentence, DATE) > 0 && heldBy([termSet(sentence, plan.language)], plan) >= DATED;
  });

/** A name of two words, or a capital within a sentence. */
const NAME = /\p{Lu}[\p{L}'’-]+\s+\p{Lu}[\p{L}'’-]+|(?<=[\p{Ll},;:]\s)\p{Lu}[\p{L}'’-]+/gu;

/** Whether it gives a name that is not in the question. */
const holdsNewName = (text: string, { terms: asked, language }: QuestionPlan): boolean => {
  const known = new Set(asked.flatMap(({ forms }) => forms));
  const names = Array.from(text.replace(DATE, ' ').matchAll(NAME), ([name]) => termSet(name, language));
  return names.some((words) => [...words].every((term) => !known.has(term)));
};

export const mayAnswer = ({ text }: Excerpt, plan: QuestionPlan): boolean => {
  if (plan.type === 'number') return plan.unit === 'year' ? /\d/.test(text) : holdsNumber(text);
  if (plan.type === 'person') return holdsNewName(text, plan);
  return plan.type !== 'time' || holdsDay(text, plan);
};

/** Terms to be confirmed that neither the excerpt nor its title holds; it may tell the opposite. */
export const unconfirmedBy = ({ text, title }: Excerpt, plan: QuestionPlan, { kind }: Intent): PlanTerm[] => {
  if (kind !== 'yesno' && kind !== 'still') return [];
  const held = termSet(`${title}\n${text}`, plan.language);
  return plan.terms.filter(({ forms }) => !forms.some((form) => held.has(form)));
};
