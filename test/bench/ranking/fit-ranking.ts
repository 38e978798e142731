/** In: cases. Out: the models of ranking: which word is the answer, which passage holds it, which sentence gives it. */
import type { LinearModel } from '../../../src/answers/ranking/model.ts';
import { SENTENCE_FEATURE_NAMES } from '../../../src/answers/ranking/sentence-features.ts';
import { TERM_MODEL_FEATURES } from '../../../src/answers/ranking/term-features.ts';
import { WINDOW_FEATURE_NAMES } from '../../../src/answers/ranking/window-features.ts';
import { fitListwise, type Group } from './fit-listwise.ts';
import type { Case } from './make-cases.ts';

/** Chosen by cross-validation; between a half and twice of each, excerpt@1 changes by less than it varies. */
const TERM_L2 = 40;
const WINDOW_L2 = 30;
const SENTENCE_L2 = 20;
/** Of languages other than English: chosen on the first halves of their sets, where 5 is as good and 30 finds 0.2 points less. */
const FOREIGN_WINDOW_L2 = 10;

/** Weights by name of feature, four digits each. */
export const named = (features: readonly string[], weights: ArrayLike<number>): LinearModel =>
  Object.fromEntries(features.map((feature, at) => [feature, Number(weights[at]!.toPrecision(4))]));

/** The group without a feature, its share by type of question included. */
const without = (group: Group, feature: string | null, features: readonly string[]): Group => {
  if (feature === null) return group;
  const width = group.columns.length;
  const left = (at: number): boolean => {
    const name = features[group.columns[at % width]!]!;
    return name !== feature && !name.endsWith(`:${feature}`);
  };
  return { ...group, rows: group.rows.map((value, at) => (left(at) ? value : 0)) };
};

/** `left` names a feature to be left out. */
export const fitTerms = (cases: readonly Case[], left: string | null = null): LinearModel => {
  const groups = cases.map(({ termGroup }) => without(termGroup, left, TERM_MODEL_FEATURES));
  return named(TERM_MODEL_FEATURES, fitListwise(groups, TERM_MODEL_FEATURES.length, TERM_L2));
};

/**
 * First the likelihood of rows with an answer, then from there the share of questions whose first row holds one: the
 * latter is what is asked for, and questions that nothing in the corpus answers do not bend it.
 */
const fitFirst = (groups: readonly Group[], features: readonly string[], l2: number): LinearModel => {
  const start = fitListwise(groups, features.length, l2);
  return named(features, fitListwise(groups, features.length, l2, 'hit', start));
};

/** `left` names a feature to be left out. */
export const fitWindows = (groups: readonly Group[], left: string | null = null): LinearModel =>
  fitFirst(
    groups.map((group) => without(group, left, WINDOW_FEATURE_NAMES)),
    WINDOW_FEATURE_NAMES,
    WINDOW_L2,
  );

/** From known weights on, which stay unless the cases speak against them. */
export const fitWindowsFrom = (known: LinearModel, groups: readonly Group[]): LinearModel => {
  const start = Float64Array.from(WINDOW_FEATURE_NAMES, (name) => known[name] ?? 0);
  return named(
    WINDOW_FEATURE_NAMES,
    fitListwise(groups, start.length, FOREIGN_WINDOW_L2, 'hit', start, start),
  );
};

/** `left` names a feature to be left out. */
export const fitSentences = (groups: readonly Group[], left: string | null = null): LinearModel =>
  fitFirst(
    groups.map((group) => without(group, left, SENTENCE_FEATURE_NAMES)),
    SENTENCE_FEATURE_NAMES,
    SENTENCE_L2,
  );
