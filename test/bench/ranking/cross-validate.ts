/** In: cases and folds. Out: what each question gets from models that never saw the answers of its fold. */
import { confidenceSigns } from '../../../src/answers/ranking/confidence-of.ts';
import { type LinearModel, type PassageModel, softmax } from '../../../src/answers/ranking/model.ts';
import { rankPassages, scoreWindows } from '../../../src/answers/ranking/rank-passages.ts';
import { type EvalQuestion, holdsAnswer, plainText } from '../eval-data.ts';
import type { Group } from './fit-listwise.ts';
import { fitSentences, fitTerms, fitWindows } from './fit-ranking.ts';
import { FOLDS } from './folds.ts';
import { type Case, type Found, makeSentenceGroup, makeWindowGroup, textOf } from './make-cases.ts';
import type { TestArchive } from './open-test-archive.ts';

const EXCERPTS = 5;

/** What one question got. */
export interface Outcome {
  readonly asked: EvalQuestion;
  /** Articles it was asked of. */
  readonly size: number;
  /** By excerpt: whether it holds an accepted answer. */
  readonly hits: readonly boolean[];
  /** The same for the excerpts' articles. */
  readonly articleHits: readonly boolean[];
  readonly bestSentenceHit: boolean;
  /** UTF-16 units of the first excerpt. */
  readonly length: number;
  /** The weight that passages with an answer have among all passages compared, 0 to 1: excerpt@1, but smooth. */
  readonly expected: number;
  /** The sentences of its best passages, by models that did not see it. */
  readonly sentenceGroup: Group;
  readonly signs: number[] | null;
  /** The signs over the articles without the answer. */
  readonly signsWithout: number[] | null;
}

const expectedHit = ({ rows, right, count }: Group, model: PassageModel): number => {
  const scores = scoreWindows(rows, count, model.windows);
  softmax(scores, count);
  return scores.reduce((sum, share, at) => (right[at] ? sum + share : sum), 0);
};

const signsOf = ({ plan, candidates, context }: Found, model: PassageModel): number[] | null =>
  confidenceSigns(plan, rankPassages(plan, candidates, context, model));

const judge = (
  example: Case,
  group: Group,
  sentenceGroup: Group,
  model: PassageModel,
  testArchive: TestArchive,
): Outcome => {
  const { asked, size, plan, candidates, context, unanswerable } = example;
  const passages = rankPassages(plan, candidates, context, model);
  const shown = passages.slice(0, EXCERPTS);
  const isHit = (text: string): boolean => holdsAnswer(plainText(text), asked.answers);
  const texts = shown.map(({ words, first, last }) => textOf(words, first, last, testArchive));
  return {
    asked,
    size,
    hits: texts.map(isHit),
    articleHits: shown.map(({ words }) => holdsAnswer(testArchive.plain[words.seq - 1]!, asked.answers)),
    bestSentenceHit: shown
      .slice(0, 1)
      .some(({ words, best }) => isHit(textOf(words, best, best, testArchive))),
    length: texts[0]?.length ?? 0,
    expected: expectedHit(group, model),
    sentenceGroup,
    signs: confidenceSigns(plan, passages),
    signsWithout: unanswerable && signsOf(unanswerable, model),
  };
};

/** What the folds are judged by before anything is known of passages. */
export interface Folds {
  readonly folds: readonly number[];
  /** By fold: learned from the other folds. */
  readonly termModels: readonly LinearModel[];
  /** By case: its passages, with the likely answers of the model that did not see its fold. */
  readonly groups: readonly Group[];
}

const others = <T>(items: readonly T[], folds: readonly number[], fold: number): T[] =>
  items.filter((_, at) => folds[at] !== fold);

/** `left` names a feature of words to do without. */
export const prepareFolds = (
  cases: readonly Case[],
  folds: readonly number[],
  testArchive: TestArchive,
  left: string | null = null,
): Folds => {
  const termModels = Array.from({ length: FOLDS }, (_, fold) => fitTerms(others(cases, folds, fold), left));
  const groups = cases.map((example, at) => makeWindowGroup(example, termModels[folds[at]!]!, testArchive));
  return { folds, termModels, groups };
};

/** Each fold judged by models learned from the others. `left` names a feature of passages and of sentences to do without. */
export const crossValidate = (
  cases: readonly Case[],
  { folds, termModels, groups }: Folds,
  testArchive: TestArchive,
  left: string | null = null,
): Outcome[] => {
  const firstModels = termModels.map((terms, fold) => ({
    terms,
    windows: fitWindows(others(groups, folds, fold), left),
  }));
  const sentenceGroups = cases.map((example, at) =>
    makeSentenceGroup(example, firstModels[folds[at]!]!, testArchive),
  );
  const models = firstModels.map((model, fold) => ({
    ...model,
    sentences: fitSentences(others(sentenceGroups, folds, fold), left),
    confidence: {},
  }));
  return cases.map((example, at) =>
    judge(example, groups[at]!, sentenceGroups[at]!, models[folds[at]!]!, testArchive),
  );
};
