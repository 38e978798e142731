/**
 * In: the best passages. Out: the same with the sentence of each that answers best, the one with the best of all first: a
 * passage is worth what its best sentence is worth.
 */
import { putFirst } from '../../domain/put-first.ts';
import { tokensOf } from '../../search/sentence-table.ts';
import { CAPITAL, TERM_BITS } from '../../search/token.ts';
import { DEFAULT_LANGUAGE } from '../../text/terms.ts';
import type { QuestionPlan } from '../plan-question.ts';
import { isWorthALook } from '../second-look.ts';
import type { Window } from './cut-windows.ts';
import type { LinearModel } from './model.ts';
import type { Likelihoods } from './rank-terms.ts';
import type { Reading } from './read-candidates.ts';
import { describeSentences, type ScoredWindow, SENTENCE_FEATURE_NAMES } from './sentence-features.ts';
import { TIME, YEAR } from './term-kinds.ts';

/** Passages any of which may come first. Measured with 1, 3, 5 and 8. */
export const MAY_COME_FIRST = 5;

/**
 * If nothing is asked no sentence answers; how one is written was learned from English alone, and from questions of more
 * words than are looked at again.
 */
export const isToldInASentence = (plan: QuestionPlan): boolean =>
  plan.type !== 'topic' && plan.language === DEFAULT_LANGUAGE && !isWorthALook(plan);

interface Days {
  /** A month or a day of the week. */
  readonly hasDay: boolean;
  readonly hasYear: boolean;
}

/** The days that a sentence names and the question does not. "May" is a month with a capital alone; elsewhere months may have none. */
const daysIn = (
  { article: { words } }: Window,
  sentence: number,
  { scratch, kinds, plan: { language } }: Reading,
): Days => {
  const [from, to] = tokensOf(words, sentence, sentence + 1);
  const mayNameDay = (token: number): boolean => language !== DEFAULT_LANGUAGE || (token & CAPITAL) !== 0;
  const told = Array.from(words.tokens.subarray(from, to)).filter(
    (token) => scratch.bits.values[token & TERM_BITS]! < 0,
  );
  return {
    hasDay: told.some((token) => mayNameDay(token) && (kinds[token & TERM_BITS]! & TIME) !== 0),
    hasYear: told.some((token) => (kinds[token & TERM_BITS]! & YEAR) !== 0),
  };
};

/**
 * If a time is asked for: of the sentences of a passage that name a day or a year, the one that holds most of the
 * question. The one chosen stays if it names a day, or a year and as much of the question.
 */
export const tellingTime = (window: Window, best: number, reading: Reading): number => {
  const { masks } = reading.scratch;
  const held = (sentence: number): number => reading.weigh(masks[window.article.base + sentence]!);
  const own = daysIn(window, best, reading);
  if (own.hasDay) return best;
  let chosen = best;
  let most = own.hasYear ? held(best) : -1;
  for (let sentence = window.first; sentence < window.end; sentence++) {
    const { hasDay, hasYear } = daysIn(window, sentence, reading);
    if ((hasDay || hasYear) && held(sentence) > most) {
      chosen = sentence;
      most = held(sentence);
    }
  }
  return chosen;
};

interface Choice {
  /** Place of the passage among those handed in. */
  readonly place: number;
  /** Its sentence that answers best. */
  readonly best: number;
  readonly worth: number;
}

/** Passages are handed in best first and keep their order, except the one put first: one of the first `open`. */
export const chooseSentences = (
  passages: readonly ScoredWindow[],
  terms: Likelihoods,
  reading: Reading,
  model: LinearModel,
  open: number,
): readonly Choice[] => {
  const weights = SENTENCE_FEATURE_NAMES.map((feature) => model[feature] ?? 0);
  const choices: Choice[] = [];
  for (const { place, sentence, row } of describeSentences(passages, terms, reading)) {
    const worth = row.reduce((sum, value, at) => sum + value * weights[at]!, 0);
    if (worth > (choices[place]?.worth ?? Number.NEGATIVE_INFINITY))
      choices[place] = { place, best: sentence, worth };
  }
  const first = choices.slice(0, open).reduce((best, choice) => (choice.worth > best.worth ? choice : best));
  return putFirst(first, choices);
};
