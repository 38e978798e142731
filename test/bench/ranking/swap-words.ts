/**
 * In: questions as people type them, with their plans. Out: the same with one word swapped for one of the same kind from another
 * question: "who is the president of the moon". Hardly any article answers them, and many hold the rest of their words.
 */
import type { PlanTerm, QuestionPlan } from '../../../src/answers/plan-question.ts';
import { PLACE } from '../../../src/answers/ranking/term-kinds.ts';
import { isVague } from '../../../src/query/read-intent.ts';
import { randomFrom } from '../../random.ts';
import type { Ask } from './asks.ts';

const SEED = 14;

/** A question and what carries it. */
export interface Planned {
  readonly ask: Ask;
  readonly plan: QuestionPlan;
}

type Kind = 'year' | 'number' | 'place' | 'thing' | 'other';

/** A word of a question that can be swapped. */
interface Swappable {
  readonly ask: Ask;
  readonly word: string;
  readonly kind: Kind;
}

const kindOf = ({ word, ids, isThing }: PlanTerm, kinds: ArrayLike<number>): Kind => {
  if (/^(?:19|20)\d\d$/.test(word)) return 'year';
  if (/^\d+$/.test(word)) return 'number';
  if (ids.some((id) => (kinds[id]! & PLACE) !== 0)) return 'place';
  return isThing ? 'thing' : 'other';
};

const inQuestion = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(word)}(?![\\p{L}\\d])`, 'u');

const swappableIn = ({ ask, plan }: Planned, kinds: ArrayLike<number>): Swappable[] =>
  plan.terms
    .filter(({ word }) => !isVague(word) && inQuestion(word).test(ask.question))
    .map((term) => ({ ask, word: term.word, kind: kindOf(term, kinds) }));

const drawn = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];

/**
 * One question for each kind of words that a question has, drawn always alike. It keeps the id of that question; what would answer it,
 * if anything, is what answers the other one.
 */
export const swapWords = (questions: readonly Planned[], kinds: ArrayLike<number>): Ask[] => {
  const random = randomFrom(SEED);
  const words = questions
    .filter(({ ask }) => ask.previous === undefined)
    .map((one) => swappableIn(one, kinds));
  const byKind = Map.groupBy(words.flat(), ({ kind }) => kind);
  return words.flatMap((own) =>
    [...Map.groupBy(own, ({ kind }) => kind)].flatMap(([kind, some]): Ask[] => {
      const { ask, word } = drawn(some, random)!;
      const other = drawn(
        byKind.get(kind)!.filter((one) => !inQuestion(one.word).test(ask.question)),
        random,
      );
      if (other === undefined) return [];
      const question = ask.question.replace(inQuestion(word), other.word);
      return [{ ...other.ask, id: ask.id, question, asOf: ask.asOf }];
    }),
  );
};
