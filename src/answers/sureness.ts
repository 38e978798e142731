/**
 * In: excerpts as they are shown and how likely an answer was before they were read. Out: the chance that one of the first
 * three answers, by how they are written: how much of the question their sentences hold at once, which word they lack, and
 * whether others are much like them. The weights are learned by `npm run learn -- --asks`, see docs/RANKING.md.
 */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent } from '../domain/query.ts';
import { heldAtOnce, SIGN_NAMES, signsOf } from './look-signs.ts';
import { lackedBy } from './may-answer.ts';
import type { PlanTerm, QuestionPlan } from './plan-question.ts';
import { LEARNED_UP_TO, type LinearModel } from './ranking/model.ts';
import learned from './sureness.json' with { type: 'json' };

/** `one` is the same for all; the others are on a scale of about 0 to 1, but `odds`. */
export const SURENESS_SIGNS = [
  'one',
  'odds',
  'size',
  'alike',
  'length',
  'heldAtOnce',
  'rarestLacked',
  'holdAll',
  'asksTime',
  'asksQuotation',
] as const;

/** Excerpts that the verdict is on. */
const JUDGED = 3;
/** If fewer excerpts are alike, that means nothing. */
const ENOUGH = 4;

const oddsOf = (chance: number): number => {
  const inside = Math.min(0.999, Math.max(0.001, chance));
  return Math.log(inside / (1 - inside));
};

/** For every excerpt, the words of the question that neither it nor its title holds. */
const lackedByEach = (excerpts: readonly Excerpt[], plan: QuestionPlan): PlanTerm[][] =>
  excerpts.map((excerpt) => lackedBy(excerpt, plan).filter(({ isOptional }) => !isOptional));

/** In the order of `SURENESS_SIGNS`; null if there are too few excerpts to judge. `before` is the chance as judged so far. */
export const surenessSigns = (
  before: number,
  excerpts: readonly Excerpt[],
  plan: QuestionPlan,
  intent: Intent,
): number[] | null => {
  if (excerpts.length < ENOUGH) return null;
  const signs = signsOf(excerpts, plan, intent, 1)[0]!;
  const top = excerpts.slice(0, JUDGED);
  const lacked = lackedByEach(excerpts, plan);
  return [
    1,
    oddsOf(before),
    Math.log1p(Math.min(LEARNED_UP_TO, plan.articles)) / Math.log1p(LEARNED_UP_TO),
    signs[SIGN_NAMES.indexOf('alike')]!,
    signs[SIGN_NAMES.indexOf('length')]!,
    top.reduce((sum, excerpt) => sum + heldAtOnce(excerpt, plan), 0) / top.length,
    Math.max(0, ...lacked[0]!.map(({ idf }) => idf)) / plan.totalIdf,
    lacked.filter(({ length }) => length === 0).length / excerpts.length,
    plan.type === 'time' ? 1 : 0,
    intent.kind === 'quote' ? 1 : 0,
  ];
};

/** The chance by a model's weights. */
export const chanceBy = (signs: readonly number[], model: LinearModel): number => {
  const sum = signs.reduce((total, sign, at) => total + sign * (model[SURENESS_SIGNS[at]!] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
};

/**
 * From this chance on an answer is sure. A third of what the chance is learned from are questions with a word of another question, which
 * members ask less often than that; chosen by `npm run learn -- --asks`, see docs/RANKING.md.
 */
export const SURE_FROM = 0.37;

/** Whether excerpts that were looked at again read like an answer, by the learned weights; so do those too few to judge. */
export const readsSure = (...asked: Parameters<typeof surenessSigns>): boolean => {
  const signs = surenessSigns(...asked);
  return signs === null || chanceBy(signs, learned) >= SURE_FROM;
};
