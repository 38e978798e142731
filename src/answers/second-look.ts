/**
 * In: excerpts, best first, as they are quoted. Out: the same excerpts, ordered again by how they are written: those that
 * read like an answer come first. The weights are learned by `npm run learn -- --asks`, see docs/RANKING.md.
 */
import type { Excerpt } from '../domain/answer.ts';
import type { Intent } from '../domain/query.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { SIGN_NAMES, signsOf } from './look-signs.ts';
import type { QuestionPlan } from './plan-question.ts';
import { LEARNED_UP_TO, type LinearModel } from './ranking/model.ts';
import learned from './second-look.json' with { type: 'json' };

/** Excerpts that are looked at again, to choose from. Of more, the later ones are wrong too often. */
export const LOOKED_AT = 10;
/** Excerpts that those are compared with: what many say is likelier. */
export const COMPARED_WITH = 20;

/** Weights for corpora of up to `FEW_ARTICLES`, and for those of `LEARNED_UP_TO` articles and more. */
export interface LookWeights {
  readonly few: LinearModel;
  readonly many: LinearModel;
}

/** Articles of the smallest corpora that were learned from. */
export const FEW_ARTICLES = 10;

/**
 * The weights for this many articles: between few and many they change with the logarithm. Where many articles tell of one event,
 * what most of their excerpts have in common is likelier; of a dozen articles, hardly two do.
 */
export const weightsFor = (articles: number, { few, many }: LookWeights): LinearModel => {
  const size = Math.min(LEARNED_UP_TO, Math.max(FEW_ARTICLES, articles));
  const share = Math.log(size / FEW_ARTICLES) / Math.log(LEARNED_UP_TO / FEW_ARTICLES);
  const weightOf = (name: string): number => (1 - share) * (few[name] ?? 0) + share * (many[name] ?? 0);
  return Object.fromEntries(SIGN_NAMES.map((name) => [name, weightOf(name)]));
};

/**
 * The indexes of the rows of signs, the best by the model first, but the first `ahead` rows before the others; of two that are
 * equal, the earlier.
 */
export const orderBy = (
  rows: readonly (readonly number[])[],
  ahead: number,
  model: LinearModel,
): number[] => {
  const weights = SIGN_NAMES.map((name) => model[name] ?? 0);
  const worths = rows.map((row) => row.reduce((sum, sign, at) => sum + sign * weights[at]!, 0));
  const order = rows.map((_, at) => at).sort((a, b) => worths[b]! - worths[a]! || a - b);
  return [...order.filter((at) => at < ahead), ...order.filter((at) => at >= ahead)];
};

/**
 * A question with more terms says by its words what it wants: 487 quiz questions with a median of nine words were answered
 * as well without a second look.
 */
const FEW_TERMS = 4;

export const isShort = ({ terms }: QuestionPlan): boolean => terms.length <= FEW_TERMS;

/** Whether to look a second time. How an answer is written was learned from English only. */
export const isWorthALook = (plan: QuestionPlan): boolean =>
  isShort(plan) && plan.language === DEFAULT_LANGUAGE;

/** At most `LOOKED_AT` of them, best first; the first `ahead` stay before the others. */
export const lookAgain = (
  excerpts: readonly Excerpt[],
  ahead: number,
  plan: QuestionPlan,
  intent: Intent,
): Excerpt[] => {
  const rows = signsOf(excerpts, plan, intent, LOOKED_AT);
  return orderBy(rows, ahead, weightsFor(plan.articles, learned)).map((at) => excerpts[at]!);
};
