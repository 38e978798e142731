/** In: a planned question and candidate articles. Out: the passages that answer best, best first. */
import type { ArticleIndex, DocumentEntry } from '../search/article-index.ts';
import { AT_FLAGS, AT_TOKEN, HEADING, SENTENCE_STRIDE, TERM_BITS } from '../search/document.ts';
import type { Candidate } from '../search/find-candidates.ts';
import type { QuestionPlan } from './plan-question.ts';

/** A run of whole sentences of one document, by sentence number, the last one included. */
export interface RankedPassage {
  readonly document: number;
  readonly first: number;
  readonly last: number;
  /** The sentence that answers best. */
  readonly best: number;
  readonly score: number;
}

/** Below these confidences an answer is a miss, or weak. */
export const MISS_BELOW = 0.15;
export const WEAK_BELOW = 0.3;

/** The rarity of the question's words in each sentence of a document; -1 for headings. */
const sentenceScores = (
  { sentences, tokens }: DocumentEntry,
  idfs: ReadonlyMap<number, number>,
): number[] => {
  const count = sentences.length / SENTENCE_STRIDE;
  return Array.from({ length: count }, (_, at) => {
    if (sentences[at * SENTENCE_STRIDE + AT_FLAGS]! & HEADING) return -1;
    const end = at + 1 < count ? sentences[(at + 1) * SENTENCE_STRIDE + AT_TOKEN]! : tokens.length;
    const held = new Set<number>();
    for (let token = sentences[at * SENTENCE_STRIDE + AT_TOKEN]!; token < end; token++)
      held.add(tokens[token]! & TERM_BITS);
    return [...held].reduce((sum, id) => sum + (idfs.get(id) ?? 0), 0);
  });
};

export const rankPassages = (
  plan: QuestionPlan,
  candidates: readonly Candidate[],
  index: ArticleIndex,
  _asOfDay: number,
): RankedPassage[] => {
  const idfs = new Map(plan.terms.flatMap(({ ids, idf }) => ids.map((id): [number, number] => [id, idf])));
  return candidates
    .map(({ document }) => {
      const scores = sentenceScores(index.document(document)!, idfs);
      const score = Math.max(0, ...scores);
      const best = scores.indexOf(score);
      return { document, first: best, last: best, best, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
};

/** The share of the question that the best sentence holds. */
export const confidenceOf = (plan: QuestionPlan, passages: readonly RankedPassage[]): number =>
  (passages[0]?.score ?? 0) / plan.totalIdf;
