/**
 * In: questions as people type them. Out: the weights of the second look, by which of ten excerpts held an answer, those of
 * how sure the answer is, and what the questions get from weights that never saw them.
 */

import type { Archive } from '../../../src/answers/archive.ts';
import { archiveClock } from '../../../src/answers/archive-clock.ts';
import { findPassages } from '../../../src/answers/find-passages.ts';
import { investigate } from '../../../src/answers/investigate.ts';
import { SIGN_NAMES, signsOf } from '../../../src/answers/look-signs.ts';
import type { QuestionPlan } from '../../../src/answers/plan-question.ts';
import { quotePassages } from '../../../src/answers/quote-passages.ts';
import { WEAK_BELOW } from '../../../src/answers/ranking/confidence-of.ts';
import type { LinearModel } from '../../../src/answers/ranking/model.ts';
import {
  COMPARED_WITH,
  FEW_ARTICLES,
  LOOKED_AT,
  type LookWeights,
  orderBy,
  weightsFor,
} from '../../../src/answers/second-look.ts';
import { chanceBy, SURE_FROM, SURENESS_SIGNS, surenessSigns } from '../../../src/answers/sureness.ts';
import type { Excerpt } from '../../../src/domain/answer.ts';
import type { Intent } from '../../../src/domain/query.ts';
import { parseQuery } from '../../../src/query/parse-query.ts';
import { randomFrom } from '../../random.ts';
import { type Ask, answeredWithin, answersIn, askedWith } from './asks.ts';
import { asChoice } from './fit-confidence.ts';
import { fitListwise, type Group } from './fit-listwise.ts';
import { named } from './fit-ranking.ts';
import { FOLDS } from './folds.ts';

/** Chosen by cross-validation; half and twice as much change first excerpts by less than they vary. */
const L2 = 3;
/**
 * Of few articles, where a question is asked of several draws that are much alike. A quarter and twice of it change first excerpts
 * by less than they vary.
 */
const FEW_L2 = 100;

/** What is found for a question before the second look. */
export interface Looked {
  readonly ask: Ask;
  /** By excerpt: the accepted answers in it. */
  readonly found: readonly (readonly string[])[];
  /** By excerpt: its signs. */
  readonly rows: readonly (readonly number[])[];
  /** Whether it is looked at again at all. */
  readonly usesSecondLook: boolean;
  /** Whether its signs are learned from: of bare keywords any excerpt may be meant. */
  readonly teaches: boolean;
  /** So many of the first excerpts stay before the others. */
  readonly ahead: number;
  /** How likely an answer was before that; null if it is refused, or no answer but keywords are judged. */
  readonly before: number | null;
  readonly excerpts: readonly Excerpt[];
  readonly plan: QuestionPlan;
  readonly intent: Intent;
  /** No article answers there. */
  readonly isWithout: boolean;
}

export const lookAt = async (ask: Ask, archive: Archive, isWithout = false): Promise<Looked | null> => {
  const { asOfMs } = await archiveClock(archive.engine, { asOfMs: Date.parse(ask.asOf) });
  const { text, also } = askedWith(ask, asOfMs);
  const query = parseQuery(text, asOfMs, also);
  if (query.intent.kind === 'talk' || query.words === '') return null;
  const finding = await investigate(query, { asOfMs }, archive);
  const { judgement, usesSecondLook } = await findPassages(query, finding, archive);
  const compared = await quotePassages(judgement.passages, finding.plan, COMPARED_WITH, archive);
  const excerpts = compared.slice(0, LOOKED_AT);
  const found = excerpts.map((excerpt) => answersIn(ask, excerpt));
  const { asked, verdict, confidence } = judgement;
  return {
    ask,
    found,
    rows: signsOf(compared, finding.plan, query.intent, LOOKED_AT),
    usesSecondLook,
    teaches: usesSecondLook && (asked === 'question' || query.intent.kind !== 'fact'),
    ahead: judgement.judged,
    before: asked === 'question' && verdict !== 'none' ? confidence : null,
    excerpts,
    plan: finding.plan,
    intent: query.intent,
    isWithout,
  };
};

const groupOf = ({ rows, found }: Looked): Group => ({
  count: rows.length,
  columns: Int32Array.from(SIGN_NAMES, (_, at) => at),
  rows: Float64Array.from(rows.flat()),
  right: Uint8Array.from(found, (answers) => (answers.length > 0 ? 1 : 0)),
});

export const isOfFew = ({ plan }: Looked): boolean => plan.articles <= FEW_ARTICLES;

/**
 * Weights for few articles are learned from what was asked of few, those for many from the others. Few start from those for many,
 * which stay where nothing tells against them: signs of rare kinds of questions hardly count there.
 */
