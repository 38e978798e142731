/**
 * In: excerpts that hold the same keywords. Out: those first that hold them as typed: stems join "attackers" with "attacks",
 * which are other things, as they join "villages" with "village".
 */
import type { Excerpt } from '../domain/answer.ts';
import { DEFAULT_LANGUAGE, terms } from '../text/terms.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';

/** What English writes at the end of a word that stays the same word; two letters at least are the word itself. */
const INFLECTION = /(?<=\p{L}{2})(?:['’]s|ing|ies|es|is|ed|(?<!s)s|y|e|d)$/u;

const DOUBLED = /(\p{L})\1$/u;

const base = (word: string): string =>
  word.toLowerCase().replace(INFLECTION, '').replace(INFLECTION, '').replace(DOUBLED, '$1');

/** What makes another word of one has two letters at least. */
const LEAST_ADDED = 2;

/** "attacker" of "attack", or the other way round; "held" is a form of "hold". */
const isDerived = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) >= LEAST_ADDED && (one.startsWith(other) || other.startsWith(one));

/** The terms that the excerpt and its title hold in another word alone. */
export const heldOtherwise = ({ title, text }: Excerpt, plan: QuestionPlan): PlanTerm[] => {
  const written = `${title}\n${text}`;
  const words = terms(written, plan.language);
  return plan.terms.filter(({ word, forms }) => {
    const held = words.filter(({ term }) => forms.includes(term));
    const bases = held.map(({ start, end }) => base(written.slice(start, end)));
    return bases.length > 0 && bases.every((other) => isDerived(base(word), other));
  });
};

/** Best first; in the order they are in, where as much is held as typed. English alone is known to inflect so. */
export const asTypedFirst = (excerpts: readonly Excerpt[], plan: QuestionPlan): Excerpt[] => {
  if (plan.language !== DEFAULT_LANGUAGE) return [...excerpts];
  const counted = excerpts.map((excerpt) => ({ excerpt, others: heldOtherwise(excerpt, plan).length }));
  return counted.sort((a, b) => a.others - b.others).map(({ excerpt }) => excerpt);
};
