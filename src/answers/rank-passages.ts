/**
 * In: a plan and the candidate articles. Out: the passages most likely to hold the answer, best first, and how sure
 * one may be of them.
 */
import type { ArticleIndex } from '../search/article-index.ts';
import type { Candidate } from '../search/find-candidates.ts';
import { collectAnswerTerms, rankTerms } from './answer-terms.ts';
import { makeWindows, rows, type Window } from './features.ts';
import { readModel, scoreRows, softmax } from './model.ts';
import type { QuestionPlan } from './plan-question.ts';
import { readCandidates } from './read-candidates.ts';

/** Whole sentences of one article, at most 600 UTF-16 units, no heading among them. */
export interface RankedPassage {
  /** Number of the document in the index. */
  readonly document: number;
  /** First and last sentence, both included. */
  readonly first: number;
  readonly last: number;
  /** The one sentence that answers best. */
  readonly best: number;
  /** Comparable within one answer only. */
  readonly score: number;
  /** 0 to 1: share of the trust put into all passages compared. */
  readonly probability: number;
  /** Idf of the question's words that the passage or its title holds. */
  readonly coverage: number;
}

const PASSAGE_LIMIT = 8;
const PER_DOCUMENT = 2;

const model = readModel();
const scores = new Float64Array(512);
const probabilities = new Float64Array(512);

const overlaps = (a: Window, b: Window): boolean =>
  a.document === b.document && a.first < b.end && b.first < a.end;

const choose = (windows: readonly Window[]): Window[] => {
  const chosen: Window[] = [];
  for (const window of [...windows].sort((a, b) => scores[b.row]! - scores[a.row]!)) {
    if (chosen.length === PASSAGE_LIMIT) break;
    const same = chosen.filter(({ document }) => document === window.document);
    if (same.length < PER_DOCUMENT && !same.some((other) => overlaps(other, window))) chosen.push(window);
  }
  return chosen;
};

/** Ranks passages of the candidates; never two that overlap, at most two of one article. */
export const rankPassages = (
  plan: QuestionPlan,
  candidates: readonly Candidate[],
  index: ArticleIndex,
): RankedPassage[] => {
  const reading = readCandidates(plan, candidates, index);
  collectAnswerTerms(reading);
  const windows = makeWindows(reading, rankTerms(plan.type, model.terms.weights));
  scoreRows(rows, windows.length, model.windows.weights, scores);
  probabilities.set(scores.subarray(0, windows.length));
  softmax(probabilities, windows.length);
  return choose(windows).map((window) => ({
    document: window.document.document,
    first: window.first,
    last: window.end - 1,
    best: window.best,
    score: scores[window.row]!,
    probability: probabilities[window.row]!,
    coverage: reading.weigh(window.mask | window.document.titleMask),
  }));
};