export const fitSecondLook = (looked: readonly Looked[]): LookWeights => {
  const teaching = looked.filter(({ teaches }) => teaches);
  const groups = (isOf: (one: Looked) => boolean): Group[] => teaching.filter(isOf).map(groupOf);
  const ofMany = groups((one) => !isOfFew(one));
  const many = fitListwise(ofMany, SIGN_NAMES.length, L2);
  const few = fitListwise(groups(isOfFew), SIGN_NAMES.length, FEW_L2, 'likelihood', many, many);
  return { many: named(SIGN_NAMES, many), few: named(SIGN_NAMES, few) };
};

/** The places of its excerpts in the order of the second look. */
const lookedOrder = ({ rows, ahead, plan }: Looked, look: LookWeights): number[] =>
  orderBy(rows, ahead, weightsFor(plan.articles, look));

/** The answers by excerpt in that order; null is the order they were found in. */
const inOrder = (looked: Looked, look: LookWeights | null): (readonly string[])[] => {
  const { found, usesSecondLook } = looked;
  if (look === null || !usesSecondLook) return [...found];
  return lookedOrder(looked, look).map((at) => found[at]!);
};

/** Whether the first one, three and five excerpts answer, by question. */
export type Within = readonly [boolean, boolean, boolean];

export const withoutSecondLook = (looked: readonly Looked[]): Within[] =>
  looked.map((one) => answeredWithin(one.ask, inOrder(one, null)));

/** The fold of each, those of one question together. */
const foldsBy = (looked: readonly Looked[], seed: number): number[] => {
  const random = randomFrom(seed);
  const folds = new Map<string, number>();
  for (const { ask } of looked) if (!folds.has(ask.id)) folds.set(ask.id, Math.floor(random() * FOLDS));
  return looked.map(({ ask }) => folds.get(ask.id)!);
};

/** Each fifth of the questions by weights learned from the others; `splits` ways of dividing them, one after the other. */
export const crossValidateLook = (looked: readonly Looked[], splits: number): Within[] =>
  Array.from({ length: splits }, (_, split) => {
    const folds = foldsBy(looked, split + 1);
    const models = Array.from({ length: FOLDS }, (__, fold) =>
      fitSecondLook(looked.filter((_one, at) => folds[at] !== fold)),
    );
    return looked.map((one, at) => answeredWithin(one.ask, inOrder(one, models[folds[at]!]!)));
  }).flat();

const SURENESS_L2 = 3;

/** The signs of how sure an answer is, and whether one of its first three excerpts answers. */
interface Told {
  readonly looked: Looked;
  readonly signs: readonly number[];
  readonly isRight: boolean;
}

/** None if it is not asked how sure an answer is, or there is too little to go by. */
const tellOf = (looked: Looked, look: LookWeights): Told[] => {
  const { ask, before, excerpts, plan, intent, found, usesSecondLook, isWithout } = looked;
  if (before === null || !usesSecondLook) return [];
  const order = lookedOrder(looked, look);
  const signs = surenessSigns(
    before,
    order.map((at) => excerpts[at]!),
    plan,
    intent,
  );
  const within = answeredWithin(
    ask,
    order.map((at) => found[at]!),
  );
  return signs === null ? [] : [{ looked, signs, isRight: within[1] && !isWithout }];
};

const fitTold = (told: readonly Told[]): LinearModel => {
  const choices = told.flatMap(({ signs, isRight }) => asChoice(signs, isRight));
  return named(SURENESS_SIGNS, fitListwise(choices, SURENESS_SIGNS.length, SURENESS_L2));
};

/** Weights of how sure an answer is, over excerpts in the order of the second look's. */
export const fitSureness = (looked: readonly Looked[], look: LookWeights): LinearModel =>
  fitTold(looked.flatMap((one) => tellOf(one, look)));

/** Whether it is answered in three, and likely enough to be sure of. */
interface Estimated {
  readonly looked: Looked;
  readonly isRight: boolean;
  readonly isSure: boolean;
}

/** Each fifth by weights learned from the others; `splits` ways of dividing them, one after the other. */
export const crossValidateSureness = (
  looked: readonly Looked[],
  look: LookWeights,
  splits: number,
): Estimated[] => {
  const told = looked.flatMap((one) => tellOf(one, look));
  const asked = told.map((one) => one.looked);
  return Array.from({ length: splits }, (_, split) => {
    const folds = foldsBy(asked, split + 1);
    const models = Array.from({ length: FOLDS }, (__, fold) =>
      fitTold(told.filter((___, at) => folds[at] !== fold)),
    );
    return told.map(({ looked: one, signs, isRight }, at) => ({
      looked: one,
      isRight,
      isSure: one.before! >= WEAK_BELOW && chanceBy(signs, models[folds[at]!]!) >= SURE_FROM,
    }));
  }).flat();
};
